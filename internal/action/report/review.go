package report

import (
	"bihuan/internal/action"
	"bihuan/internal/action/reviewing"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/plan"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// onReview is what commands on a report in its joint review have in common.
type onReview struct{ before inspection.Report }

func (o *onReview) load(s *action.Step, id string) (t org.Target, err error) {
	o.before, t, err = store.ReportTarget(s.Tx, id)
	return t, err
}

// subject is the report as what is reviewed jointly.
func (o *onReview) subject(s *action.Step) (reviewing.Subject, error) {
	r := o.before
	out := reviewing.Subject{Kind: plan.OfReport, ID: r.ID, OrgID: r.OrgID, InspectionID: r.InspectionID, Hash: r.Hash, DraftedBy: r.CreatedBy}
	begun, _, there, err := store.ReviewOf(s.Tx, r.ID)
	if err != nil {
		return out, err
	}
	if out.Bodies = begun.Bodies; there {
		return out, nil
	}
	out.Bodies, err = store.PlanBodies(s.Tx, r.InspectionID)
	return out, err
}

// ends keeps the result of the review with the report, on top of the version
// that was seen. A returned one stays as it was sent; the organisation goes on
// from it in a new draft.
func (o *onReview) ends(s *action.Step, state inspection.ReportState, overall string, seen int) error {
	after := o.before
	after.Version, after.State, after.Opinion = seen, state, overall
	after.DecidedBy, after.DecidedName, after.DecidedOn = s.Actor.AccountID, s.Actor.Name, s.Today
	if err := action.Save(s, store.Reports, o.before, &after); err != nil {
		return err
	}
	return reported(s, o.before.InspectionID)
}

// GiveOpinion is what one body says to a submitted report. Once all bodies
// consent the report is accepted.
type GiveOpinion struct {
	ID               string       `form:"-"`
	Body             string       `form:"body"` // may be empty where there is no choice
	Verdict          plan.Verdict `form:"verdict"`
	Overall          string       `form:"opinion"`
	reviewing.Fields `form:"fields"`
	onReview
}

// Permission implements action.Command.
func (c *GiveOpinion) Permission() org.Permission { return org.ReportDecide }

// Target implements action.Command.
func (c *GiveOpinion) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command.
func (c *GiveOpinion) Run(s *action.Step) error {
	of, err := c.subject(s)
	if err != nil {
		return err
	}
	body, err := reviewing.SpeaksFor(s, of.Bodies, c.Body)
	if err != nil {
		return err
	}
	if err := c.before.CheckReview(); err != nil {
		return err
	}
	var checks fault.Checks
	checks.OneOf("verdict", string(c.Verdict), string(plan.Consents), string(plan.Returns))
	if err := checks.Err(); err != nil {
		return err
	}
	given, err := reviewing.Give(s, of, reviewing.Word{Body: body, Verdict: c.Verdict, Overall: c.Overall, Fields: c.Fields})
	if err != nil {
		return err
	}
	s.Return(c.ID)
	if !given.Review.Agreed(given.All) {
		return nil
	}
	if err := reviewing.Consented(s, given.Review); err != nil {
		return err
	}
	return c.ends(s, inspection.ReportAccepted, "", c.before.Version)
}

// MergeReview merges the bodies' opinions into one result and returns the
// report with it.
type MergeReview struct {
	ID      string                `form:"-"`
	Version int                   `form:"version"`
	Overall string                `form:"overall"`
	Items   []reviewing.MergeItem `form:"items"`
	onReview
}

// Permission implements action.Command.
func (c *MergeReview) Permission() org.Permission { return org.ReportDecide }

// Target implements action.Command.
func (c *MergeReview) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command.
func (c *MergeReview) Run(s *action.Step) error {
	if err := c.before.CheckReview(); err != nil {
		return err
	}
	of, err := c.subject(s)
	if err != nil {
		return err
	}
	if _, err := reviewing.Merge(s, of, reviewing.Merged{Overall: c.Overall, Items: c.Items}); err != nil {
		return err
	}
	s.Return(c.ID)
	return c.ends(s, inspection.ReportReturned, c.Overall, c.Version)
}

// AnswerRemark says what becomes of a remark of the merged result in the next
// version of a returned report.
type AnswerRemark struct {
	ID      string `form:"-"` // of the remark
	Version int    `form:"version"`
	Answer  string `form:"answer"`
	Reason  string `form:"answer_reason"`

	remark plan.Comment
	onReview
}

// Permission implements action.Command.
func (c *AnswerRemark) Permission() org.Permission { return org.ReportWrite }

// Target implements action.Command.
func (c *AnswerRemark) Target(s *action.Step) (t org.Target, err error) {
	if c.remark, err = store.PlanComments.Get(s.Tx, c.ID); err != nil {
		return t, err
	}
	return c.load(s, c.remark.VersionID)
}

// Run implements action.Command. What went up again is answered for.
func (c *AnswerRemark) Run(s *action.Step) error {
	if c.before.State != inspection.ReportReturned || c.remark.Held != "" {
		return fault.New(fault.NotFound, "fault.not-found")
	}
	up, err := standing(s, c.before)
	if err != nil {
		return err
	}
	if up > 0 {
		return fault.New(fault.Conflict, "report.remarks.closed")
	}
	return reviewing.Answer(s, c.remark, c.Version, c.Answer, c.Reason)
}
