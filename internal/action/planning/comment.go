package planning

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/plan"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// CommentOnPlan adds a comment to a version, on one problem or on the whole.
type CommentOnPlan struct {
	VersionID string `form:"-"`
	ProblemID string `form:"problem"`
	Field     string `form:"comment_field"`
	Text      string `form:"comment"`
	Proposed  string `form:"proposed"`
	onPlan
}

// Permission implements action.Command.
func (c *CommentOnPlan) Permission() org.Permission { return org.PlanComment }

// Target implements action.Command.
func (c *CommentOnPlan) Target(s *action.Step) (org.Target, error) { return c.load(s, c.VersionID) }

// Run implements action.Command.
func (c *CommentOnPlan) Run(s *action.Step) error {
	v := c.file.Version
	if err := c.file.MayComment(insider(s.Actor, v.OrgID), s.Today); err != nil {
		return err
	}
	var checks fault.Checks
	checks.Text("comment", c.Text, action.LongText)
	checks.Max("proposed", c.Proposed, action.LongText)
	if c.Field != "" {
		checks.OneOf("comment_field", c.Field, plan.CommentFields()...)
	}
	if err := action.CheckProblems(s, &checks, v.InspectionID, "problem", c.ProblemID); err != nil {
		return err
	}
	if err := checks.Err(); err != nil {
		return err
	}
	from, err := departmentOf(s)
	if err != nil {
		return err
	}
	comment := plan.Comment{ID: s.NewID(), OrgID: v.OrgID, VersionID: v.ID, ProblemID: c.ProblemID, Field: c.Field,
		Text: c.Text, Proposed: c.Proposed, FromOrgID: s.Actor.OrgID, FromDept: from, AuthorID: s.Actor.AccountID,
		AuthorName: s.Actor.Name, At: s.Now}
	s.Return(v.ID)
	return action.Insert(s, store.PlanComments, &comment)
}

// insider reports whether the actor belongs to the organisation.
func insider(a org.Actor, orgID string) bool {
	for _, g := range a.Grants {
		if g.Role.Inside() && g.OrgID == orgID {
			return true
		}
	}
	return false
}

// departmentOf names the department, or the team, for which the actor speaks.
func departmentOf(s *action.Step) (string, error) {
	for _, g := range s.Actor.Grants {
		if g.DepartmentID != "" {
			d, err := store.Departments.Get(s.Tx, g.DepartmentID)
			return d.Name, err
		}
		if g.TeamID != "" {
			t, err := store.Teams.Get(s.Tx, g.TeamID)
			return t.Name, err
		}
	}
	return "", nil
}

// AnswerComment adopts a comment, adopts it partly, or refuses it; what is not
// taken up whole needs a reason.
type AnswerComment struct {
	ID      string `form:"-"`
	Version int    `form:"version"`
	Answer  string `form:"answer"`
	Reason  string `form:"answer_reason"`

	before plan.Comment
	onPlan
}

// Permission implements action.Command.
func (c *AnswerComment) Permission() org.Permission { return org.PlanAnswer }

// Target implements action.Command.
func (c *AnswerComment) Target(s *action.Step) (t org.Target, err error) {
	if c.before, err = store.PlanComments.Get(s.Tx, c.ID); err != nil {
		return t, err
	}
	return c.load(s, c.before.VersionID)
}

// Run implements action.Command.
func (c *AnswerComment) Run(s *action.Step) error {
	if err := c.file.MayAnswer(); err != nil {
		return err
	}
	var checks fault.Checks
	checks.OneOf("answer", c.Answer, words(plan.Answers())...)
	checks.Max("answer_reason", c.Reason, action.LongText)
	if c.Answer != string(plan.TakenUp) {
		checks.Need("answer_reason", c.Reason)
	}
	if err := checks.Err(); err != nil {
		return err
	}
	after := c.before
	after.Version = c.Version
	after.Answer, after.Reason = plan.Answer(c.Answer), c.Reason
	after.AnsweredBy, after.AnsweredAt = s.Actor.AccountID, s.Now
	s.Return(c.before.VersionID)
	return action.Save(s, store.PlanComments, c.before, &after)
}
