package planning

import (
	"bihuan/internal/action"
	"bihuan/internal/action/reviewing"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/plan"
)

// ConsentPlan records the consent of one body, with its paper. Nobody consents
// for a body to which he does not belong, for two, or to his own work.
type ConsentPlan struct {
	ID               string `form:"-"`
	Version          int    `form:"version"`
	Body             string `form:"body"` // organisation or team; may be empty where there is no choice
	Opinion          string `form:"opinion"`
	reviewing.Fields `form:"fields"`
	onPlan
}

// Permission implements action.Command.
func (c *ConsentPlan) Permission() org.Permission { return org.PlanConsent }

// Target implements action.Command.
func (c *ConsentPlan) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command.
func (c *ConsentPlan) Run(s *action.Step) error {
	return c.give(s, c.Body, c.Version, plan.Consents, c.Opinion, c.Fields)
}

// ReturnPlan is a body's opinion that a version should go back, with reasons.
// It goes back once the inspection office merged the opinions.
type ReturnPlan struct {
	ID               string `form:"-"`
	Version          int    `form:"version"`
	Body             string `form:"body"`
	Reason           string `form:"opinion"`
	reviewing.Fields `form:"fields"`
	onPlan
}

// Permission implements action.Command.
func (c *ReturnPlan) Permission() org.Permission { return org.PlanConsent }

// Target implements action.Command.
func (c *ReturnPlan) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command.
func (c *ReturnPlan) Run(s *action.Step) error {
	return c.give(s, c.Body, c.Version, plan.Returns, c.Reason, c.Fields)
}

// subject is the version as what is reviewed jointly.
func (o *onPlan) subject() reviewing.Subject {
	v := o.file.Version
	return reviewing.Subject{Kind: plan.OfPlan, ID: v.ID, OrgID: v.OrgID, InspectionID: v.InspectionID, Hash: v.Hash, DraftedBy: v.CreatedBy, Bodies: o.file.Bodies}
}

// give keeps the opinion of one body.
func (o *onPlan) give(s *action.Step, asked string, seen int, verdict plan.Verdict, overall string, f reviewing.Fields) error {
	body, err := reviewing.SpeaksFor(s, o.file.Bodies, asked)
	if err != nil {
		return err
	}
	if err := o.file.May(plan.DoConsent); err != nil {
		return err
	}
	given, err := reviewing.Give(s, o.subject(), reviewing.Word{Body: body, Verdict: verdict, Overall: overall, Fields: f})
	if err != nil {
		return err
	}
	return o.conclude(s, given, seen)
}

// conclude keeps a consent as an approval, and ends the review once all bodies
// consented.
func (o *onPlan) conclude(s *action.Step, g reviewing.Given, seen int) error {
	op := g.Opinion
	if op.Verdict == plan.Returns {
		return o.save(s, o.file.Version, seen)
	}
	a := plan.Approval{Kind: op.BodyKind, BodyID: op.BodyID, On: op.On, Note: op.Overall, Paper: op.Paper, PaperOn: op.PaperOn}
	if err := o.approve(s, a, seen); err != nil {
		return err
	}
	if len(g.Review.Awaits(g.All)) > 0 || len(o.file.With(bound(a, o.file.Version)).Awaited()) > 0 {
		return nil
	}
	return reviewing.Consented(s, g.Review)
}

// MergeReview merges the bodies' opinions into one result and gives the version
// back.
type MergeReview struct {
	ID      string                `form:"-"` // version of the plan
	Version int                   `form:"version"`
	Overall string                `form:"overall"`
	Items   []reviewing.MergeItem `form:"items"`
	onPlan
}

// Permission implements action.Command.
func (c *MergeReview) Permission() org.Permission { return org.PlanConsent }

// Target implements action.Command.
func (c *MergeReview) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command.
func (c *MergeReview) Run(s *action.Step) error {
	if err := c.file.May(plan.DoReturn); err != nil {
		return err
	}
	office, err := reviewing.Merge(s, c.subject(), reviewing.Merged{Overall: c.Overall, Items: c.Items})
	if err != nil {
		return err
	}
	return c.approve(s, plan.Approval{Kind: plan.Return, BodyID: office.ID, On: s.Today, Note: c.Overall}, c.Version)
}
