package paper

import (
	"strconv"

	"bihuan/internal/domain/evaluation"
	"bihuan/internal/domain/workday"
	"bihuan/internal/ledger"
	"bihuan/internal/query"
)

// evaluationWords are what the form of one evaluation speaks of. What the other
// side is not told yet is empty, and so is the condition for it.
func evaluationWords() vocabulary {
	type form = laid[query.EvaluationPage]
	of := func(text func(query.EvaluationPage) string) func(*prose) {
		return says(func(x form) string { return text(x.of) })
	}
	when := func(holds func(query.EvaluationPage) bool) func(*prose) bool {
		return asked(func(x form) bool { return holds(x.of) })
	}
	return vocabulary{
		facts: map[string]func(*prose){
			"单位名称": of(func(e query.EvaluationPage) string { return e.Organisation }),
			"评估方案": of(func(e query.EvaluationPage) string { return e.Scheme }),
			"截止日期": of(func(e query.EvaluationPage) string { return e.CutOff.Chinese() }),
			"自评得分": of(func(e query.EvaluationPage) string { return e.SelfSum.String() }),
			"自评人":  of(func(e query.EvaluationPage) string { return e.SelfName }),
			"自评日期": of(func(e query.EvaluationPage) string { return workday.DateOf(e.SelfAt, workday.Zone).Chinese() }),
			"复评得分": of(func(e query.EvaluationPage) string { return e.ReviewSum.String() }),
			"复评意见": of(func(e query.EvaluationPage) string { return e.Opinion }),
			"复评人":  of(func(e query.EvaluationPage) string { return e.ReviewName }),
			"复评日期": of(func(e query.EvaluationPage) string { return workday.DateOf(e.ReviewAt, workday.Zone).Chinese() }),
			"否决理由": of(func(e query.EvaluationPage) string { return e.VetoReason }),
			"单位意见": of(func(e query.EvaluationPage) string { return e.Objection }),
			"意见答复": of(func(e query.EvaluationPage) string { return e.Reply }),
			"评估得分": of(func(e query.EvaluationPage) string { return e.Total.String() }),
			"评估等次": of(func(e query.EvaluationPage) string { return e.Grade }),
			"评定人":  of(func(e query.EvaluationPage) string { return e.FinalName }),
			"评定日期": of(func(e query.EvaluationPage) string { return e.FinalOn.Chinese() }),
		},
		parts: map[string]func(*prose){"评估表": tableOfIt[query.EvaluationPage]()},
		conditions: map[string]func(*prose) bool{
			"已自评":   when(func(e query.EvaluationPage) bool { return e.Sent() }),
			"已复评":   when(func(e query.EvaluationPage) bool { return e.ShowsReview && e.Reviewed() }),
			"有一票否决": when(func(e query.EvaluationPage) bool { return len(e.Vetoes) > 0 }),
			"单位有意见": when(func(e query.EvaluationPage) bool { return e.Objection != "" }),
			"已答复意见": when(func(e query.EvaluationPage) bool { return e.Reply != "" && e.ShowsReview }),
			"已评定":   when(func(e query.EvaluationPage) bool { return e.State == evaluation.Final }),
		},
	}
}

// evaluationsWords are what the results of a round speak of.
func evaluationsWords() vocabulary {
	type form = laid[query.RoundEvaluations]
	return vocabulary{
		facts: map[string]func(*prose){
			"轮次名称": says(func(x form) string { return x.of.Round.Name }),
			"评估数":  says(func(x form) string { return strconv.Itoa(len(x.of.Rows)) }),
		},
		parts: map[string]func(*prose){"评估汇总表": tableOfIt[query.RoundEvaluations]()},
	}
}

// surveyWords are what the statistics of a survey speak of.
func surveyWords() vocabulary {
	type form = laid[query.SurveyPage]
	return vocabulary{
		facts: map[string]func(*prose){
			"单位名称": says(func(x form) string { return x.of.Organisation }),
			"测评名称": says(func(x form) string { return x.of.Title }),
			"测评对象": says(func(x form) string { return x.of.Audience }),
			"测评开始": says(func(x form) string { return x.of.OpensOn.Chinese() }),
			"测评截止": says(func(x form) string { return x.of.ClosesOn.Chinese() }),
			"票数统计": says(func(x form) string { return ledger.SurveyCounts(x.of) }),
			"有效票数": says(func(x form) string { return strconv.Itoa(x.of.Valid()) }),
		},
		parts:      map[string]func(*prose){"测评统计表": about(surveyTable)},
		conditions: map[string]func(*prose) bool{"有效票过少": asked(func(x form) bool { return x.of.TooFew })},
	}
}

// checkSheetWords are what the sheet of a look-back speaks of.
func checkSheetWords() vocabulary {
	type form = laid[query.CheckSheet]
	return vocabulary{
		facts: map[string]func(*prose){
			"核查范围": says(func(x form) string { return drawnFrom(x.of) }),
			"轮次名称": says(func(x form) string { return x.of.Round.Name }),
			"抽样批次": says(func(x form) string { return strconv.Itoa(x.of.Sample.Number) }),
			"问题数":  says(func(x form) string { return strconv.Itoa(len(x.of.Rows)) }),
		},
		parts: map[string]func(*prose){"核查表": tableOfIt[query.CheckSheet]()},
	}
}
