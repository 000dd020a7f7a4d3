package paper

import (
	"bihuan/internal/domain/evaluation"
	"bihuan/internal/domain/workday"
	"bihuan/internal/gongwen"
	"bihuan/internal/ledger"
	"bihuan/internal/query"
	"bihuan/internal/sheet"
)

// Evaluations is the results of a round (整改评估汇总表).
func Evaluations(l query.RoundEvaluations, by string) (*gongwen.Document, error) {
	return tablePaper(ledger.EvaluationsTable(l), by, nil)
}

// EvaluationForm is the form of one evaluation (整改评估表), to be printed and
// signed.
func EvaluationForm(e query.EvaluationPage, by string) (*gongwen.Document, error) {
	var end []gongwen.Block
	say := func(text string) { end = append(end, gongwen.P(gongwen.Text(text))) }
	if e.Sent() {
		say("自评得分：" + e.SelfSum.String() + "分。" + signedBy(e.SelfName, workday.DateOf(e.SelfAt, workday.Zone)))
	}
	if e.ShowsReview && e.Reviewed() {
		say("复评得分：" + e.ReviewSum.String() + "分。" + e.Opinion + signedBy(e.ReviewName, workday.DateOf(e.ReviewAt, workday.Zone)))
	}
	if len(e.Vetoes) > 0 {
		say("一票否决：" + e.VetoReason)
	}
	if e.Objection != "" {
		say("单位意见：" + e.Objection)
	}
	if e.Reply != "" && e.ShowsReview {
		say("答复：" + e.Reply)
	}
	if e.State == evaluation.Final {
		say("评估结果：" + e.Total.String() + "分，" + e.Grade + "。" + signedBy(e.FinalName, e.FinalOn))
	}
	say("被评估单位主要负责人（签名）：　　　　　　　　　　　　　　年　　月　　日")
	say("评估人（签名）：　　　　　　　　　　　　　　　　　　　　　年　　月　　日")
	return tablePaper(ledger.EvaluationTable(e), by, end)
}

func signedBy(name string, on workday.Date) string {
	return "（" + name + "，" + on.Chinese() + "）"
}

// tablePaper is one wide table as a paper, with lines under it.
func tablePaper(s sheet.Sheet, by string, end []gongwen.Block) (*gongwen.Document, error) {
	table, err := sheet.Table(s)
	table.Caption, table.Points = gongwen.Run{}, 9
	return &gongwen.Document{Title: []gongwen.Run{gongwen.Text(s.Title)}, Landscape: true, Author: by, Subject: s.Title, Blocks: append([]gongwen.Block{table}, end...)}, err
}
