package planning

import (
	"fmt"

	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// EditProblem keeps causes, goal, completion criteria and the responsible
// person of a problem. The original wording is no part of it.
type EditProblem struct {
	ID       string         `form:"id"`
	Version  int            `form:"version"`
	Cause    string         `form:"cause"`
	Category string         `form:"cause_category"`
	Goal     string         `form:"goal"`
	Criteria []CriterionRow `form:"criteria"`
	OwnerID  string         `form:"owner_id"`
	onProblem
}

// CriterionRow is one completion criterion as typed; one without text counts
// for nothing.
type CriterionRow struct {
	ID    string `form:"id"`
	Text  string `form:"text"`
	Proof string `form:"proof"`
}

// Permission implements action.Command.
func (c *EditProblem) Permission() org.Permission { return org.ProblemPlan }

// Target implements action.Command.
func (c *EditProblem) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command.
func (c *EditProblem) Run(s *action.Step) error {
	if err := c.open(); err != nil {
		return err
	}
	var checks fault.Checks
	checks.Max("cause", c.Cause, action.LongText)
	checks.Max("goal", c.Goal, action.LongText)
	if err := checkCategory(s, &checks, c.before, c.Category); err != nil {
		return err
	}
	criteria := criteriaOf(s, &checks, c.before.Criteria, c.Criteria)
	if err := action.CheckPeople(s, &checks, c.before.OrgID, "owner_id", c.OwnerID); err != nil {
		return err
	}
	if err := checks.Err(); err != nil {
		return err
	}
	after := c.before
	after.Version = c.Version
	after.Cause, after.CauseCategory, after.Goal, after.Criteria, after.OwnerID = c.Cause, c.Category, c.Goal, criteria, c.OwnerID
	if err := asIssued(s, after.InspectionID, problemChanged(c.before, after)); err != nil {
		return err
	}
	s.Return(c.ID)
	return action.Save(s, store.Problems, c.before, &after)
}

// checkCategory notes a category that is none of the organisation's, or one
// that was retired and is chosen anew.
func checkCategory(s *action.Step, checks *fault.Checks, p work.Problem, category string) error {
	if category == "" {
		return nil
	}
	taxonomy, err := taxonomyOf(s, p.OrgID)
	checks.OneOf("cause_category", category, work.Usable(taxonomy, p.CauseCategory)...)
	return err
}

// mostCriteria bounds the criteria of one problem.
const mostCriteria = 30

// criteriaOf reads the rows; an item keeps its id, a new one gets one.
func criteriaOf(s *action.Step, checks *fault.Checks, had work.Criteria, rows []CriterionRow) work.Criteria {
	known := map[string]bool{}
	for _, item := range had {
		known[item.ID] = true
	}
	var out work.Criteria
	for n, row := range rows {
		if row.Text == "" {
			continue
		}
		at := fmt.Sprintf("criteria[%d].", n)
		checks.Max(at+"text", row.Text, fault.ShortText*2)
		if row.Proof != "" {
			checks.OneOf(at+"proof", row.Proof, words(work.ProofKinds())...)
		}
		item := work.Criterion{ID: row.ID, Text: row.Text, Proof: work.ProofKind(row.Proof)}
		if !known[item.ID] {
			item.ID = s.NewID()
		}
		delete(known, row.ID)
		out = append(out, item)
	}
	if len(out) > mostCriteria {
		checks.Add("", "criterion.most", mostCriteria)
	}
	return out
}

func words[T ~string](codes []T) []string {
	out := make([]string, len(codes))
	for i, c := range codes {
		out[i] = string(c)
	}
	return out
}
