package store

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/plan"
	"bihuan/internal/fault"
)

// ReviewOf gives the joint review of a version of the plan or of a report with
// the opinions that stand; there is false before it began.
func ReviewOf(tx *Tx, subjectID string) (r plan.Review, given []plan.Opinion, there bool, err error) {
	r, err = PlanReviews.One(tx, "WHERE version_id = ?", subjectID)
	if fault.Is(err, fault.NotFound) {
		return r, nil, false, nil
	}
	if err != nil {
		return r, nil, false, err
	}
	given, err = PlanOpinions.List(tx, "WHERE review_id = ? AND withdrawn_on = '' ORDER BY at, id", r.ID)
	return r, given, true, err
}

// OpinionTarget gives an opinion with its review, and where what is reviewed
// lies. It counts as submitted where the subject was sent to the actor.
func OpinionTarget(tx *Tx, id string, a org.Actor) (o plan.Opinion, r plan.Review, t org.Target, err error) {
	if o, err = PlanOpinions.Get(tx, id); err != nil {
		return o, r, t, err
	}
	if r, err = PlanReviews.Get(tx, o.ReviewID); err != nil {
		return o, r, t, err
	}
	if r.Kind == plan.OfReport {
		_, t, err = ReportTarget(tx, r.VersionID)
	} else {
		t, err = versionTarget(tx, r.VersionID, a)
	}
	t.Kind, t.ID = PlanOpinions.Name(), id
	return o, r, t, err
}

func versionTarget(tx *Tx, id string, a org.Actor) (org.Target, error) {
	v, err := PlanVersions.Get(tx, id)
	if err != nil {
		return org.Target{}, err
	}
	_, t, err := InspectionTarget(tx, v.InspectionID)
	if err != nil {
		return t, err
	}
	t.Submitted, err = PlanSeen(tx, v, a)
	return t, err
}

// OpenReportRemarks counts the remarks of merged results on the reports of a
// kind that nobody answered yet.
func OpenReportRemarks(tx *Tx, inspectionID string, kind inspection.ReportKind) (int, error) {
	return tx.Count(`SELECT COUNT(*) FROM plan_comment c JOIN report r ON r.id = c.version_id
		WHERE r.inspection_id = ? AND r.kind = ? AND c.answer = '' AND c.held = ''`, inspectionID, kind)
}
