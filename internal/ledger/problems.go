package ledger

import (
	"fmt"
	"strings"

	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/query"
	"bihuan/internal/sheet"
)

// problemColumns are the columns that the problem list can have.
var problemColumns = []column[query.ProblemEntry]{
	{"number", sheet.Column{Head: []string{"序号"}, Width: 8}, func(r query.ProblemEntry) sheet.Cell { return sheet.Text(r.Number).From("problem:" + r.ID) }},
	{"aspect", sheet.Column{Head: []string{"反馈意见", "方面"}, Width: 14, Merge: true}, func(r query.ProblemEntry) sheet.Cell { return sheet.Text(r.Aspect).In(r.AspectID) }},
	{"item", sheet.Column{Head: []string{"反馈意见", "项"}, Width: 14, Merge: true}, func(r query.ProblemEntry) sheet.Cell { return sheet.Text(r.Item).In(r.ItemID) }},
	{"wording", sheet.Column{Head: []string{"反馈意见", "具体问题"}, Width: 36, Align: sheet.Left}, func(r query.ProblemEntry) sheet.Cell { return sheet.Text(r.Wording).From("problem:" + r.ID) }},
	{"category", sheet.Column{Head: []string{word("label.cause_category")}, Width: 10}, func(r query.ProblemEntry) sheet.Cell { return sheet.Text(r.Category) }},
	{"cause", sheet.Column{Head: []string{word("label.cause")}, Width: 24, Align: sheet.Left}, func(r query.ProblemEntry) sheet.Cell { return sheet.Text(r.Cause) }},
	{"goal", sheet.Column{Head: []string{word("label.goal")}, Width: 24, Align: sheet.Left}, func(r query.ProblemEntry) sheet.Cell { return sheet.Text(r.Goal) }},
	{"criteria", sheet.Column{Head: []string{word("label.criteria")}, Width: 24, Align: sheet.Left}, func(r query.ProblemEntry) sheet.Cell { return sheet.Text(r.Criteria) }},
	{"measures", sheet.Column{Head: []string{word("label.measures")}, Width: 36, Align: sheet.Left}, func(r query.ProblemEntry) sheet.Cell { return sheet.Text(strings.Join(r.Texts, "\n")) }},
	{"leader", answer("label.leader_id", 10), func(r query.ProblemEntry) sheet.Cell { return sheet.Text(r.Leader) }},
	{"lead", answer("label.lead_dept_id", 14), func(r query.ProblemEntry) sheet.Cell { return sheet.Text(r.LeadDept) }},
	{"assist", answer("label.assist_depts", 14), func(r query.ProblemEntry) sheet.Cell { return sheet.Text(strings.Join(r.Assist, "、")) }},
	{"owner", answer("label.owner_id", 10), func(r query.ProblemEntry) sheet.Cell { return sheet.Text(r.Owner) }},
	{"due", sheet.Column{Head: []string{word("label.due")}, Width: 14}, func(r query.ProblemEntry) sheet.Cell { return dueCell(r.Due) }},
	{"extended", sheet.Column{Head: []string{"延期说明"}, Width: 14}, func(r query.ProblemEntry) sheet.Cell { return sheet.Text(Extended(r.Due.Extended, r.Due.First)) }},
	{"due_reason", sheet.Column{Head: []string{word("record.DeadlineReason")}, Width: 20, Align: sheet.Left}, func(r query.ProblemEntry) sheet.Cell { return sheet.Text(r.Reason) }},
	{"verdict", sheet.Column{Head: []string{word("label.verdict")}, Width: 12}, func(r query.ProblemEntry) sheet.Cell { return verdictCell(r.Verdict) }},
	{"persistence", sheet.Column{Head: []string{"持续性"}, Width: 10}, func(r query.ProblemEntry) sheet.Cell { return persistence(r.LongTerm) }},
	{"closed", sheet.Column{Head: []string{"是否销号"}, Width: 12}, func(r query.ProblemEntry) sheet.Cell { return sheet.Text(r.ClosedOn.Chinese()) }},
	{"detail", sheet.Column{Head: []string{"具体表现"}, Width: 36, Align: sheet.Left}, func(r query.ProblemEntry) sheet.Cell { return sheet.Text(strings.TrimPrefix(r.Wording, r.Title)) }},
	{"progress", sheet.Column{Head: []string{"进展情况"}, Width: 30, Align: sheet.Left}, func(r query.ProblemEntry) sheet.Cell { return sheet.Text(r.Progress) }},
	{work.Remark, sheet.Column{Head: []string{"备注"}, Width: 12}, func(query.ProblemEntry) sheet.Cell { return sheet.Cell{} }},
	{work.Unread, sheet.Column{Head: []string{"另填"}, Width: 12}, func(query.ProblemEntry) sheet.Cell { return sheet.Cell{} }},
}

// Extended says how often a deadline was put off and what it was at first;
// nothing where it never was.
func Extended(times int, first workday.Date) string {
	if times == 0 {
		return ""
	}
	if first == "" {
		return fmt.Sprintf("延期%d次", times)
	}
	return fmt.Sprintf("延期%d次，原定%s", times, first.Chinese())
}

// Problems is the problem list (问题清单) as a workbook.
func Problems(l query.ProblemLedger) sheet.Workbook { return book(ProblemSheet(l)) }

// ProblemSheet is the problem list as a table, in the columns that the
// organisation wants.
func ProblemSheet(l query.ProblemLedger) sheet.Sheet {
	columns := chosen(problemColumns, l.Columns)
	return sheetOf(word("side.problems"), l.Ledger, count(len(l.Rows), "个问题"), looks(columns), cells(columns, l.Rows))
}
