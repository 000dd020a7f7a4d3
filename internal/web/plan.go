package web

import (
	"bihuan/internal/action"
	"bihuan/internal/action/planning"
	"bihuan/internal/domain/plan"
	"bihuan/internal/query"
	"bihuan/internal/web/templates"
)

func planPage(v *visit) error {
	p, x, err := inspect(v, v.id(), "side.plan", query.Plan, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.Plan(p, x))
}

func draftPlan(v *visit) error {
	return post(v, &planning.DraftPlan{InspectionID: v.id()}, "plan.draft.saved", func(r action.Result) string { return "/plans/" + r.ID })
}

func planVersion(v *visit) error {
	p, x, err := inside(v, "side.plan", query.PlanVersion, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.PlanVersion(p, x))
}

func comparePlans(v *visit) error {
	q := v.r.URL.Query()
	pair := query.PlanPair{From: q.Get("with"), To: v.id(), Narrow: plan.Narrow{Field: q.Get("field"), Dept: q.Get("dept")}}
	p, d, err := inside(v, "side.plan", query.ComparePlans, pair)
	if err != nil {
		return err
	}
	return v.show(templates.PlanDifference(p, v.at(), d))
}

func namePlan(v *visit) error {
	return post(v, &planning.NamePlan{InspectionID: v.id()}, "saved", to("/inspections/"+v.id()+"/plan"))
}

func restorePlanForm(v *visit) error {
	p, r, err := inside(v, "plan.restore", query.RestorePlan, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.PlanRestoration(p, r))
}

// onPlan runs a command on the version of the address and comes back to it.
func onPlan(flash string, cmd func(id string) action.Command) handler {
	return func(v *visit) error { return post(v, cmd(v.id()), flash, to("/plans/"+v.id())) }
}

var (
	restorePlan   = onPlan("plan.done.restore", func(id string) action.Command { return &planning.RestorePlan{ID: id} })
	sharePlan     = onPlan("plan.done.share", func(id string) action.Command { return &planning.SharePlan{ID: id} })
	commentOnPlan = onPlan("plan.done.comment", func(id string) action.Command { return &planning.CommentOnPlan{VersionID: id} })
	adoptPlan     = onPlan("plan.done.adopt", func(id string) action.Command { return &planning.AdoptPlan{ID: id} })
)

func answerComment(v *visit) error {
	return post(v, &planning.AnswerComment{ID: v.id()}, "saved", func(r action.Result) string { return "/plans/" + r.ID + "#c-" + v.id() })
}

func claimMeasures(v *visit) error {
	return post(v, &planning.ClaimMeasures{InspectionID: v.id()}, "claim.saved", to(v.back("/inspections/"+v.id()+"/measures")))
}
