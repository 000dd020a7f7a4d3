package ledger

import (
	"bihuan/internal/query"
	"bihuan/internal/sheet"
)

// Survey is the statistics of a survey as a workbook.
func Survey(s query.SurveyPage) sheet.Workbook { return book(SurveyTable(s)) }

// SurveyTable is the distribution of the answers, question by question, with
// each choice's number and share. Questions with the same choices share the
// head; a survey of which nothing is told has no rows.
func SurveyTable(s query.SurveyPage) sheet.Sheet {
	columns := []sheet.Column{{Head: []string{"序号"}, Width: 6, Merge: true}, {Head: []string{word("survey.question")}, Width: 36, Align: sheet.Left, Merge: true}, {Head: []string{word("survey.choice")}, Width: 14},
		{Head: []string{word("survey.ticks")}, Width: 10}, {Head: []string{word("survey.share")}, Width: 10}, {Head: []string{word("survey.satisfied.rate")}, Width: 12, Merge: true}}
	var rows [][]sheet.Cell
	for n, l := range s.Lines {
		for k, c := range l.Choices {
			rows = append(rows, []sheet.Cell{sheet.Int(n + 1).In(l.Key), sheet.Text(l.Text).In(l.Key), sheet.Text(c.Text), sheet.Int(l.Counts[k]),
				sheet.Text(Share(l.Counts[k], l.Answered)), sheet.Text(Share(l.Satisfied, l.Answered)).In(l.Key)})
		}
	}
	return sheet.Sheet{Name: "满意度测评统计表", Title: s.Organisation + "巡察整改满意度测评统计表", Subtitle: SurveyCounts(s), Unit: count(s.Valid(), "张有效票"),
		Columns: columns, Rows: sheet.Rows(rows)}
}

// SurveyCounts says how many ballots were issued and came back.
func SurveyCounts(s query.SurveyPage) string {
	return text("survey.counts", s.Issued.All(), s.Returned.All(), Share(s.Returned.All(), s.Issued.All()), s.Valid(), s.Invalid, s.Blank)
}
