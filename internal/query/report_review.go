package query

import (
	"slices"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/plan"
	"bihuan/internal/store"
)

// ReturnedReport is a report that a joint review returned, with the remarks of
// the merged result that the caller reads, and what becomes of them.
type ReturnedReport struct {
	inspection.Report
	Remarks   []CommentRow
	CanAnswer bool
}

// reviewOfReport fills in the joint review of a report that went up, and the
// returned ones of its kind that it goes on from.
func (v *View) reviewOfReport(p *ReportPage, t org.Target) error {
	problems, err := v.reviewProblems(p.Report.InspectionID)
	if err != nil {
		return err
	}
	if p.Report.Shared() {
		if p.Joint, err = v.reportReview(p.Report, t, problems); err != nil {
			return err
		}
	}
	p.Returned, err = v.returnedReports(p.Report, t, problems)
	return err
}

func (v *View) reportReview(r inspection.Report, t org.Target, problems []plan.Problem) (*JointReview, error) {
	bodies, err := store.PlanBodies(v.Tx, r.InspectionID)
	if err != nil {
		return nil, err
	}
	runs := r.CheckReview() == nil
	x, err := v.jointReview(reviewed{id: r.ID, bodies: bodies, inside: v.Inside(t), speaks: runs && v.Can(org.ReportDecide, t)})
	if err != nil || !x.Begun && !runs {
		return nil, err
	}
	x.Problems = problems
	x.Remarks, err = v.commentsOn(r.ID, r.OrgID, problems, x.Insider)
	x.Remarks = slices.DeleteFunc(x.Remarks, func(c CommentRow) bool { return c.Held == plan.TakenBack })
	return &x, err
}

// reviewProblems are the problems about which a body can say something.
func (v *View) reviewProblems(inspectionID string) ([]plan.Problem, error) {
	list, err := store.Problems.List(v.Tx, "WHERE inspection_id = ? ORDER BY seq, id", inspectionID)
	out := make([]plan.Problem, len(list))
	for n, p := range list {
		out[n] = plan.Problem{ID: p.ID, Number: p.Number, Title: p.Title}
	}
	return out, err
}

// returnedReports are the reports of the same kind that were returned before,
// newest first. Remarks on them are answered until the next goes up.
func (v *View) returnedReports(r inspection.Report, t org.Target, problems []plan.Problem) ([]ReturnedReport, error) {
	list, err := store.Reports.List(v.Tx, "WHERE inspection_id = ? AND kind = ? AND state = ? AND id <> ? AND created_at <= ? ORDER BY created_at DESC, id",
		r.InspectionID, r.Kind, inspection.ReportReturned, r.ID, r.CreatedAt.UnixMilli())
	if err != nil {
		return nil, err
	}
	var out []ReturnedReport
	for _, before := range list {
		row := ReturnedReport{Report: before, CanAnswer: r.State == inspection.ReportDraft && v.Can(org.ReportWrite, t)}
		if row.Remarks, err = v.commentsOn(before.ID, before.OrgID, problems, v.Inside(t)); err != nil {
			return nil, err
		}
		row.Remarks = slices.DeleteFunc(row.Remarks, func(c CommentRow) bool { return c.Held == plan.TakenBack })
		out = append(out, row)
	}
	return out, nil
}

// ReportReview gives a report with its joint review.
func ReportReview(v *View, id string) (ReportPage, error) {
	p, _, err := v.Report(id)
	return p, err
}
