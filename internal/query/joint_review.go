package query

import (
	"slices"

	"bihuan/internal/domain/plan"
	"bihuan/internal/store"
)

// JointReview is the joint review of a version of the plan or of a report, as
// the caller may see it: a body its own opinion, the inspection office all of
// them, the organisation the result.
type JointReview struct {
	Review    plan.Review
	Begun     bool
	Bodies    []BodyRow
	Withdrawn []plan.Opinion // taken back by their bodies, for those who read them
	Mine      []plan.Body    // for which the caller can give an opinion now
	Remarks   []CommentRow
	MayMerge  bool  // the caller merges
	Merge     error // why he cannot yet; nil when he can
	Insider   bool
	Problems  []plan.Problem // about which something can be said
}

// BodyRow is one body with how far it is.
type BodyRow struct {
	plan.Body
	Given       bool
	Opinion     *plan.Opinion // nil where the caller may not see it
	CanAddPaper bool
	CanWithdraw bool
}

// reviewed is what a joint review is of, with what the caller may do about it.
type reviewed struct {
	id     string
	bodies []plan.Body // asked, where the review did not begin
	speaks bool        // the caller has the permission, and it is the time
	inside bool
}

// jointReview gives the review of a subject; before it begins it stands as the
// round has it today.
func (v *View) jointReview(of reviewed) (JointReview, error) {
	out := JointReview{Insider: of.inside}
	r, given, there, err := store.ReviewOf(v.Tx, of.id)
	if err != nil {
		return out, err
	}
	if out.Review, out.Begun = r, there; !there {
		out.Review = plan.Review{Bodies: of.bodies}
	}
	mine := plan.Speaks(v.Actor, out.Review.Bodies)
	for _, b := range out.Review.Bodies {
		out.Bodies = append(out.Bodies, v.bodyRow(out, b, given))
		if slices.Contains(mine, b) && of.speaks && out.Review.MayGive(b, given) == nil {
			out.Mine = append(out.Mine, b)
		}
	}
	out.MayMerge = of.speaks && mergesFor(mine) && len(given) > 0
	out.Merge = out.Review.MayMerge(given, v.Today)
	if !there {
		return out, nil
	}
	out.Withdrawn, err = store.PlanOpinions.List(v.Tx, "WHERE review_id = ? AND withdrawn_on <> '' ORDER BY at, id", r.ID)
	out.Withdrawn = slices.DeleteFunc(out.Withdrawn, func(o plan.Opinion) bool { return of.inside || !r.Shows(o, v.Actor, false) })
	return out, err
}

func mergesFor(mine []plan.Body) bool {
	return slices.ContainsFunc(mine, func(b plan.Body) bool { return b.Kind == plan.ConsentOffice })
}

// bodyRow shows an opinion to its body, to the inspection office, and, once
// there is a result, to the organisation.
func (v *View) bodyRow(x JointReview, b plan.Body, given []plan.Opinion) BodyRow {
	row := BodyRow{Body: b}
	for _, o := range given {
		if o.BodyID != b.ID {
			continue
		}
		row.Given = true
		if x.Review.Shows(o, v.Actor, x.Insider) {
			row.Opinion, row.CanAddPaper = &o, o.MayAddPaper(v.Actor) == nil
			row.CanWithdraw = x.Review.MayWithdraw(o, v.Actor) == nil
		}
	}
	return row
}
