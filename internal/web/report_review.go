package web

import (
	"bihuan/internal/action"
	"bihuan/internal/action/report"
	"bihuan/internal/query"
	"bihuan/internal/web/templates"
)

// reportReview is the joint review of a report.
func reportReview(v *visit) error {
	p, x, err := inside(v, "review.card", query.ReportReview, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.ReportReview(p, x))
}

// giveReportOpinion records what a body says to a report.
func giveReportOpinion(v *visit) error {
	cmd := &report.GiveOpinion{ID: v.id()}
	var err error
	if cmd.File, err = v.maybeFile(); err != nil {
		return err
	}
	return post(v, cmd, "review.done.opinion", to("/reports/"+v.id()+"/review"))
}

func mergeReportReview(v *visit) error {
	return post(v, &report.MergeReview{ID: v.id()}, "report.done.return", to("/reports/"+v.id()+"/review"))
}

// answerRemark says what becomes of a remark, on the page from which it was
// answered.
func answerRemark(v *visit) error {
	cmd := &report.AnswerRemark{ID: v.id()}
	return post(v, cmd, "saved", func(r action.Result) string { return v.back("/reports/"+r.ID+"/review") + "#c-" + v.id() })
}
