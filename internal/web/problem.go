package web

import (
	"bihuan/internal/action"
	"bihuan/internal/action/planning"
	"bihuan/internal/domain/work"
	"bihuan/internal/query"
	"bihuan/internal/web/templates"
)

func problemPage(v *visit) error {
	p, x, err := inside(v, "side.problems", query.Problem, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.ProblemFile(p, x))
}

func editProblemForm(v *visit) error {
	p, x, err := inside(v, "problem.why", query.EditableProblem, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.EditProblem(p, x))
}

func editProblem(v *visit) error {
	return post(v, &planning.EditProblem{ID: v.id()}, "saved", to("/problems/"+v.id()+"#plan"))
}

func assignProblemForm(v *visit) error {
	p, x, err := inside(v, "problem.who", query.AssignableProblem, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.AssignProblem(p, x))
}

func assignProblem(v *visit) error {
	return post(v, &planning.AssignProblem{ID: v.id()}, "saved", to("/problems/"+v.id()+"#who"))
}

func newMeasureForm(v *visit) error {
	p, x, err := inside(v, "measure.add", query.NewMeasure, v.id())
	if err != nil {
		return err
	}
	x.Measure.Kind = work.MeasureKind(v.r.URL.Query().Get("kind"))
	return v.show(templates.MeasureForm(p, x, "/problems/"+v.id()+"/measures"))
}

func addMeasure(v *visit) error {
	return post(v, &planning.AddMeasure{ProblemID: v.id()}, "measure.added", to("/problems/"+v.id()+"#measures"))
}

func measurePage(v *visit) error {
	p, x, err := inside(v, "label.measures", query.Measure, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.Measure(p, x))
}

func editMeasureForm(v *visit) error {
	p, x, err := inside(v, "measure.edit", query.EditableMeasure, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.MeasureForm(p, x, "/measures/"+v.id()+"/edit"))
}

func editMeasure(v *visit) error {
	return post(v, &planning.EditMeasure{ID: v.id()}, "saved", to("/measures/"+v.id()))
}

func moveMeasure(v *visit) error {
	return post(v, &planning.MoveMeasure{ID: v.id()}, "saved", toProblem)
}

func removeMeasure(v *visit) error {
	return post(v, &planning.RemoveMeasure{ID: v.id()}, "measure.removed", toProblem)
}

// toProblem goes on to the measures of the problem whose id came back.
func toProblem(r action.Result) string { return "/problems/" + r.ID + "#measures" }

func saveSteps(v *visit) error {
	return post(v, &planning.SaveSteps{MeasureID: v.id()}, "saved", to("/measures/"+v.id()+"#steps"))
}

func shareMeasure(v *visit) error {
	return post(v, &planning.ShareMeasure{ID: v.id()}, "share.added", to("/measures/"+v.id()+"#share"))
}

func unshareMeasure(v *visit) error {
	return post(v, &planning.UnshareMeasure{ID: v.id()}, "share.stopped", to("/measures/"+v.id()+"#share"))
}

func saveAssistPart(v *visit) error {
	return post(v, &planning.SaveAssistPart{ProblemID: v.id()}, "saved", to("/problems/"+v.id()+"#who"))
}
