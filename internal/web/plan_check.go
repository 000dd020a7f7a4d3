package web

import (
	"bihuan/internal/action/intake"
	"bihuan/internal/action/planning"
	"bihuan/internal/query"
	"bihuan/internal/web/templates"
)

func planCheck(v *visit) error {
	p, x, err := inspect(v, v.id(), "check.title", query.CheckPlan, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.PlanCheck(p, "/inspections/"+v.id(), x))
}

// acceptLeaders takes the proposed leaders over, one or all.
func acceptLeaders(v *visit) error {
	return post(v, &planning.AssignProblems{InspectionID: v.id()}, "propose.taken", to("/inspections/"+v.id()+"/plan-check"))
}

func loadPage(v *visit) error {
	p, x, err := inspect(v, v.id(), "load.title", query.LoadOf, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.Load(p, "/inspections/"+v.id(), x))
}

func savePlanBlocks(v *visit) error {
	return post(v, &intake.SavePlanBlocks{RoundID: v.id()}, "saved", to("/rounds/"+v.id()+"#blocks"))
}
