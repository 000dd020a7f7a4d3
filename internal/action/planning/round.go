package planning

import (
	"cmp"
	"slices"

	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/plan"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// OpenComments opens a comment round on a version. Who is asked is fixed now;
// where nobody is named, every department and the leading body are, and, once
// the version was sent out, the bodies that review it.
type OpenComments struct {
	ID          string       `form:"-"`
	Version     int          `form:"version"`
	Name        string       `form:"round_name"`
	Note        string       `form:"round_note"`
	Until       workday.Date `form:"comments_until"`
	Departments []string     `form:"round_departments"`
	People      []string     `form:"round_people"`
	Bodies      []string     `form:"round_bodies"`
	onPlan
}

// Permission implements action.Command.
func (c *OpenComments) Permission() org.Permission { return org.PlanDraft }

// Target implements action.Command.
func (c *OpenComments) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command.
func (c *OpenComments) Run(s *action.Step) error {
	if err := c.file.May(plan.DoComments); err != nil {
		return err
	}
	var checks fault.Checks
	checks.Max("round_name", c.Name, action.ShortText)
	checks.Max("round_note", c.Note, action.LongText)
	checkUntil(s, &checks, c.Until)
	asked, err := c.asked(s, &checks)
	if err != nil {
		return err
	}
	if err := checks.Err(); err != nil {
		return err
	}
	v := c.file.Version
	var last int
	if err := s.Tx.QueryRow("SELECT COALESCE(MAX(number), 0) FROM plan_round WHERE inspection_id = ?", v.InspectionID).Scan(&last); err != nil {
		return err
	}
	r := plan.Round{ID: s.NewID(), OrgID: v.OrgID, InspectionID: v.InspectionID, VersionID: v.ID, Number: last + 1,
		Name: cmp.Or(c.Name, v.Name), Note: c.Note, OpenedOn: s.Today, Until: c.Until, OpenedBy: s.Actor.AccountID, OpenedName: s.Actor.Name}
	if err := action.Insert(s, store.PlanRounds, &r); err != nil {
		return err
	}
	for n := range asked {
		asked[n].ID, asked[n].OrgID, asked[n].RoundID, asked[n].Seq = s.NewID(), v.OrgID, r.ID, n+1
		if err := action.Insert(s, store.PlanInvitees, &asked[n]); err != nil {
			return err
		}
	}
	return c.start(s, r, asked)
}

// start moves the version on. Where somebody outside is asked, the plan has
// left the organisation.
func (c *OpenComments) start(s *action.Step, r plan.Round, asked []plan.Invitee) error {
	after := c.file.Version
	after.State, after.CommentsUntil = plan.Comments, max(after.CommentsUntil, r.Until)
	if err := c.save(s, after, c.Version); err != nil {
		return err
	}
	s.Return(r.ID)
	if !slices.ContainsFunc(asked, func(i plan.Invitee) bool { return i.Kind.Outside() }) {
		return nil
	}
	return leaves(s, after.InspectionID)
}

// leaves notes the day on which the plan first left the organisation.
func leaves(s *action.Step, inspectionID string) error {
	before, err := store.Inspections.Get(s.Tx, inspectionID)
	if err != nil || before.PlanSharedOn != "" {
		return err
	}
	after := before
	after.PlanSharedOn = s.Today
	return action.Save(s, store.Inspections, before, &after)
}

func checkUntil(s *action.Step, checks *fault.Checks, until workday.Date) {
	action.NeedDate(checks, "comments_until", until)
	if until.Valid() && until < s.Today {
		checks.Add("comments_until", "field.past")
	}
}

// onRound is what commands on one comment round have in common.
type onRound struct {
	round plan.Round
	asked []plan.Invitee
}

func (o *onRound) load(s *action.Step, id string) (t org.Target, err error) {
	o.round, o.asked, t, err = store.RoundTarget(s.Tx, id, s.Actor)
	return t, err
}

// MoveRound gives a comment round another end. One that ran out goes on.
type MoveRound struct {
	ID      string       `form:"-"`
	Version int          `form:"version"`
	Until   workday.Date `form:"comments_until"`
	onRound
}

// Permission implements action.Command.
func (c *MoveRound) Permission() org.Permission { return org.PlanDraft }

// Target implements action.Command.
func (c *MoveRound) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command.
func (c *MoveRound) Run(s *action.Step) error {
	if c.round.EndedOn != "" {
		return fault.New(fault.Conflict, "round.ended")
	}
	var checks fault.Checks
	checkUntil(s, &checks, c.Until)
	if err := checks.Err(); err != nil {
		return err
	}
	after := c.round
	after.Version, after.Until = c.Version, c.Until
	return action.Save(s, store.PlanRounds, c.round, &after)
}

// EndRound ends a comment round: once its time is over, or once everybody
// answered. Who said nothing is recorded as silent.
type EndRound struct {
	ID      string `form:"-"`
	Version int    `form:"version"`
	onRound
}

// Permission implements action.Command.
func (c *EndRound) Permission() org.Permission { return org.PlanDraft }

// Target implements action.Command.
func (c *EndRound) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command.
func (c *EndRound) Run(s *action.Step) error {
	if err := c.round.MayEnd(c.asked, s.Today); err != nil {
		return err
	}
	c.round.Version = c.Version
	return end(s, c.round, c.asked)
}

// end keeps how everybody answered and closes the round.
func end(s *action.Step, r plan.Round, asked []plan.Invitee) error {
	after := r
	after.EndedOn = s.Today
	if err := action.Save(s, store.PlanRounds, r, &after); err != nil {
		return err
	}
	for _, i := range asked {
		if i.Reply != plan.Awaited {
			continue
		}
		said := i
		said.Reply, said.RepliedOn = i.Standing(after, s.Today), s.Today
		if err := action.Save(s, store.PlanInvitees, i, &said); err != nil {
			return err
		}
	}
	return nil
}

// endRounds ends what still runs on the versions of a plan.
func endRounds(s *action.Step, inspectionID string) error {
	running, err := store.PlanRounds.List(s.Tx, "WHERE inspection_id = ? AND ended_on = '' ORDER BY number", inspectionID)
	if err != nil {
		return err
	}
	for _, r := range running {
		asked, err := store.PlanInvitees.List(s.Tx, "WHERE round_id = ? ORDER BY seq", r.ID)
		if err != nil {
			return err
		}
		if err := end(s, r, asked); err != nil {
			return err
		}
	}
	return nil
}

// AnswerRound says for a party that it has no comments (无意见).
type AnswerRound struct {
	ID      string `form:"-"`
	Invitee string `form:"invitee"`
	onRound
}

// Permission implements action.Command.
func (c *AnswerRound) Permission() org.Permission { return org.PlanComment }

// Target implements action.Command.
func (c *AnswerRound) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command.
func (c *AnswerRound) Run(s *action.Step) error {
	for _, i := range c.asked {
		if i.ID != c.Invitee || !i.Commits(s.Actor) {
			continue
		}
		if !c.round.Open(s.Today) {
			return fault.New(fault.Conflict, "round.over")
		}
		if i.Replied() {
			return fault.New(fault.Conflict, "round.replied.already")
		}
		return reply(s, i, plan.NoRemark)
	}
	return fault.New(fault.Denied, "round.not-yours")
}

// reply keeps a party's answer.
func reply(s *action.Step, i plan.Invitee, r plan.Reply) error {
	after := i
	after.Reply, after.RepliedOn, after.RepliedBy, after.RepliedName = r, s.Today, s.Actor.AccountID, s.Actor.Name
	return action.Save(s, store.PlanInvitees, i, &after)
}
