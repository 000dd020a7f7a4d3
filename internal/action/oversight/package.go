package oversight

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/store"
)

// RecordPackage notes that somebody takes an evidence package out, before the
// first byte leaves: of a problem, an inspection or a round.
type RecordPackage struct {
	InspectionID string // empty for a round
	RoundID      string
	ProblemID    string
	Files        int
	Kind         work.PackageKind
}

// Permission implements action.Command.
func (c *RecordPackage) Permission() org.Permission {
	if c.RoundID != "" {
		return org.RoundPackage
	}
	if c.Kind == work.FilingPackage {
		return org.ArchiveTake
	}
	return org.Download
}

// Target implements action.Command.
func (c *RecordPackage) Target(s *action.Step) (org.Target, error) {
	if c.ProblemID != "" {
		_, t, err := store.ProofTarget(s.Tx, c.ProblemID)
		return t, err
	}
	if c.InspectionID != "" {
		_, t, err := store.InspectionTarget(s.Tx, c.InspectionID)
		return t, err
	}
	_, err := store.Rounds.Get(s.Tx, c.RoundID)
	return org.Target{Kind: store.Rounds.Name(), ID: c.RoundID}, err
}

// Run implements action.Command.
func (c *RecordPackage) Run(s *action.Step) error {
	name := "evidence.zip"
	if c.Kind == work.FilingPackage {
		name = "archive.zip"
	}
	s.Note("%s %d", name, c.Files)
	return nil
}
