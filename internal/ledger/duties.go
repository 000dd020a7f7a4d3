package ledger

import (
	"cmp"

	"bihuan/internal/query"
	"bihuan/internal/sheet"
)

// Duties is the responsibility list (责任清单) as a workbook.
func Duties(l query.DutyLedger) sheet.Workbook { return book(DutySheet(l)) }

// DutySheet is the responsibility list as a table.
func DutySheet(l query.DutyLedger) sheet.Sheet {
	columns := []sheet.Column{
		{Head: []string{word("label.leader_id")}, Width: 12, Merge: true},
		{Head: []string{word("label.lead_dept_id")}, Width: 18, Merge: true},
		{Head: []string{word("label.owner_id")}, Width: 12},
	}
	for _, group := range []string{word("label.problems"), word("label.measures")} {
		for _, head := range []string{"总数", word("verdict.done"), word("verdict.basically-done"), word("verdict.not-done")} {
			columns = append(columns, sheet.Column{Head: []string{group, head}, Width: 10})
		}
	}
	columns = append(columns, sheet.Column{Head: []string{word("duty.next")}, Width: 16})
	var problems, measures query.Counts
	rows := make([][]sheet.Cell, len(l.Rows))
	for n, r := range l.Rows {
		row := []sheet.Cell{sheet.Text(cmp.Or(r.Leader, word("filter.none"))).In(r.LeaderID), sheet.Text(cmp.Or(r.Dept, word("filter.none"))).In(r.DeptID),
			sheet.Text(cmp.Or(r.Person, word("filter.none")))}
		row = append(append(row, counted(r.Problems)...), counted(r.Measures)...)
		rows[n] = append(row, sheet.Text(r.Next.Chinese()))
		problems, measures = problems.Plus(r.Problems), measures.Plus(r.Measures)
	}
	s := sheetOf(word("side.responsibility"), l.Ledger, count(problems.Total, "个问题"), columns, rows)
	s.Total = append(append([]sheet.Cell{sheet.Text("合计"), {}, {}}, counted(problems)...), counted(measures)...)
	return s
}

func counted(c query.Counts) []sheet.Cell {
	return []sheet.Cell{sheet.Int(c.Total), sheet.Int(c.Done()), sheet.Int(c.ByVerdict["basically-done"]), sheet.Int(c.Late)}
}
