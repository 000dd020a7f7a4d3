package report

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// Import keeps a report that was written elsewhere as a draft of the
// inspection: its text as read, bound to the file that it came from. Nothing
// in it rests on a record, and its page says so.
type Import struct {
	InspectionID string
	Kind         inspection.ReportKind
	Title        string
	Date         workday.Date // of the paper; today when it names none
	Body         []byte
	FileName     string
	FileHash     string
	FileSize     int64

	inspection inspection.Inspection
}

// Permission implements action.Command.
func (c *Import) Permission() org.Permission { return org.ReportWrite }

// Target implements action.Command.
func (c *Import) Target(s *action.Step) (t org.Target, err error) {
	c.inspection, t, err = store.InspectionTarget(s.Tx, c.InspectionID)
	return t, err
}

// Run implements action.Command. The same file is kept once.
func (c *Import) Run(s *action.Step) error {
	var checks fault.Checks
	checks.OneOf("kind", string(c.Kind), string(inspection.HeadReport), string(inspection.ProgressReport))
	checks.Text("title", c.Title, action.ShortText)
	if err := checks.Err(); err != nil {
		return err
	}
	n, err := s.Tx.Count("SELECT COUNT(*) FROM report WHERE inspection_id = ? AND file_hash = ?", c.InspectionID, c.FileHash)
	if err != nil {
		return err
	}
	if n > 0 {
		return fault.New(fault.Conflict, "report.imported-already", c.FileName)
	}
	day := c.Date
	if day == "" {
		day = s.Today
	}
	r := inspection.Report{ID: s.NewID(), OrgID: c.inspection.OrgID, InspectionID: c.InspectionID, Kind: c.Kind, Title: c.Title,
		State: inspection.ReportDraft, CutOff: day, Body: c.Body, Hash: inspection.BodyHash(c.Body), Missing: []string{},
		FileName: c.FileName, FileHash: c.FileHash, FileSize: c.FileSize,
		CreatedBy: s.Actor.AccountID, CreatedName: s.Actor.Name, CreatedAt: s.Now}
	s.Return(r.ID)
	return action.Insert(s, store.Reports, &r)
}
