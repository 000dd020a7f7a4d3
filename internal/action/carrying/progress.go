package carrying

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// AddProgress reports how far a measure, or a problem as a whole, is. Entries
// are never edited: a correction is a new entry that names the old one.
type AddProgress struct {
	ProblemID  string       `form:"problem"`
	MeasureID  string       `form:"measure"`
	On         workday.Date `form:"on"`
	Body       string       `form:"body"`
	Difficulty string       `form:"difficulty"`
	Verdict    work.Verdict `form:"verdict"`
	People     int          `form:"people"`
	Yuan       string       `form:"yuan"`
	Corrects   string       `form:"corrects"`
	on
}

// Permission implements action.Command.
func (c *AddProgress) Permission() org.Permission { return org.ProgressAdd }

// Target implements action.Command.
func (c *AddProgress) Target(s *action.Step) (org.Target, error) {
	return c.load(s, c.ProblemID, c.MeasureID)
}

// Run implements action.Command.
func (c *AddProgress) Run(s *action.Step) error {
	amount, err := c.check(s)
	if err != nil {
		return err
	}
	p := work.Progress{ID: s.NewID(), OrgID: c.problem.OrgID, InspectionID: c.problem.InspectionID, ProblemID: c.ProblemID,
		MeasureID: c.MeasureID, On: c.On, Body: c.Body, Difficulty: c.Difficulty, Verdict: c.Verdict, People: c.People, Amount: amount,
		Corrects: c.Corrects, AuthorID: s.Actor.AccountID, AuthorName: s.Actor.Name, At: s.Now}
	if err := action.Insert(s, store.ProgressEntries, &p); err != nil {
		return err
	}
	s.Return(p.ID)
	return c.settle(s, c.Verdict)
}

func (c *AddProgress) check(s *action.Step) (int64, error) {
	var checks fault.Checks
	checks.Text("body", c.Body, action.LongText)
	checks.Max("difficulty", c.Difficulty, action.LongText)
	action.NeedDate(&checks, "on", c.On)
	if c.On > s.Today {
		checks.Add("on", "field.future")
	}
	if !c.Verdict.Storable() {
		checks.Add("verdict", "field.unknown-value", c.Verdict)
	}
	if c.People < 0 {
		checks.Add("people", "field.bad-number")
	}
	amount, ok := work.ParseYuan(c.Yuan)
	if !ok {
		checks.Add("yuan", "field.bad-money", c.Yuan)
	}
	if c.Corrects != "" {
		old, err := store.ProgressEntries.Get(s.Tx, c.Corrects)
		if err != nil || old.ProblemID != c.ProblemID {
			checks.Add("corrects", "field.unknown-choice")
		}
	}
	return amount, checks.Err()
}
