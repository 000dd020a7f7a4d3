package planning

import (
	"strings"

	"bihuan/internal/action"
	"bihuan/internal/action/reviewing"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/plan"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// CommentOnPlan adds a comment to a version: on the whole plan, a problem, a
// field of it, or a sentence, with the wording that is proposed instead. Inside
// only those comment whom a running round asks.
type CommentOnPlan struct {
	VersionID string `form:"-"`
	ProblemID string `form:"problem"`
	MeasureID string `form:"measure"`
	Field     string `form:"comment_field"`
	Quote     string `form:"quote"`
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
	i, err := c.speaking(s)
	if err != nil {
		return err
	}
	if err := c.check(s); err != nil {
		return err
	}
	from, err := departmentOf(s)
	if err != nil {
		return err
	}
	comment := plan.Comment{ID: s.NewID(), OrgID: v.OrgID, VersionID: v.ID, RoundID: i.RoundID, InviteeID: i.ID,
		ProblemID: c.ProblemID, MeasureID: c.MeasureID, Field: c.Field, Quote: c.Quote,
		Text: c.Text, Proposed: c.Proposed, FromOrgID: s.Actor.OrgID, FromDept: from, AuthorID: s.Actor.AccountID,
		AuthorName: s.Actor.Name, At: s.Now}
	if mine := plan.Speaks(s.Actor, c.file.Bodies); len(mine) > 0 && !s.Actor.Belongs(v.OrgID) {
		comment.BodyID = mine[0].ID
	}
	if i.Kind.Outside() {
		comment.BodyID = i.PartyID
	}
	s.Return(v.ID)
	if err := action.Insert(s, store.PlanComments, &comment); err != nil {
		return err
	}
	if i.ID == "" || i.Reply == plan.Remarks {
		return nil
	}
	return reply(s, i, plan.Remarks)
}

// speaking gives the party of a running round for which the actor comments;
// none where somebody outside comments while he reviews.
func (c *CommentOnPlan) speaking(s *action.Step) (plan.Invitee, error) {
	v := c.file.Version
	if !c.file.Latest {
		return plan.Invitee{}, fault.New(fault.Conflict, "plan.superseded")
	}
	running, err := store.PlanRounds.List(s.Tx, "WHERE version_id = ? AND ended_on = '' AND until_on >= ? ORDER BY number", v.ID, s.Today)
	if err != nil {
		return plan.Invitee{}, err
	}
	for _, r := range running {
		asked, err := store.PlanInvitees.List(s.Tx, "WHERE round_id = ? ORDER BY seq", r.ID)
		if err != nil {
			return plan.Invitee{}, err
		}
		for _, i := range asked {
			if i.Speaks(s.Actor) {
				return i, nil
			}
		}
	}
	if c.file.MayRemark(s.Actor.Belongs(v.OrgID)) == nil {
		return plan.Invitee{}, nil
	}
	if len(running) > 0 {
		return plan.Invitee{}, fault.New(fault.Denied, "round.not-asked")
	}
	return plan.Invitee{}, fault.New(fault.Conflict, "plan.not-now.comment")
}

// check wants a text, and a passage that the version has; what is quoted must
// stand in it.
func (c *CommentOnPlan) check(s *action.Step) error {
	var checks fault.Checks
	checks.Text("comment", c.Text, action.LongText)
	checks.Max("proposed", c.Proposed, action.LongText)
	checks.Max("quote", c.Quote, action.LongText)
	if c.Field != "" {
		checks.OneOf("comment_field", c.Field, plan.CommentFields()...)
	}
	if err := action.CheckProblems(s, &checks, c.file.Version.InspectionID, "problem", c.ProblemID); err != nil {
		return err
	}
	if err := checks.Err(); err != nil || c.Quote == "" && c.MeasureID == "" {
		return err
	}
	content, err := plan.Open(c.file.Version.Snapshot)
	if err != nil {
		return err
	}
	text, ok := content.Text(plan.Passage{ProblemID: c.ProblemID, MeasureID: c.MeasureID, Field: c.Field})
	switch {
	case !ok && c.MeasureID != "":
		checks.Add("comment_field", "comment.no-measure")
	case !ok:
		checks.Add("comment_field", "comment.where")
	case !strings.Contains(text, c.Quote):
		checks.Add("quote", "comment.not-there")
	}
	return checks.Err()
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
	return reviewing.Answer(s, c.before, c.Version, c.Answer, c.Reason)
}
