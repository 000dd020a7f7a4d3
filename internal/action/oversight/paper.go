package oversight

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/store"
)

// RecordPaper records that a paper written from the records was taken along.
type RecordPaper struct {
	InspectionID string
	Kind         inspection.PaperKind
	Of           string // the record of a paper that is that of a single one
}

// Permission implements action.Command: what the paper tells must be seen.
func (c *RecordPaper) Permission() org.Permission { return c.Kind.Seen() }

// Target implements action.Command.
func (c *RecordPaper) Target(s *action.Step) (org.Target, error) {
	_, t, err := store.InspectionTarget(s.Tx, c.InspectionID)
	return t, err
}

// Run implements action.Command.
func (c *RecordPaper) Run(s *action.Step) error {
	s.Note("%s.docx %s", c.Kind, c.Of)
	return nil
}
