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
	ProblemID  string        `form:"problem"`
	MeasureID  string        `form:"measure"`
	On         workday.Date  `form:"on"`
	Period     string        `form:"period"` // empty: by event
	Body       string        `form:"body"`
	Difficulty string        `form:"difficulty"`
	HelpDept   string        `form:"help_dept"`
	HelpPerson string        `form:"help_person"`
	Verdict    work.Verdict  `form:"verdict"`
	People     int           `form:"people"` // shorthand of a figure: what this entry adds
	Yuan       string        `form:"yuan"`   // the same
	Figures    []FigureInput `form:"figures"`
	Corrects   string        `form:"corrects"`
	Files      []File        `form:"-"` // proof that comes with the entry
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
	figures, err := c.check(s)
	if err != nil {
		return err
	}
	p := work.Progress{ID: s.NewID(), OrgID: c.problem.OrgID, InspectionID: c.problem.InspectionID, ProblemID: c.ProblemID,
		MeasureID: c.MeasureID, On: c.On, Period: c.Period, Body: c.Body, Difficulty: c.Difficulty, Verdict: c.Verdict,
		HelpDeptID: c.HelpDept, HelpPersonID: c.HelpPerson, Corrects: c.Corrects, AuthorID: s.Actor.AccountID, AuthorName: s.Actor.Name, At: s.Now, Cycle: c.problem.Cycle}
	proof, err := c.prove(s, p.ID)
	if err != nil {
		return err
	}
	p.Figures = figures
	for n := range p.Figures {
		if len(p.Figures[n].Proof) == 0 {
			p.Figures[n].Proof = proof
		}
	}
	p.People, p.Amount = totals(figures)
	if err := action.Insert(s, store.ProgressEntries, &p); err != nil {
		return err
	}
	s.Return(p.ID)
	return c.settle(s, c.Verdict)
}

// prove records the files that came with the entry and gives their ids.
func (c *AddProgress) prove(s *action.Step, entry string) ([]string, error) {
	var ids []string
	for _, f := range c.Files {
		e := f.evidence(s, c.problem, c.MeasureID, c.On)
		e.ProgressID, e.Secrecy = entry, work.SecrecyOf([]string{f.Name}, f.Opening)
		if err := kept(s, e); err != nil {
			return nil, err
		}
		ids = append(ids, e.ID)
	}
	return ids, nil
}

func (c *AddProgress) check(s *action.Step) ([]work.Figure, error) {
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
	for _, check := range []func(*action.Step, *fault.Checks) error{c.checkHelp, c.checkPeriod, c.checkCorrects} {
		if err := check(s, &checks); err != nil {
			return nil, err
		}
	}
	for _, f := range c.Files {
		f.check(&checks)
		f.CheckSecrecy(&checks)
	}
	figures, err := c.figures(s, &checks)
	if err != nil {
		return nil, err
	}
	return figures, checks.Err()
}

// checkHelp: who must help belongs to the organisation, and there is something
// to help with.
func (c *AddProgress) checkHelp(s *action.Step, checks *fault.Checks) error {
	if err := action.CheckDepartments(s, checks, c.problem.OrgID, "help_dept", c.HelpDept); err != nil {
		return err
	}
	if err := action.CheckPeople(s, checks, c.problem.OrgID, "help_person", c.HelpPerson); err != nil {
		return err
	}
	if c.Difficulty == "" && (c.HelpDept != "" || c.HelpPerson != "") {
		checks.Add("difficulty", "progress.help-with-what")
	}
	return nil
}

// checkPeriod: the period is one of the inspection's, and has begun.
func (c *AddProgress) checkPeriod(s *action.Step, checks *fault.Checks) error {
	if c.Period == "" {
		return nil
	}
	periods, err := store.PeriodsOf(s.Tx, c.problem.InspectionID, s.Today, s.Calendar)
	if err != nil {
		return err
	}
	for _, p := range periods {
		if p.Code == c.Period {
			return nil
		}
	}
	checks.Add("period", "field.unknown-choice")
	return nil
}

// checkCorrects: a correction names an entry of the same problem and measure
// that no other entry corrects yet.
func (c *AddProgress) checkCorrects(s *action.Step, checks *fault.Checks) error {
	if c.Corrects == "" {
		return nil
	}
	old, err := store.ProgressEntries.Get(s.Tx, c.Corrects)
	if err != nil && !fault.Is(err, fault.NotFound) {
		return err
	}
	if err != nil || old.ProblemID != c.ProblemID || old.MeasureID != c.MeasureID || old.Cycle != c.problem.Cycle {
		checks.Add("corrects", "field.unknown-choice")
		return nil
	}
	n, err := s.Tx.Count("SELECT COUNT(*) FROM progress WHERE corrects = ?", c.Corrects)
	if err == nil && n > 0 {
		return fault.New(fault.Conflict, "progress.corrected-already")
	}
	return err
}
