package query

import (
	"slices"

	"bihuan/internal/domain/org"
	"bihuan/internal/domain/plan"
	"bihuan/internal/store"
)

// PlanReviewPage is the joint review of one version.
type PlanReviewPage struct {
	Inside
	JointReview
	File    plan.File
	Content plan.Content
	Earlier []EarlierOpinion
	Since   PlanSince
}

// EarlierOpinion is what the caller's body said to an earlier version, and what
// became of it.
type EarlierOpinion struct {
	plan.Opinion
	Version plan.Version
	Remarks []CommentRow
}

// PlanSince is what changed since the version that the caller's body reviewed
// last.
type PlanSince struct {
	Version plan.Version // none where the body sees the plan for the first time
	Changes []plan.Change
	Count   plan.Tally
}

// PlanReview gives the joint review of a version.
func PlanReview(v *View, versionID string) (PlanReviewPage, error) {
	f, t, err := v.planFile(versionID)
	if err != nil {
		return PlanReviewPage{}, err
	}
	out := PlanReviewPage{Inside: Inside{f.Version.InspectionID}, File: f}
	if out.Content, err = plan.Open(f.Version.Snapshot); err != nil {
		return out, err
	}
	of := reviewed{id: f.Version.ID, bodies: f.Bodies, inside: v.Inside(t), speaks: v.Can(org.PlanConsent, t) && f.May(plan.DoConsent) == nil}
	if out.JointReview, err = v.jointReview(of); err != nil {
		return out, err
	}
	out.Problems = out.Content.Problems
	all, err := v.comments(f.Version, out.Insider)
	if err != nil {
		return out, err
	}
	out.Remarks = slices.DeleteFunc(all, func(c CommentRow) bool { return c.OpinionID == "" || c.Held == plan.TakenBack })
	return out, v.lookBack(&out, plan.Speaks(v.Actor, out.Review.Bodies))
}

// loadPapers lists the opinions on the version that came with a paper.
func (v *View) loadPapers(out *PlanVersionPage, inside bool) error {
	r, given, _, err := store.ReviewOf(v.Tx, out.File.Version.ID)
	out.Papers = slices.DeleteFunc(given, func(o plan.Opinion) bool { return !o.HasPaper() || !r.Shows(o, v.Actor, inside) })
	return err
}

// lookBack gives a body its own earlier opinions with their answers, and what
// changed since the version that it reviewed last.
func (v *View) lookBack(out *PlanReviewPage, mine []plan.Body) error {
	for _, b := range mine {
		earlier, err := store.PlanOpinions.List(v.Tx, `WHERE body_id = ? AND withdrawn_on = '' AND review_id IN (SELECT id FROM plan_review
			WHERE inspection_id = ? AND subject = ?) AND version_id <> ? ORDER BY at DESC, id`, b.ID, out.InspectionID, plan.OfPlan, out.File.Version.ID)
		if err != nil {
			return err
		}
		for _, o := range earlier {
			if err := v.earlier(out, o); err != nil {
				return err
			}
		}
	}
	return nil
}

func (v *View) earlier(out *PlanReviewPage, o plan.Opinion) error {
	version, err := store.PlanVersions.Get(v.Tx, o.VersionID)
	if err != nil || version.Number > out.File.Version.Number {
		return err
	}
	rows, err := v.comments(version, false)
	if err != nil {
		return err
	}
	rows = slices.DeleteFunc(rows, func(c CommentRow) bool { return c.OpinionID != o.ID })
	out.Earlier = append(out.Earlier, EarlierOpinion{o, version, rows})
	if out.Since.Version.ID != "" {
		return nil
	}
	then, err := plan.Open(version.Snapshot)
	if err != nil {
		return err
	}
	out.Since = PlanSince{Version: version, Changes: plan.Diff(then, out.Content)}
	out.Since.Count = plan.Count(out.Since.Changes)
	return nil
}
