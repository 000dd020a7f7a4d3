package web

import (
	"bihuan/internal/action"
	"bihuan/internal/action/evaluating"
	"bihuan/internal/action/oversight"
	"bihuan/internal/ledger"
	"bihuan/internal/paper"
	"bihuan/internal/query"
	"bihuan/internal/web/templates"
)

func roundEvaluations(v *visit) error {
	l, err := see(v, query.EvaluationsOfRound, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.RoundEvaluations(v.page("evaluation.title"), l))
}

func openEvaluations(v *visit) error {
	return post(v, &evaluating.Open{RoundID: v.id()}, "evaluation.opened", to("/rounds/"+v.id()+"/evaluations"))
}

// evaluationsTaken records that the results of a round are taken out, and
// gives them.
func evaluationsTaken[Out any](v *visit, list string, q func(*query.View, string) (Out, error)) (out Out, err error) {
	if _, err := v.do(&oversight.RecordRoundExport{RoundID: v.id(), List: list}); err != nil {
		return out, err
	}
	return see(v, q, v.id())
}

func exportEvaluations(v *visit) error {
	l, err := evaluationsTaken(v, "evaluations.xlsx", query.EvaluationsOfRound)
	if err != nil {
		return err
	}
	return v.workbook(v.t("evaluation.title"), ledger.Evaluations(l))
}

func evaluationsPaper(v *visit) error {
	l, err := evaluationsTaken(v, "evaluations.docx", paper.EvaluationsOf)
	if err != nil {
		return err
	}
	return v.file(l.Document, v.t("evaluation.title")+"_"+l.Of.Round.Name)
}

func evaluationList(v *visit) error {
	p, l, err := inspect(v, v.id(), "evaluation.title", query.Evaluations, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.Evaluations(p, l))
}

func evaluationPage(v *visit) error {
	p, e, err := inside(v, "evaluation.title", query.EvaluationOf, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.Evaluation(p, e))
}

func evaluationForm(v *visit) error {
	e, err := see(v, paper.Evaluation, v.id())
	if err != nil {
		return err
	}
	if _, err := v.do(&oversight.RecordExport{InspectionID: e.Of.InspectionID, List: "evaluation.docx"}); err != nil {
		return err
	}
	return v.file(e.Document, v.t("evaluation.form")+"_"+e.Of.Organisation)
}

func saveSelfEvaluation(v *visit) error {
	return post(v, &evaluating.SaveSelf{ID: v.id()}, "saved", v.toEvaluation)
}

func reviewEvaluation(v *visit) error {
	return post(v, &evaluating.Review{ID: v.id()}, "saved", v.toEvaluation)
}

func returnEvaluation(v *visit) error {
	return post(v, &evaluating.Return{ID: v.id()}, "saved", v.toEvaluation)
}

func answerEvaluation(v *visit) error {
	return post(v, &evaluating.Answer{ID: v.id()}, "saved", v.toEvaluation)
}

func closeEvaluation(v *visit) error {
	return post(v, &evaluating.Close{ID: v.id()}, "evaluation.closed", v.toEvaluation)
}

func (v *visit) toEvaluation(action.Result) string { return "/evaluations/" + v.id() }
