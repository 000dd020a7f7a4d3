package report

import (
	"bihuan/internal/action"
	"bihuan/internal/action/numbering"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// Number gives a report its document number from the organisation's register.
// The frozen text stays as it is: the number is printed over it, and the file
// that bears it is kept.
type Number struct {
	ID       string `form:"-"`
	SeriesID string `form:"series"`          // take its next number
	NumberID string `form:"number_id"`       // or one that was reserved
	Typed    string `form:"document_number"` // or one that was given elsewhere
	Gap      string `form:"gap_reason"`
	Files    `form:"files"`

	before inspection.Report
}

// Permission implements action.Command.
func (c *Number) Permission() org.Permission { return org.RegisterEdit }

// Target implements action.Command.
func (c *Number) Target(s *action.Step) (t org.Target, err error) {
	c.before, t, err = store.ReportTarget(s.Tx, c.ID)
	return t, err
}

// Run implements action.Command. A report has one number; a returned one goes
// nowhere and gets none.
func (c *Number) Run(s *action.Step) error {
	given, err := s.Tx.Count("SELECT COUNT(*) FROM register_entry WHERE org_id = ? AND kind = ? AND record_id = ?", c.before.OrgID, store.Reports.Name(), c.ID)
	if err != nil {
		return err
	}
	if given > 0 || c.before.State == inspection.ReportReturned {
		return fault.New(fault.Conflict, "report.numbered")
	}
	var checks fault.Checks
	if c.SeriesID == "" && c.NumberID == "" {
		checks.Text("document_number", c.Typed, action.ShortText)
	}
	checks.Max("gap_reason", c.Gap, action.ShortText)
	if err := checks.Err(); err != nil {
		return err
	}
	day := c.before.SubmittedOn
	if !day.Valid() {
		day = workday.Date(s.Today)
	}
	entry, err := numbering.Give(s, numbering.Giving{OrgID: c.before.OrgID, EntryID: c.NumberID, SeriesID: c.SeriesID, Typed: c.Typed, Gap: c.Gap,
		Subject: c.before.Title, Kind: store.Reports.Name(), RecordID: c.ID, On: day, Field: numbering.FieldOf(c.NumberID, c.SeriesID)})
	s.Return(c.ID)
	if err != nil || !c.before.Shared() {
		return err
	}
	after := c.before // it went up without a number: the file that bears it is kept too
	if err := c.keep(s, &after, entry.Number); err != nil || after.SentHash == c.before.SentHash {
		return err
	}
	return action.Save(s, store.Reports, c.before, &after)
}
