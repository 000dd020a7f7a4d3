package query

import (
	"slices"

	"bihuan/internal/domain/org"
	"bihuan/internal/domain/plan"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// PlanReviewPage is the joint review of one version, as the caller may see it:
// a body its own opinion, the inspection office all of them, the organisation
// the result.
type PlanReviewPage struct {
	Inside
	File     plan.File
	Content  plan.Content
	Review   plan.Review
	Begun    bool
	Bodies   []BodyRow
	Mine     []plan.Body // for which the caller can give an opinion now
	Remarks  []CommentRow
	MayMerge bool  // the caller merges
	Merge    error // why he cannot yet; nil when he can
	Insider  bool
	Earlier  []EarlierOpinion
	Since    PlanSince
}

// BodyRow is one body with how far it is.
type BodyRow struct {
	plan.Body
	Given       bool
	Opinion     *plan.Opinion // nil where the caller may not see it
	CanAddPaper bool
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
	out := PlanReviewPage{Inside: Inside{f.Version.InspectionID}, File: f, Insider: v.Inside(t)}
	if out.Content, err = plan.Open(f.Version.Snapshot); err != nil {
		return out, err
	}
	given, err := v.reviewOf(&out)
	if err != nil {
		return out, err
	}
	mine := plan.Speaks(v.Actor, out.Review.Bodies)
	for _, b := range out.Review.Bodies {
		out.Bodies = append(out.Bodies, v.bodyRow(out, b, given))
		if slices.Contains(mine, b) && v.Can(org.PlanConsent, t) && f.May(plan.DoConsent) == nil && out.Review.MayGive(b, given) == nil {
			out.Mine = append(out.Mine, b)
		}
	}
	out.MayMerge = v.Can(org.PlanConsent, t) && v.mergesFor(mine) && f.Version.State == plan.Adopted && len(given) > 0
	out.Merge = out.Review.MayMerge(given, v.Today)
	all, err := v.comments(f.Version, out.Insider)
	if err != nil {
		return out, err
	}
	out.Remarks = slices.DeleteFunc(all, func(c CommentRow) bool { return c.OpinionID == "" })
	return out, v.lookBack(&out, mine)
}

// reviewOf loads the review with its opinions; before it begins it stands as
// the round has it today.
func (v *View) reviewOf(out *PlanReviewPage) ([]plan.Opinion, error) {
	r, err := store.PlanReviews.One(v.Tx, "WHERE version_id = ?", out.File.Version.ID)
	if fault.Is(err, fault.NotFound) {
		out.Review = plan.Review{Bodies: out.File.Bodies}
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	out.Review, out.Begun = r, true
	return store.PlanOpinions.List(v.Tx, "WHERE review_id = ? ORDER BY at, id", r.ID)
}

// loadPapers lists the opinions on the version that came with a paper.
func (v *View) loadPapers(out *PlanVersionPage, inside bool) error {
	r, err := store.PlanReviews.One(v.Tx, "WHERE version_id = ?", out.File.Version.ID)
	if fault.Is(err, fault.NotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	given, err := store.PlanOpinions.List(v.Tx, "WHERE review_id = ? ORDER BY at, id", r.ID)
	out.Papers = slices.DeleteFunc(given, func(o plan.Opinion) bool { return !o.HasPaper() || !r.Shows(o, v.Actor, inside) })
	return err
}

func (v *View) mergesFor(mine []plan.Body) bool {
	return slices.ContainsFunc(mine, func(b plan.Body) bool { return b.Kind == plan.ConsentOffice })
}

// bodyRow shows an opinion to its body, to the inspection office, and, once
// there is a result, to the organisation.
func (v *View) bodyRow(x PlanReviewPage, b plan.Body, given []plan.Opinion) BodyRow {
	row := BodyRow{Body: b}
	for _, o := range given {
		if o.BodyID != b.ID {
			continue
		}
		row.Given = true
		if x.Review.Shows(o, v.Actor, x.Insider) {
			row.Opinion, row.CanAddPaper = &o, o.MayAddPaper(v.Actor) == nil
		}
	}
	return row
}

// lookBack gives a body its own earlier opinions with their answers, and what
// changed since the version that it reviewed last.
func (v *View) lookBack(out *PlanReviewPage, mine []plan.Body) error {
	for _, b := range mine {
		earlier, err := store.PlanOpinions.List(v.Tx, `WHERE body_id = ? AND review_id IN (SELECT id FROM plan_review
			WHERE inspection_id = ?) AND version_id <> ? ORDER BY at DESC, id`, b.ID, out.InspectionID, out.File.Version.ID)
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
