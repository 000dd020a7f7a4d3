package paper

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/query"
)

func evaluationForms() formKind[query.EvaluationPage] {
	return formKind[query.EvaluationPage]{query.EvaluationOf, ofOne(query.EvaluationPage.Within), by(EvaluationForm)}
}

// Evaluation is the form of one evaluation, for those who see it.
func Evaluation(v *query.View, id string) (Formed[query.EvaluationPage], error) {
	return evaluationForms().paper(v, id)
}

func ofEvaluation() trial {
	return evaluationForms().trial(func(v *query.View, i inspection.Inspection) ([]query.Option, error) {
		l, err := query.Evaluations(v, i.ID)
		return options(l.Rows, err, func(r query.EvaluationRow) query.Option {
			return query.Option{Value: r.ID, Label: r.CutOff.Chinese() + " " + r.Scheme}
		})
	})
}

func evaluationTables() formKind[query.RoundEvaluations] {
	return formKind[query.RoundEvaluations]{query.EvaluationsOfRound, ofRound(func(l query.RoundEvaluations) string { return l.Round.ID }), by(Evaluations)}
}

// EvaluationsOf is the results of a round, for those who see them.
func EvaluationsOf(v *query.View, roundID string) (Formed[query.RoundEvaluations], error) {
	return evaluationTables().paper(v, roundID)
}

func ofEvaluations() trial {
	return evaluationTables().trial(func(v *query.View, i inspection.Inspection) ([]query.Option, error) {
		l, err := query.EvaluationsOfRound(v, i.RoundID)
		return []query.Option{{Value: i.RoundID, Label: l.Round.Name}}, err
	})
}

func surveyForms() formKind[query.SurveyPage] {
	return formKind[query.SurveyPage]{query.SurveyOf, ofOne(query.SurveyPage.Within), by(Survey)}
}

// SurveyStatistics is the statistics of a survey, for those who see it.
func SurveyStatistics(v *query.View, id string) (Formed[query.SurveyPage], error) {
	return surveyForms().paper(v, id)
}

func ofSurvey() trial {
	return surveyForms().trial(func(v *query.View, i inspection.Inspection) ([]query.Option, error) {
		l, err := query.Surveys(v, i.ID)
		return options(l.Rows, err, func(r query.SurveyRow) query.Option { return query.Option{Value: r.ID, Label: r.Title} })
	})
}

func checkSheets() formKind[query.CheckSheet] {
	return formKind[query.CheckSheet]{query.CheckSheetOf, ofRound(func(c query.CheckSheet) string { return c.Round.ID }), by(CheckSheet)}
}

// LookBackSheet is the sheet of a look-back, for those who draw.
func LookBackSheet(v *query.View, id string) (Formed[query.CheckSheet], error) {
	return checkSheets().paper(v, id)
}

func ofCheckSheet() trial {
	return checkSheets().trial(func(v *query.View, i inspection.Inspection) ([]query.Option, error) {
		l, err := query.LookBackOfRound(v, i.RoundID)
		return options(l.Samples, err, func(s query.SampleRow) query.Option {
			return query.Option{Value: s.ID, Label: s.At.Format("2006-01-02") + " " + s.Organisation}
		})
	})
}
