package planning

import (
	"fmt"
	"slices"

	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/plan"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// review gives the review of the version with the opinions so far; it begins
// where none was begun yet.
func (o *onPlan) review(s *action.Step) (plan.Review, []plan.Opinion, error) {
	r, err := submit(s, o.file)
	if err != nil {
		return r, nil, err
	}
	given, err := store.PlanOpinions.List(s.Tx, "WHERE review_id = ? ORDER BY at, id", r.ID)
	return r, given, err
}

// submit begins the joint review of a version, if that is not done yet. The
// bodies, the grades and the time are the round's of today.
func submit(s *action.Step, f plan.File) (plan.Review, error) {
	v := f.Version
	r, err := store.PlanReviews.One(s.Tx, "WHERE version_id = ?", v.ID)
	if err == nil || !fault.Is(err, fault.NotFound) {
		return r, err
	}
	i, err := store.Inspections.Get(s.Tx, v.InspectionID)
	if err != nil {
		return r, err
	}
	round, err := store.Rounds.Get(s.Tx, i.RoundID)
	if err != nil {
		return r, err
	}
	before, err := s.Tx.Count("SELECT COUNT(*) FROM plan_review WHERE inspection_id = ?", v.InspectionID)
	if err != nil {
		return r, err
	}
	r = plan.Review{ID: s.NewID(), OrgID: v.OrgID, InspectionID: v.InspectionID, VersionID: v.ID, Number: before + 1, Bodies: f.Bodies,
		Grades: round.Settings.Grades, SubmittedOn: s.Today, SubmittedBy: s.Actor.AccountID, SubmittedName: s.Actor.Name}
	r.Due, _ = round.Settings.ReviewTime().From(s.Today, s.Calendar) // a year not yet published counts plain weekdays
	return r, action.Insert(s, store.PlanReviews, &r)
}

// MergeReview merges the bodies' opinions into one result and gives the version
// back. The inspection office does it, and says of each remark whether the
// result takes it up, and in which words.
type MergeReview struct {
	ID      string      `form:"-"` // version of the plan
	Version int         `form:"version"`
	Overall string      `form:"overall"`
	Items   []MergeItem `form:"items"`
	onPlan
}

// MergeItem is one remark as the merged result has it.
type MergeItem struct {
	Comment string `form:"comment"`
	Keep    bool   `form:"keep"`
	Text    string `form:"text"`
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
	i := slices.IndexFunc(plan.Speaks(s.Actor, c.file.Bodies), func(b plan.Body) bool { return b.Kind == plan.ConsentOffice })
	if i < 0 || insider(s.Actor, c.file.Version.OrgID) {
		return fault.New(fault.Denied, "review.office")
	}
	r, given, err := c.review(s)
	if err != nil {
		return err
	}
	if err := r.MayMerge(given, s.Today); err != nil {
		return err
	}
	for _, o := range given {
		if s.Actor.Is(o.By) && o.BodyKind != plan.ConsentOffice {
			return fault.New(fault.Conflict, "plan.same-person")
		}
	}
	merged, err := c.merged(s)
	if err != nil {
		return err
	}
	if err := release(s, r.VersionID, merged); err != nil {
		return err
	}
	if err := decide(s, r, plan.Returns, c.Overall); err != nil {
		return err
	}
	office := plan.Speaks(s.Actor, c.file.Bodies)[i]
	return c.approve(s, plan.Approval{Kind: plan.Return, BodyID: office.ID, On: s.Today, Note: c.Overall}, c.Version)
}

// merged gives the wording of each remark; nil for one that is left out.
func (c *MergeReview) merged(s *action.Step) (map[string]*string, error) {
	held, err := store.PlanComments.List(s.Tx, "WHERE version_id = ? AND held = ?", c.ID, plan.HeldBack)
	if err != nil {
		return nil, err
	}
	var checks fault.Checks
	checks.Text("overall", c.Overall, action.LongText)
	out := map[string]*string{}
	for n := range c.Items {
		item := &c.Items[n]
		at := fmt.Sprintf("items[%d].text", n)
		if !slices.ContainsFunc(held, func(h plan.Comment) bool { return h.ID == item.Comment }) {
			checks.Add(at, "field.unknown-choice")
			continue
		}
		out[item.Comment] = nil
		if item.Keep {
			checks.Text(at, item.Text, action.LongText)
			out[item.Comment] = &item.Text
		}
	}
	return out, checks.Err()
}
