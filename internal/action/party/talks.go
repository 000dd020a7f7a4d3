package party

import (
	"slices"

	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// RecordTalks records the talks that one leader had on one day, with each of
// several people. Whoever writes down what was said is named in the circle.
type RecordTalks struct {
	InspectionID string
	HeldOn       workday.Date `form:"held_on"`
	FromID       string       `form:"talker"`
	With         []string     `form:"with"`
	Topics       string       `form:"topics"`
	Circle       []string     `form:"circle"`
	around
}

// Permission implements action.Command.
func (c *RecordTalks) Permission() org.Permission { return org.TalkEdit }

// Target implements action.Command.
func (c *RecordTalks) Target(s *action.Step) (org.Target, error) { return c.load(s, c.InspectionID) }

// Run saves one talk for each person; one that is recorded already is refused.
func (c *RecordTalks) Run(s *action.Step) error {
	var checks fault.Checks
	with := slices.Compact(slices.Sorted(slices.Values(c.With)))
	if len(with) == 0 {
		checks.Add("with", "field.required")
		return checks.Err()
	}
	for _, to := range with {
		t := party.Talk{ID: s.NewID(), OrgID: c.inspection.OrgID, InspectionID: c.inspection.ID, HeldOn: c.HeldOn,
			FromID: c.FromID, ToID: to, Topics: c.Topics, Circle: slices.Clone(c.Circle)}
		if err := settleTalk(s, &t); err != nil {
			return err
		}
		if err := action.Insert(s, store.Talks, &t); err != nil {
			return err
		}
	}
	s.Return(c.inspection.ID)
	return nil
}

// EditTalk changes a talk. Version is the one that the person saw.
type EditTalk struct {
	ID      string
	Version int          `form:"version"`
	HeldOn  workday.Date `form:"held_on"`
	FromID  string       `form:"talker"`
	ToID    string       `form:"with"`
	Topics  string       `form:"topics"`
	Circle  []string     `form:"circle"`
	talk
}

// Run checks and saves the talk.
func (c *EditTalk) Run(s *action.Step) error {
	if err := c.within(s); err != nil {
		return err
	}
	after := c.before
	after.Version, after.HeldOn, after.FromID, after.ToID, after.Topics, after.Circle = c.Version, c.HeldOn, c.FromID, c.ToID, c.Topics, c.Circle
	if err := settleTalk(s, &after); err != nil {
		return err
	}
	s.Return(after.ID)
	return action.Save(s, store.Talks, c.before, &after)
}

// Target implements action.Command.
func (c *EditTalk) Target(s *action.Step) (org.Target, error) { return c.find(s, c.ID) }

// RemoveTalk takes back a talk that was recorded but never held. The audit log
// keeps it, with the reason.
type RemoveTalk struct {
	ID      string
	Version int    `form:"version"`
	Reason  string `form:"reason"`
	talk
}

// Target implements action.Command.
func (c *RemoveTalk) Target(s *action.Step) (org.Target, error) { return c.find(s, c.ID) }

// Run removes the talk.
func (c *RemoveTalk) Run(s *action.Step) error {
	if err := c.within(s); err != nil {
		return err
	}
	if err := takenBack(s, c.Reason, c.Version, c.before.Version, c.before); err != nil {
		return err
	}
	s.Return(c.before.InspectionID)
	return action.Remove(s, store.Talks, c.before)
}

// talk is what the commands on a stored talk have in common.
type talk struct {
	around
	before party.Talk
	at     org.Target
}

// Permission implements action.Command.
func (t *talk) Permission() org.Permission { return org.TalkEdit }

func (t *talk) find(s *action.Step, id string) (org.Target, error) {
	var err error
	if t.before, err = store.Talks.Get(s.Tx, id); err != nil {
		return org.Target{}, err
	}
	t.at, err = t.part(s, t.before.InspectionID, store.Talks.Name(), id)
	t.at.Circle = t.before.Readers()
	return t.at, err
}

// within refuses to change a talk of which something was written down to those
// who may not read it.
func (t *talk) within(s *action.Step) error {
	if t.before.Topics != "" && !org.Can(s.Actor, org.TalkRead, t.at) {
		return fault.New(fault.Denied, "party.talk.circle")
	}
	return nil
}

// settleTalk checks a talk and finds its scope from the posts on its day.
func settleTalk(s *action.Step, t *party.Talk) error {
	var c fault.Checks
	t.Check(&c, s.Today)
	if err := action.CheckPeople(s, &c, t.OrgID, "talker", t.FromID); err != nil {
		return err
	}
	if err := action.CheckPeople(s, &c, t.OrgID, "with", t.ToID); err != nil {
		return err
	}
	if err := action.CheckPeople(s, &c, t.OrgID, "circle", t.Circle...); err != nil {
		return err
	}
	if err := c.Err(); err != nil {
		return err
	}
	*t = t.Recorded(s.Actor.PersonID, s.Actor.Beside.AccountID == "", s.Today)
	posts, err := store.Posts.List(s.Tx, "WHERE org_id = ?", t.OrgID)
	if err != nil {
		return err
	}
	held := org.Held(posts, t.HeldOn)
	var ok bool
	if t.Scope, ok = party.ScopeOf(held[t.FromID], held[t.ToID]); !ok {
		c.Add("talker", "party.talk.no-leader", string(t.HeldOn))
	}
	if err := checkNewTalk(s, &c, *t); err != nil {
		return err
	}
	return c.Err()
}

// checkNewTalk notes a talk that is recorded already.
func checkNewTalk(s *action.Step, c *fault.Checks, t party.Talk) error {
	same, err := store.Talks.List(s.Tx, "WHERE inspection_id = ? AND held_on = ? AND id <> ?", t.InspectionID, t.HeldOn, t.ID)
	if slices.ContainsFunc(same, t.Same) {
		c.Add("with", "party.talk.twice", string(t.HeldOn))
	}
	return err
}
