package intake

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// SaveReportLength says how many characters the heads' reports of a round may
// have; a longer one is pointed out, not refused.
type SaveReportLength struct {
	RoundID string `form:"-"`
	Version int    `form:"version"`
	Most    int    `form:"report_length"`

	before inspection.Round
}

// Permission implements action.Command.
func (c *SaveReportLength) Permission() org.Permission { return org.RoundEdit }

// Target implements action.Command.
func (c *SaveReportLength) Target(s *action.Step) (org.Target, error) {
	var err error
	c.before, err = store.Rounds.Get(s.Tx, c.RoundID)
	return org.Target{Kind: store.Rounds.Name(), ID: c.RoundID}, err
}

// Run implements action.Command.
func (c *SaveReportLength) Run(s *action.Step) error {
	var checks fault.Checks
	if c.Most < inspection.ShortestLimit || c.Most > inspection.LongestLimit {
		checks.Add("report_length", "round.report-length.bad", inspection.ShortestLimit, inspection.LongestLimit)
	}
	if err := checks.Err(); err != nil {
		return err
	}
	after := c.before
	after.Version, after.Settings.ReportLength = c.Version, c.Most
	s.Return(c.RoundID)
	return action.Save(s, store.Rounds, c.before, &after)
}
