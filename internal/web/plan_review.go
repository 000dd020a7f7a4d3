package web

import (
	"bihuan/internal/action"
	"bihuan/internal/action/intake"
	"bihuan/internal/action/planning"
	"bihuan/internal/domain/plan"
	"bihuan/internal/query"
	"bihuan/internal/web/templates"
)

func planReview(v *visit) error {
	p, x, err := inside(v, "side.plan", query.PlanReview, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.PlanReview(p, x))
}

// giveOpinion records a body's consent or its wish to return the version.
func giveOpinion(v *visit) error {
	var cmd action.Command = &planning.ConsentPlan{ID: v.id()}
	if v.r.PostFormValue("verdict") == string(plan.Returns) {
		cmd = &planning.ReturnPlan{ID: v.id()}
	}
	return post(v, cmd, "review.done.opinion", to("/plans/"+v.id()+"/review"))
}

func mergeReview(v *visit) error {
	return post(v, &planning.MergeReview{ID: v.id()}, "plan.done.return", to("/plans/"+v.id()+"/review"))
}

func chooseReviewers(v *visit) error {
	return post(v, &intake.ChooseReviewers{RoundID: v.id()}, "saved", to("/rounds/"+v.id()))
}
