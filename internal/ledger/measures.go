package ledger

import (
	"bihuan/internal/domain/work"
	"bihuan/internal/query"
	"bihuan/internal/sheet"
)

// Measures is the task list (任务清单) as a workbook.
func Measures(l query.MeasureLedger) sheet.Workbook { return book(MeasureSheet(l)) }

// MeasureSheet is the task list as a table.
func MeasureSheet(l query.MeasureLedger) sheet.Sheet {
	columns := append([]sheet.Column{
		{Head: []string{"序号"}, Width: 8, Merge: true},
		{Head: []string{"反馈问题"}, Width: 28, Merge: true, Align: sheet.Left},
		{Head: []string{"整改任务", word("label.kind")}, Width: 10},
		{Head: []string{"整改任务", word("label.measures")}, Width: 36, Align: sheet.Left},
		{Head: []string{"整改任务", word("label.expected")}, Width: 16},
	}, answers()...)
	columns = append(columns,
		sheet.Column{Head: []string{word("label.due")}, Width: 14},
		sheet.Column{Head: []string{word("label.verdict")}, Width: 12},
		sheet.Column{Head: []string{"持续性"}, Width: 10},
		sheet.Column{Head: []string{word("record.Claim")}, Width: 10},
	)
	rows := make([][]sheet.Cell, len(l.Rows))
	for n, m := range l.Rows {
		row := []sheet.Cell{
			sheet.Text(m.Number).In(m.ProblemID), sheet.Text(m.Problem).In(m.ProblemID), sheet.Text(word("measure-kind." + string(m.Kind))),
			sheet.Text(m.Text).From(m.ID), sheet.Text(m.Expected),
		}
		row = append(row, answering(m.Leader, m.LeadDept, m.Assist, m.Owner)...)
		rows[n] = append(row, dueCell(m.Due), verdictCell(m.Shown), persistence(m.LongTerm), claimCell(m.Claim))
	}
	return sheetOf(word("side.tasks"), l.Ledger, count(len(rows), "条措施"), columns, rows)
}

func claimCell(c work.Claim) sheet.Cell {
	if c == "" {
		return sheet.Cell{}
	}
	return sheet.Text(word("claim." + string(c)))
}
