package ledger

import (
	"strconv"

	"bihuan/internal/domain/evaluation"
	"bihuan/internal/query"
	"bihuan/internal/sheet"
)

// Evaluations is the results of a round (整改评估汇总表) as a workbook.
func Evaluations(l query.RoundEvaluations) sheet.Workbook { return book(EvaluationsTable(l)) }

// EvaluationsTable is the results of a round as a table, organisation by
// organisation in the order of their feedback.
func EvaluationsTable(l query.RoundEvaluations) sheet.Sheet {
	columns := []sheet.Column{
		{Head: []string{"序号"}, Width: 6}, {Head: []string{word("label.organisation")}, Width: 18}, {Head: []string{word("label.scheme")}, Width: 26, Align: sheet.Left},
		{Head: []string{word("label.cut_off")}, Width: 14}, {Head: []string{word("label.state")}, Width: 14}, {Head: []string{"得分", word("evaluation.self")}, Width: 9},
		{Head: []string{"得分", word("evaluation.review")}, Width: 9}, {Head: []string{"结果", word("evaluation.result")}, Width: 9},
		{Head: []string{"结果", word("evaluation.grade")}, Width: 10}, {Head: []string{"备注"}, Width: 24, Align: sheet.Left},
	}
	rows := make([][]sheet.Cell, len(l.Rows))
	for n, e := range l.Rows {
		rows[n] = []sheet.Cell{sheet.Int(n + 1).From(e.ID), sheet.Text(e.Organisation), sheet.Text(e.Scheme + text("scheme.version", e.Number)), sheet.Text(e.CutOff.Chinese()),
			sheet.Text(word("evaluation.state." + string(e.State))), sumCell(e.SelfSum, e.Sent()), sumCell(e.ReviewSum, e.ReviewBy != ""),
			sumCell(e.Total, e.State == evaluation.Final), sheet.Text(e.Grade), sheet.Text(evaluationNote(e))}
	}
	return sheet.Sheet{Name: "整改评估汇总表", Title: l.Round.Name + "巡察整改评估汇总表", Subtitle: "按反馈先后排列，不作排名", Unit: count(len(rows), "个评估"),
		Columns: columns, Rows: sheet.Rows(rows), FreezeColumns: 1}
}

func sumCell(p evaluation.Points, given bool) sheet.Cell {
	if !given {
		return sheet.Cell{}
	}
	return sheet.Text(p.String())
}

func evaluationNote(e query.EvaluationRow) string {
	if len(e.Vetoes) > 0 {
		return "一票否决：" + e.VetoReason
	}
	return ""
}

// EvaluationTable is one evaluation item by item (整改评估表).
func EvaluationTable(e query.EvaluationPage) sheet.Sheet {
	columns := []sheet.Column{
		{Head: []string{"序号"}, Width: 5}, {Head: []string{"评估内容", word("scheme.group")}, Width: 12}, {Head: []string{"评估内容", word("evaluation.item")}, Width: 34, Align: sheet.Left},
		{Head: []string{word("evaluation.max")}, Width: 9}, {Head: []string{word("evaluation.fact")}, Width: 18, Align: sheet.Left}, {Head: []string{"自评", "得分"}, Width: 7},
		{Head: []string{"自评", "依据"}, Width: 30, Align: sheet.Left}, {Head: []string{"复评", "得分"}, Width: 7}, {Head: []string{"复评", "说明"}, Width: 24, Align: sheet.Left},
	}
	rows := make([][]sheet.Cell, len(e.Lines))
	for n, l := range e.Lines {
		rows[n] = []sheet.Cell{sheet.Int(l.Number), sheet.Text(l.Group), sheet.Text(l.Text), sheet.Text(text("evaluation.max."+string(l.Mode), l.Max.String())), factCell(l.Fact),
			points(l.Mark.Self), sheet.Text(l.Mark.Basis), points(l.Mark.Review), sheet.Text(l.Mark.Reason)}
	}
	return sheet.Sheet{Name: "整改评估表", Title: e.Organisation + e.Scheme, Subtitle: "数据截至" + e.CutOff.Chinese(), Unit: "满分" + e.Full.String() + "分", Columns: columns,
		Rows: sheet.Rows(rows)}
}

func points(p *evaluation.Points) sheet.Cell {
	if p == nil {
		return sheet.Cell{}
	}
	return sheet.Text(p.String())
}

func factCell(f *query.EvaluationFact) sheet.Cell {
	if f == nil {
		return sheet.Cell{}
	}
	return sheet.Text(FactWords(*f, text))
}

// FactWords says a figure in words; say gives a message with its arguments.
func FactWords(f query.EvaluationFact, say func(string, ...any) string) string {
	key := "evaluation.fact." + string(f.Code)
	switch {
	case f.IsShare && f.Of == 0:
		return say(key + ".none")
	case f.IsShare:
		return say(key, strconv.Itoa(f.N), strconv.Itoa(f.Of))
	case f.Code == evaluation.FactPlan || f.Code == evaluation.FactReport || f.Code == evaluation.FactPublished:
		if f.On == "" {
			return say(key+".none", orDash(string(f.Due)))
		}
		return say(key, string(f.On), orDash(string(f.Due)))
	}
	return say(key, strconv.Itoa(f.N))
}

func orDash(s string) string {
	if s == "" {
		return "—"
	}
	return s
}
