package letters

import (
	"slices"

	"bihuan/internal/action"
	"bihuan/internal/domain/letter"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// Content is what a letter says, as it is typed.
type Content struct {
	Problems  []string     `form:"problems"`
	Title     string       `form:"letter_title"`
	Addressee string       `form:"addressee"`
	Basis     string       `form:"basis"`
	Demand    string       `form:"demand_text"`
	Due       workday.Date `form:"reply_due"` // by the ladder where empty
	MeetOn    workday.Date `form:"meet_on"`
	MeetPlace string       `form:"meet_place"`
}

// Draft drafts a letter about problems of an inspection. The inspection office
// writes to the organisation, a rectification office to a department.
type Draft struct {
	InspectionID string           `form:"-"`
	Kind         string           `form:"kind"`
	Department   string           `form:"department"` // of a letter inside the organisation
	Content      `form:"content"` // its fields stand beside these

	round string
	rules letter.Rules
	org   string
	issue string // organisation of the inspection office
}

// Permission implements action.Command.
func (c *Draft) Permission() org.Permission { return org.LetterDraft }

// Target implements action.Command.
func (c *Draft) Target(s *action.Step) (org.Target, error) {
	i, t, err := store.InspectionTarget(s.Tx, c.InspectionID)
	if err != nil {
		return t, err
	}
	round, err := store.Rounds.Get(s.Tx, i.RoundID)
	c.round, c.rules, c.org, c.issue = round.ID, round.Settings.Letters, i.OrgID, round.OfficeID
	return t, err
}

// Run implements action.Command.
func (c *Draft) Run(s *action.Step) error {
	var checks fault.Checks
	role := org.RoleClerk
	if s.Actor.Has(org.RoleOffice) {
		role, c.Department = org.RoleOffice, ""
	} else {
		checks.Need("department", c.Department)
		c.issue = c.org
	}
	step, ok := c.rules.Step(c.Kind)
	if !ok || !slices.Contains(step.Roles, string(role)) {
		checks.Add("kind", "letter.kind.not-yours")
	}
	if err := action.CheckDepartments(s, &checks, c.org, "department", c.Department); err != nil {
		return err
	}
	if c.Due == "" {
		c.Due = step.Due(s.Today, s.Calendar)
	}
	if err := c.check(s, &checks, c.InspectionID, step.Interview); err != nil {
		return err
	}
	l := letter.Letter{ID: s.NewID(), OrgID: c.org, InspectionID: c.InspectionID, RoundID: c.round, DepartmentID: c.Department, IssuerID: c.issue,
		Kind: step.Code, KindName: step.Name, State: letter.Draft, DraftedBy: s.Actor.AccountID, DraftedName: s.Actor.Name, DraftedAt: s.Now}
	c.into(&l)
	if err := action.Insert(s, store.Letters, &l); err != nil {
		return err
	}
	s.Return(l.ID)
	return c.name(s, l)
}

// check notes what is wrong with the content.
func (c *Content) check(s *action.Step, checks *fault.Checks, inspectionID string, interview bool) error {
	checks.Text("letter_title", c.Title, action.ShortText)
	checks.Text("addressee", c.Addressee, action.ShortText)
	checks.Text("basis", c.Basis, action.LongText)
	checks.Text("demand_text", c.Demand, action.LongText)
	action.NeedDate(checks, "reply_due", c.Due)
	if c.Due.Before(s.Today) {
		checks.Add("reply_due", "letter.due.past")
	}
	if interview {
		action.NeedDate(checks, "meet_on", c.MeetOn)
		checks.Text("meet_place", c.MeetPlace, action.ShortText)
	} else {
		c.MeetOn, c.MeetPlace = "", ""
	}
	if len(c.Problems) == 0 {
		checks.Add("problems", "letter.problems.none")
	}
	if err := action.CheckProblems(s, checks, inspectionID, "problems", c.Problems...); err != nil {
		return err
	}
	return checks.Err()
}

func (c *Content) into(l *letter.Letter) {
	l.Title, l.Addressee, l.Basis, l.Demand, l.DueOn = c.Title, c.Addressee, c.Basis, c.Demand, c.Due
	l.MeetOn, l.MeetPlace = c.MeetOn, c.MeetPlace
}

// name lists the problems in the order of the feedback paper, as they stand.
func (c *Content) name(s *action.Step, l letter.Letter) error {
	var list []work.Problem
	for _, id := range c.Problems {
		p, err := store.Problems.Get(s.Tx, id)
		if err != nil {
			return err
		}
		if !slices.ContainsFunc(list, func(have work.Problem) bool { return have.ID == p.ID }) {
			list = append(list, p)
		}
	}
	slices.SortFunc(list, func(a, b work.Problem) int { return a.Seq - b.Seq })
	for n, p := range list {
		i := letter.Item{ID: s.NewID(), OrgID: l.OrgID, LetterID: l.ID, Seq: n + 1, ProblemID: p.ID, Number: p.Number, Title: p.Title, Deadline: p.Deadline}
		if err := action.Insert(s, store.LetterItems, &i); err != nil {
			return err
		}
	}
	return nil
}

// Edit changes a draft.
type Edit struct {
	ID      string           `form:"-"`
	Version int              `form:"version"`
	Content `form:"content"` // its fields stand beside these
	onLetter
}

// Permission implements action.Command.
func (c *Edit) Permission() org.Permission { return org.LetterDraft }

// Target implements action.Command.
func (c *Edit) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command.
func (c *Edit) Run(s *action.Step) error {
	if err := c.sender(s); err != nil {
		return err
	}
	if err := c.before.Need(letter.Draft); err != nil {
		return err
	}
	var checks fault.Checks
	if err := c.check(s, &checks, c.before.InspectionID, c.before.MeetOn != ""); err != nil {
		return err
	}
	after := c.before
	c.into(&after)
	after.DraftedBy, after.DraftedName, after.DraftedAt = s.Actor.AccountID, s.Actor.Name, s.Now
	if err := c.save(s, after, c.Version); err != nil {
		return err
	}
	for _, i := range c.items {
		if err := action.Remove(s, store.LetterItems, i); err != nil {
			return err
		}
	}
	return c.name(s, after)
}
