package ledger

import (
	"cmp"

	"bihuan/internal/query"
	"bihuan/internal/sheet"
)

// dutyColumns are the columns that the responsibility list can have.
var dutyColumns = []column[query.DutyRow]{
	{"leader", sheet.Column{Head: []string{word("label.leader_id")}, Width: 12, Merge: true}, func(r query.DutyRow) sheet.Cell {
		return sheet.Text(cmp.Or(r.Leader, word("filter.none"))).In(r.LeaderID)
	}},
	{"lead", sheet.Column{Head: []string{word("label.lead_dept_id")}, Width: 18, Merge: true}, func(r query.DutyRow) sheet.Cell {
		return sheet.Text(cmp.Or(r.Dept, word("filter.none"))).In(r.LeaderID + "/" + r.DeptID)
	}},
	{"owner", sheet.Column{Head: []string{word("label.owner_id")}, Width: 12}, func(r query.DutyRow) sheet.Cell {
		return sheet.Text(cmp.Or(r.Person, word("filter.none")))
	}},
	{"problems", figure("label.problems", "总数"), func(r query.DutyRow) sheet.Cell { return sheet.Int(r.Problems.Total) }},
	{"problems_done", figure("label.problems", word("verdict.done")), func(r query.DutyRow) sheet.Cell { return sheet.Int(r.Problems.Done()) }},
	{"problems_basically", figure("label.problems", word("verdict.basically-done")), func(r query.DutyRow) sheet.Cell { return sheet.Int(r.Problems.ByVerdict["basically-done"]) }},
	{"problems_late", figure("label.problems", word("verdict.not-done")), func(r query.DutyRow) sheet.Cell { return sheet.Int(r.Problems.Late) }},
	{"measures", figure("label.measures", "总数"), func(r query.DutyRow) sheet.Cell { return sheet.Int(r.Measures.Total) }},
	{"measures_done", figure("label.measures", word("verdict.done")), func(r query.DutyRow) sheet.Cell { return sheet.Int(r.Measures.Done()) }},
	{"measures_basically", figure("label.measures", word("verdict.basically-done")), func(r query.DutyRow) sheet.Cell { return sheet.Int(r.Measures.ByVerdict["basically-done"]) }},
	{"measures_late", figure("label.measures", word("verdict.not-done")), func(r query.DutyRow) sheet.Cell { return sheet.Int(r.Measures.Late) }},
	{"next", sheet.Column{Head: []string{word("duty.next")}, Width: 16}, func(r query.DutyRow) sheet.Cell { return sheet.Text(r.Next.Chinese()) }},
}

func figure(group, head string) sheet.Column {
	return sheet.Column{Head: []string{word(group), head}, Width: 10}
}

// Duties is the responsibility list (责任清单) as a workbook.
func Duties(l query.DutyLedger) sheet.Workbook { return book(DutySheet(l)) }

// DutySheet is the responsibility list as a table, in the columns that the
// organisation wants, with the totals below.
func DutySheet(l query.DutyLedger) sheet.Sheet {
	columns := chosen(dutyColumns, l.Columns)
	all := query.DutyRow{}
	for _, r := range l.Rows {
		all.Problems, all.Measures = all.Problems.Plus(r.Problems), all.Measures.Plus(r.Measures)
	}
	s := sheetOf(word("side.responsibility"), l.Ledger, count(all.Problems.Total, "个问题"), looks(columns), cells(columns, l.Rows))
	for n, c := range columns {
		switch {
		case n == 0:
			s.Total = append(s.Total, sheet.Text("合计"))
		case c.key == "leader" || c.key == "lead" || c.key == "owner" || c.key == "next":
			s.Total = append(s.Total, sheet.Cell{})
		default:
			s.Total = append(s.Total, c.cell(all))
		}
	}
	return s
}
