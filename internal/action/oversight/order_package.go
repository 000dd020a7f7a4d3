package oversight

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// PackageJob is the kind of the job that makes a package; its payload is the id.
const PackageJob = "evidence.package"

// AskPackage has an evidence package made in the background, for oneself.
type AskPackage struct {
	RecordPackage
	Title string
}

// Run implements action.Command.
func (c *AskPackage) Run(s *action.Step) error {
	t, err := c.Target(s)
	if err != nil {
		return err
	}
	p := work.Package{ID: s.NewID(), OrgID: t.OrgID, AccountID: s.Actor.AccountID, ProblemID: c.ProblemID, InspectionID: c.InspectionID,
		RoundID: c.RoundID, Kind: c.Kind, Title: c.Title, State: work.PackageAsked, Files: c.Files, At: s.Now}
	if err := action.Insert(s, store.Packages, &p); err != nil {
		return err
	}
	s.Return(p.ID)
	return s.Queue(PackageJob, p.ID)
}

// FinishPackage notes that a package was made, or could not be. Who asked for it
// must still be allowed to take it out.
type FinishPackage struct {
	ID      string
	State   work.PackageState
	Files   int
	Damaged int
	Size    int64
	Hash    string // of a filing package

	before work.Package
}

// Permission implements action.Command. That a package could not be made is
// noted for whoever asked, and may be just because he lost his rights.
func (c *FinishPackage) Permission() org.Permission {
	if c.State == work.PackageFailed {
		return org.OwnAccount
	}
	if c.before.Kind == work.FilingPackage {
		return org.ArchiveTake
	}
	return org.Download
}

// Target implements action.Command.
func (c *FinishPackage) Target(s *action.Step) (t org.Target, err error) {
	if c.before, err = store.Packages.Get(s.Tx, c.ID); err != nil {
		return t, err
	}
	if c.before.AccountID != s.Actor.AccountID {
		return t, fault.New(fault.NotFound, "fault.not-found")
	}
	if c.State == work.PackageFailed {
		return org.Target{Kind: store.Packages.Name(), ID: c.ID, AccountID: c.before.AccountID}, nil
	}
	of := RecordPackage{InspectionID: c.before.InspectionID, RoundID: c.before.RoundID, ProblemID: c.before.ProblemID, Kind: c.before.Kind}
	if c.before.RoundID != "" { // of files that were submitted
		t, err = of.Target(s)
		t.Submitted = true
		return t, err
	}
	return of.Target(s)
}

// Run implements action.Command.
func (c *FinishPackage) Run(s *action.Step) error {
	if c.before.State != work.PackageAsked {
		return nil // a job that is done twice
	}
	after := c.before
	after.State, after.Files, after.Damaged, after.Size, after.Hash, after.MadeAt = c.State, c.Files, c.Damaged, c.Size, c.Hash, s.Now
	s.Return(c.ID)
	return action.Save(s, store.Packages, c.before, &after)
}
