package planning

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/plan"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// leastPresent is how many people a meeting that adopts the plan has at least:
// a head adopts nothing alone.
const leastPresent = 2

// AdoptPlan records that a meeting of the Party group adopted a version.
type AdoptPlan struct {
	ID        string `form:"-"`
	Version   int    `form:"version"`
	MeetingID string `form:"meeting"`
	onPlan
}

// Permission implements action.Command.
func (c *AdoptPlan) Permission() org.Permission { return org.PlanAdopt }

// Target implements action.Command.
func (c *AdoptPlan) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command.
func (c *AdoptPlan) Run(s *action.Step) error {
	if err := c.file.May(plan.DoAdopt); err != nil {
		return err
	}
	if err := c.complete(s); err != nil {
		return err
	}
	m, err := c.meeting(s)
	if err != nil {
		return err
	}
	if err := c.approve(s, plan.Approval{Kind: plan.Adoption, MeetingID: m.ID, On: m.HeldOn}, c.Version); err != nil {
		return err
	}
	if m.AdoptedPlan == c.ID {
		return nil
	}
	after := m
	after.AdoptedPlan = c.ID
	return action.Save(s, store.Meetings, m, &after)
}

// meeting finds the meeting and checks that it can have adopted the version:
// one of the Party group, held since the version was made, and not by one
// person alone.
func (c *AdoptPlan) meeting(s *action.Step) (party.Meeting, error) {
	v := c.file.Version
	var checks fault.Checks
	m, err := store.Meetings.One(s.Tx, "WHERE id = ? AND inspection_id = ?", c.MeetingID, v.InspectionID)
	if fault.Is(err, fault.NotFound) {
		checks.Add("meeting", "field.unknown-choice")
		return m, checks.Err()
	}
	if err != nil {
		return m, err
	}
	present, err := s.Tx.Count("SELECT COUNT(*) FROM attendance WHERE meeting_id = ? AND presence = ?", m.ID, party.Present)
	if err != nil {
		return m, err
	}
	absent, err := s.Tx.Count("SELECT COUNT(*) FROM attendance WHERE meeting_id = ? AND presence = ?", m.ID, party.Absent)
	if err != nil {
		return m, err
	}
	switch made := workday.DateOf(v.CreatedAt, workday.Zone); {
	case m.Kind != party.PartyGroup:
		checks.Add("meeting", "plan.meeting.kind")
	case m.HeldOn == "" || m.HeldOn > s.Today || m.HeldOn < made:
		checks.Add("meeting", "plan.meeting.day", made, s.Today)
	case present < leastPresent:
		checks.Add("meeting", "plan.meeting.alone")
	case !party.Quorum(present, absent):
		checks.Add("meeting", "plan.meeting.quorum", present, present+absent)
	}
	return m, checks.Err()
}
