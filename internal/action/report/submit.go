package report

import (
	"bihuan/internal/action"
	"bihuan/internal/action/reviewing"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// Submit sends a report to the inspection office, and begins its joint review.
// It names the Party-group
// meeting that adopted the organisation's report; a paper with marked gaps does
// not go up, nor does a second one of its kind while one is there, or before
// the remarks on an earlier one are answered.
type Submit struct {
	ID        string
	Version   int    `form:"version"`
	MeetingID string `form:"meeting"`
	Files     `form:"files"`
	onReview
}

// Permission implements action.Command.
func (c *Submit) Permission() org.Permission { return org.ReportSubmit }

// Target implements action.Command.
func (c *Submit) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command.
func (c *Submit) Run(s *action.Step) error {
	if err := c.before.CheckSubmission(); err != nil {
		return err
	}
	if !c.before.Intact() {
		return fault.New(fault.Unavailable, "report.damaged")
	}
	if err := c.checkMeeting(s); err != nil {
		return err
	}
	up, err := standing(s, c.before)
	if err != nil {
		return err
	}
	open, err := store.OpenReportRemarks(s.Tx, c.before.InspectionID, c.before.Kind)
	switch {
	case err != nil:
		return err
	case up > 0:
		return fault.New(fault.Conflict, "report.there-already")
	case open > 0:
		return fault.New(fault.Conflict, "report.open-remarks", open)
	}
	after := c.before
	after.Version, after.State, after.MeetingID, after.SubmittedOn = c.Version, inspection.ReportSubmitted, c.MeetingID, s.Today
	if err := c.numbered(s, &after); err != nil {
		return err
	}
	if err := action.Save(s, store.Reports, c.before, &after); err != nil {
		return err
	}
	c.before = after
	of, err := c.subject(s)
	if err != nil {
		return err
	}
	if _, err := reviewing.Begin(s, of); err != nil {
		return err
	}
	s.Note("%s SHA-256 %s", after.Title, after.Hash)
	s.Return(c.ID)
	return reported(s, c.before.InspectionID)
}

// standing counts the reports of the same kind that went up and were not
// returned.
func standing(s *action.Step, r inspection.Report) (int, error) {
	return s.Tx.Count("SELECT COUNT(*) FROM report WHERE inspection_id = ? AND kind = ? AND state IN (?, ?)",
		r.InspectionID, r.Kind, inspection.ReportSubmitted, inspection.ReportAccepted)
}

func (c *Submit) checkMeeting(s *action.Step) error {
	var checks fault.Checks
	checks.Need("meeting", c.MeetingID)
	if c.MeetingID != "" {
		n, err := s.Tx.Count("SELECT COUNT(*) FROM meeting WHERE id = ? AND inspection_id = ? AND adopted_report = 1 AND held_on <> '' AND held_on <= ?",
			c.MeetingID, c.before.InspectionID, s.Today)
		if err != nil {
			return err
		}
		if n == 0 {
			checks.Add("meeting", "report.not-adopting")
		}
	}
	return checks.Err()
}

// reported sets the days on which the reports of an inspection were with the
// inspection office, and accepted: that of the first one; none while none is.
func reported(s *action.Step, inspectionID string) error {
	before, err := store.Inspections.Get(s.Tx, inspectionID)
	if err != nil {
		return err
	}
	there, err := store.Reports.List(s.Tx, "WHERE inspection_id = ? AND state IN (?, ?) ORDER BY submitted_on LIMIT 1",
		inspectionID, inspection.ReportSubmitted, inspection.ReportAccepted)
	if err != nil {
		return err
	}
	after := before
	after.ReportedOn = ""
	if len(there) > 0 {
		after.ReportedOn = there[0].SubmittedOn
	}
	accepted, err := store.Reports.List(s.Tx, "WHERE inspection_id = ? AND state = ? ORDER BY decided_on LIMIT 1", inspectionID, inspection.ReportAccepted)
	if err != nil {
		return err
	}
	after.AcceptedOn = ""
	if len(accepted) > 0 {
		after.AcceptedOn = accepted[0].DecidedOn
	}
	if after.ReportedOn == before.ReportedOn && after.AcceptedOn == before.AcceptedOn {
		return nil
	}
	return action.Save(s, store.Inspections, before, &after)
}
