package evaluating

import (
	"slices"

	"bihuan/internal/action"
	"bihuan/internal/domain/evaluation"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// Open begins the evaluation of organisations of a round by a scheme. The cut-
// off fixes the day of which all figures beside the items speak.
type Open struct {
	RoundID     string       `form:"round"`
	SchemeID    string       `form:"scheme"`
	Inspections []string     `form:"inspections"`
	CutOff      workday.Date `form:"cut_off"`
	DueOn       workday.Date `form:"due_on"`

	round inspection.Round
}

// Permission implements action.Command.
func (c *Open) Permission() org.Permission { return org.EvaluationOpen }

// Target implements action.Command.
func (c *Open) Target(s *action.Step) (org.Target, error) {
	var err error
	c.round, err = store.Rounds.Get(s.Tx, c.RoundID)
	return org.Target{Kind: store.Rounds.Name(), ID: c.RoundID, OrgID: c.round.OfficeID}, err
}

// Run implements action.Command.
func (c *Open) Run(s *action.Step) error {
	scheme, err := c.check(s)
	if err != nil {
		return err
	}
	for _, id := range c.Inspections {
		i, err := store.Inspections.Get(s.Tx, id)
		if err != nil {
			return err
		}
		open, err := s.Tx.Count("SELECT COUNT(*) FROM evaluation WHERE inspection_id = ? AND state <> ?", id, evaluation.Final)
		if err != nil {
			return err
		}
		if open > 0 {
			return fault.New(fault.Conflict, "evaluation.open-already", i.Title)
		}
		e := evaluation.Evaluation{ID: s.NewID(), OrgID: i.OrgID, InspectionID: id, RoundID: c.RoundID, SchemeID: scheme.ID, CutOff: c.CutOff,
			DueOn: c.DueOn, State: evaluation.SelfDue, OpenedBy: s.Actor.AccountID, OpenedName: s.Actor.Name, OpenedAt: s.Now}
		if err := action.Insert(s, store.Evaluations, &e); err != nil {
			return err
		}
	}
	return nil
}

func (c *Open) check(s *action.Step) (evaluation.Scheme, error) {
	var checks fault.Checks
	action.NeedDate(&checks, "cut_off", c.CutOff)
	action.NeedDate(&checks, "due_on", c.DueOn)
	if c.CutOff.After(s.Today) {
		checks.Add("cut_off", "field.future")
	}
	if c.DueOn.Before(s.Today) {
		checks.Add("due_on", "evaluation.due-past")
	}
	list, err := store.LatestSchemes(s.Tx, c.round.OfficeID)
	if err != nil {
		return evaluation.Scheme{}, err
	}
	n := slices.IndexFunc(list, func(x evaluation.Scheme) bool { return x.ID == c.SchemeID && !x.Retired })
	if n < 0 {
		checks.Add("scheme", "field.unknown-choice")
	}
	slices.Sort(c.Inspections)
	c.Inspections = slices.Compact(c.Inspections)
	if len(c.Inspections) == 0 {
		checks.Add("inspections", "evaluation.none-chosen")
	}
	for _, id := range c.Inspections {
		found, err := s.Tx.Count("SELECT COUNT(*) FROM inspection WHERE id = ? AND round_id = ? AND plan_shared_on <> ''", id, c.RoundID)
		if err != nil {
			return evaluation.Scheme{}, err
		}
		if found == 0 {
			checks.Add("inspections", "field.unknown-choice")
		}
	}
	if err := checks.Err(); err != nil {
		return evaluation.Scheme{}, err
	}
	return list[n], nil
}
