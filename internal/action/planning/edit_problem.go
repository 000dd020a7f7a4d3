package planning

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// EditProblem keeps causes, goal, completion criteria and the responsible
// person of a problem. The original wording is no part of it.
type EditProblem struct {
	ID       string `form:"id"`
	Version  int    `form:"version"`
	Cause    string `form:"cause"`
	Category string `form:"cause_category"`
	Goal     string `form:"goal"`
	Criteria string `form:"criteria"`
	OwnerID  string `form:"owner_id"`
	onProblem
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
	checks.Max("criteria", c.Criteria, action.LongText)
	if c.Category != "" {
		checks.OneOf("cause_category", c.Category, words(work.CauseCategories())...)
	}
	if err := action.CheckPeople(s, &checks, c.before.OrgID, "owner_id", c.OwnerID); err != nil {
		return err
	}
	if err := checks.Err(); err != nil {
		return err
	}
	after := c.before
	after.Version = c.Version
	after.Cause, after.CauseCategory, after.Goal, after.Criteria, after.OwnerID = c.Cause, c.Category, c.Goal, c.Criteria, c.OwnerID
	s.Return(c.ID)
	return action.Save(s, store.Problems, c.before, &after)
}

func words[T ~string](codes []T) []string {
	out := make([]string, len(codes))
	for i, c := range codes {
		out[i] = string(c)
	}
	return out
}
