package ledger

import (
	"bihuan/internal/query"
	"bihuan/internal/sheet"
	"bihuan/internal/signal"
)

// Signals is a list of signals (疑点清单) as a workbook.
func Signals(l query.SignalLedger) sheet.Workbook {
	columns := []sheet.Column{
		{Head: []string{"序号"}, Width: 6}, {Head: []string{word("label.organisation")}, Width: 16}, {Head: []string{word("signal.rule")}, Width: 20},
		{Head: []string{"问题序号"}, Width: 10}, {Head: []string{word("label.problem")}, Width: 32, Align: sheet.Left},
		{Head: []string{word("signal.found")}, Width: 40, Align: sheet.Left}, {Head: []string{word("label.state")}, Width: 12},
		{Head: []string{word("signal.answer")}, Width: 32, Align: sheet.Left}, {Head: []string{"审核", word("label.outcome")}, Width: 14},
		{Head: []string{"审核", "意见"}, Width: 24, Align: sheet.Left},
	}
	rows := make([][]sheet.Cell, len(l.Rows))
	for n, s := range l.Rows {
		outcome := ""
		if s.Outcome != "" {
			outcome = word("signal.outcome." + string(s.Outcome))
		}
		rows[n] = []sheet.Cell{sheet.Int(n + 1).From(s.ID), sheet.Text(s.Organisation), sheet.Text(word("signal.rule." + string(s.Rule))), sheet.Text(s.Number),
			sheet.Text(s.Title), sheet.Text(Found(s.Signal)), sheet.Text(word("signal.state." + s.Shown())), sheet.Text(s.Answer), sheet.Text(outcome), sheet.Text(s.Review)}
	}
	cut := "截至" + l.On.Chinese()
	if l.Filtered {
		cut += "（按筛选条件）"
	}
	return book(sheet.Sheet{Name: "疑点清单", Title: l.Organisation + "整改疑点清单", Subtitle: cut, Unit: count(len(rows), "项"), Columns: columns,
		Rows: sheet.Rows(rows), FreezeColumns: 1})
}

// Found says in Chinese what a signal found.
func Found(s signal.Signal) string {
	key := "signal.found." + string(s.Rule)
	if s.Variant != "" {
		key += "." + s.Variant
	}
	args := make([]any, len(s.Args))
	for i, a := range s.Args {
		args[i] = a
	}
	return text(key, args...)
}
