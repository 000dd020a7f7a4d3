package ledger

import (
	"bihuan/internal/query"
	"bihuan/internal/sheet"
)

// Problems is the problem list (问题清单) as a workbook.
func Problems(l query.ProblemLedger) sheet.Workbook { return book(ProblemSheet(l)) }

// ProblemSheet is the problem list as a table.
func ProblemSheet(l query.ProblemLedger) sheet.Sheet {
	columns := append([]sheet.Column{
		{Head: []string{"序号"}, Width: 8},
		{Head: []string{"反馈意见", "方面"}, Width: 14, Merge: true},
		{Head: []string{"反馈意见", "项"}, Width: 14, Merge: true},
		{Head: []string{"反馈意见", "具体问题"}, Width: 36, Align: sheet.Left},
		{Head: []string{word("label.cause")}, Width: 24, Align: sheet.Left},
		{Head: []string{word("label.goal")}, Width: 24, Align: sheet.Left},
		{Head: []string{word("label.criteria")}, Width: 24, Align: sheet.Left},
	}, answers()...)
	columns = append(columns,
		sheet.Column{Head: []string{word("label.due")}, Width: 14},
		sheet.Column{Head: []string{word("label.verdict")}, Width: 12},
		sheet.Column{Head: []string{"持续性"}, Width: 10},
		sheet.Column{Head: []string{"是否销号"}, Width: 12},
	)
	rows := make([][]sheet.Cell, len(l.Rows))
	for n, r := range l.Rows {
		row := []sheet.Cell{
			sheet.Text(r.Number).From(r.ID), sheet.Text(r.Aspect).In(r.AspectID), sheet.Text(r.Item).In(r.ItemID), sheet.Text(r.Wording),
			sheet.Text(r.Cause), sheet.Text(r.Goal), sheet.Text(r.Criteria),
		}
		row = append(row, answering(r.Leader, r.LeadDept, r.Assist, r.Owner)...)
		rows[n] = append(row, dueCell(r.Due), verdictCell(r.Verdict), persistence(r.LongTerm), sheet.Text(r.ClosedOn.Chinese()))
	}
	return sheetOf(word("side.problems"), l.Ledger, count(len(rows), "个问题"), columns, rows)
}
