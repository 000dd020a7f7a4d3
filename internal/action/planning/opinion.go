package planning

import (
	"fmt"

	"bihuan/internal/action"
	"bihuan/internal/action/carrying"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/plan"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// opinionFields are what a body says beside its verdict.
type opinionFields struct {
	Paper   string        `form:"review_paper"`
	PaperOn workday.Date  `form:"review_paper_on"`
	Items   []OpinionItem `form:"items"`
	File    carrying.File `form:"-"` // the paper itself; may come later
}

// OpinionItem is what a body says about one problem: a grade, a text, or both.
type OpinionItem struct {
	Problem  string `form:"problem"`
	Grade    string `form:"grade"`
	Text     string `form:"text"`
	Proposed string `form:"proposed"`
}

// ConsentPlan records the consent of one body, with its paper. Nobody consents
// for a body to which he does not belong, for two, or to his own work.
type ConsentPlan struct {
	ID            string `form:"-"`
	Version       int    `form:"version"`
	Body          string `form:"body"` // organisation or team; may be empty where there is no choice
	Opinion       string `form:"opinion"`
	opinionFields `form:"fields"`
	onPlan
}

// Permission implements action.Command.
func (c *ConsentPlan) Permission() org.Permission { return org.PlanConsent }

// Target implements action.Command.
func (c *ConsentPlan) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command.
func (c *ConsentPlan) Run(s *action.Step) error {
	return c.give(s, c.Body, c.Version, plan.Consents, c.Opinion, c.opinionFields)
}

// ReturnPlan is a body's opinion that a version should go back, with reasons.
// It goes back once the inspection office merged the opinions.
type ReturnPlan struct {
	ID            string `form:"-"`
	Version       int    `form:"version"`
	Body          string `form:"body"`
	Reason        string `form:"opinion"`
	opinionFields `form:"fields"`
	onPlan
}

// Permission implements action.Command.
func (c *ReturnPlan) Permission() org.Permission { return org.PlanConsent }

// Target implements action.Command.
func (c *ReturnPlan) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command.
func (c *ReturnPlan) Run(s *action.Step) error {
	return c.give(s, c.Body, c.Version, plan.Returns, c.Reason, c.opinionFields)
}

// give keeps the opinion of one body.
func (o *onPlan) give(s *action.Step, asked string, seen int, verdict plan.Verdict, overall string, f opinionFields) error {
	body, err := speaksFor(s.Actor, o.file.Bodies, asked)
	if err != nil {
		return err
	}
	if err := o.file.May(plan.DoConsent); err != nil {
		return err
	}
	if insider(s.Actor, o.file.Version.OrgID) || s.Actor.Is(o.file.Version.CreatedBy) {
		return fault.New(fault.Denied, "plan.own-work")
	}
	r, given, err := o.review(s)
	if err != nil {
		return err
	}
	if err := r.MayGive(body, given); err != nil {
		return err
	}
	for _, g := range given {
		if s.Actor.Is(g.By) {
			return fault.New(fault.Conflict, "plan.same-person")
		}
	}
	op := plan.Opinion{ID: s.NewID(), OrgID: r.OrgID, ReviewID: r.ID, VersionID: r.VersionID, BodyKind: body.Kind, BodyID: body.ID, BodyName: body.Name,
		Verdict: verdict, Overall: overall, Hash: o.file.Version.Hash, Paper: f.Paper, PaperOn: f.PaperOn, Grades: map[string]plan.Grade{},
		On: s.Today, By: s.Actor.AccountID, Name: s.Actor.Name, At: s.Now}
	op = withPaper(op, f.File)
	if err := o.checkOpinion(s, op, r.Grades, f.Items); err != nil {
		return err
	}
	for _, i := range f.Items {
		if i.Grade != "" {
			op.Grades[i.Problem] = plan.Grade(i.Grade)
		}
	}
	if err := action.Insert(s, store.PlanOpinions, &op); err != nil {
		return err
	}
	if err := o.remarks(s, op, f.Items); err != nil {
		return err
	}
	return o.conclude(s, r, append(given, op), op, seen)
}

func (o *onPlan) checkOpinion(s *action.Step, op plan.Opinion, grades bool, items []OpinionItem) error {
	var checks fault.Checks
	if op.Verdict == plan.Returns {
		checks.Text("opinion", op.Overall, action.LongText)
	}
	checks.Max("opinion", op.Overall, action.LongText)
	checkPaper(s, &checks, op)
	for n, i := range items {
		at := fmt.Sprintf("items[%d].", n)
		checks.Max(at+"text", i.Text, action.LongText)
		checks.Max(at+"proposed", i.Proposed, action.LongText)
		switch {
		case i.Grade == "":
		case !grades:
			checks.Add(at+"grade", "review.no-grades")
		default:
			checks.OneOf(at+"grade", i.Grade, words(plan.Grades())...)
		}
		if i.Text == "" && (i.Grade == string(plan.Poor) || i.Proposed != "") {
			checks.Add(at+"text", "review.why")
		}
		if err := action.CheckProblems(s, &checks, o.file.Version.InspectionID, at+"problem", i.Problem); err != nil {
			return err
		}
	}
	return checks.Err()
}

// remarks keeps what the body says problem by problem, held back until the
// bodies' result.
func (o *onPlan) remarks(s *action.Step, op plan.Opinion, items []OpinionItem) error {
	for _, i := range items {
		if i.Text == "" {
			continue
		}
		c := plan.Comment{ID: s.NewID(), OrgID: op.OrgID, VersionID: op.VersionID, OpinionID: op.ID, Held: plan.HeldBack, BodyID: op.BodyID,
			ProblemID: i.Problem, Text: i.Text, Proposed: i.Proposed, FromOrgID: s.Actor.OrgID, FromDept: op.BodyName,
			AuthorID: op.By, AuthorName: op.Name, At: s.Now}
		if err := action.Insert(s, store.PlanComments, &c); err != nil {
			return err
		}
	}
	return nil
}

// conclude keeps a consent as an approval, and ends the review once all bodies
// consented.
func (o *onPlan) conclude(s *action.Step, r plan.Review, given []plan.Opinion, op plan.Opinion, seen int) error {
	if op.Verdict == plan.Returns {
		return o.save(s, o.file.Version, seen)
	}
	a := plan.Approval{Kind: op.BodyKind, BodyID: op.BodyID, On: op.On, Note: op.Overall, Paper: op.Paper, PaperOn: op.PaperOn}
	if err := o.approve(s, a, seen); err != nil {
		return err
	}
	if len(r.Awaits(given)) > 0 || len(o.file.With(bound(a, o.file.Version)).Awaited()) > 0 {
		return nil
	}
	if err := release(s, r.VersionID, nil); err != nil {
		return err
	}
	return decide(s, r, plan.Consents, "")
}

// decide keeps the result of a review.
func decide(s *action.Step, r plan.Review, result plan.Verdict, overall string) error {
	after := r
	after.Result, after.Overall = result, overall
	after.DecidedOn, after.DecidedBy, after.DecidedName = s.Today, s.Actor.AccountID, s.Actor.Name
	return action.Save(s, store.PlanReviews, r, &after)
}

// release gives the held remarks on a version to the organisation; those that
// merged names with an empty wording are left out.
func release(s *action.Step, versionID string, merged map[string]*string) error {
	held, err := store.PlanComments.List(s.Tx, "WHERE version_id = ? AND held = ? ORDER BY at, id", versionID, plan.HeldBack)
	if err != nil {
		return err
	}
	for _, c := range held {
		after := c
		after.Held = ""
		if text, named := merged[c.ID]; named {
			switch {
			case text == nil:
				after.Held = plan.LeftOut
			case *text != c.Text:
				after.Merged = *text
			}
		}
		if err := action.Save(s, store.PlanComments, c, &after); err != nil {
			return err
		}
	}
	return nil
}

// speaksFor gives the body for which the actor can speak.
func speaksFor(a org.Actor, bodies []plan.Body, asked string) (plan.Body, error) {
	for _, b := range plan.Speaks(a, bodies) {
		if asked == "" || asked == b.ID {
			return b, nil
		}
	}
	return plan.Body{}, fault.New(fault.Denied, "plan.not-your-body")
}
