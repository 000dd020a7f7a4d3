package party

import (
	"bihuan/internal/action"
	"bihuan/internal/action/planning"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// LedgerCriticism answers a criticism by a measure of the ledger, under the
// problem of the feedback that it touches: from then on the measure is
// reported on, proved, warned of and counted like every other one, and the
// criticism stands as the measure does. The ledger tells the measure and not
// the criticism.
type LedgerCriticism struct {
	ID        string
	Version   int    `form:"version"`
	ProblemID string `form:"problem"`
	Text      string `form:"measure_text"`
	Due       string `form:"ledger_due"`
	Reason    string `form:"due_reason"` // of a day after the concentrated period
	criticised
}

// Target implements action.Command.
func (c *LedgerCriticism) Target(s *action.Step) (org.Target, error) { return c.find(s, c.ID) }

// Run implements action.Command. Who may not add a measure to the problem
// cannot do it this way either.
func (c *LedgerCriticism) Run(s *action.Step) error {
	if c.before.MeasureID != "" {
		return fault.New(fault.Conflict, "party.criticism.in-ledger")
	}
	var checks fault.Checks
	checks.Need("problem", c.ProblemID)
	if err := action.CheckProblems(s, &checks, c.meeting.InspectionID, "problem", c.ProblemID); err != nil {
		return err
	}
	if err := checks.Err(); err != nil {
		return err
	}
	add := &planning.AddMeasure{ProblemID: c.ProblemID, Origin: work.FromLifeMeeting}
	add.Kind, add.Text, add.Due, add.Reason, add.LeaderID = string(work.Direct), c.Text, c.Due, c.Reason, c.before.ToID
	if err := action.Through(s, s.Actor, add); err != nil {
		return err
	}
	after := c.before
	after.Version, after.MeasureID, after.Measure, after.Due, after.DoneOn = c.Version, add.Made, c.Text, "", ""
	s.Return(c.meeting.ID)
	return action.Save(s, store.Criticisms, c.before, &after)
}
