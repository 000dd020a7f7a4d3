package ledger

import (
	"strings"

	"bihuan/internal/domain/work"
	"bihuan/internal/query"
	"bihuan/internal/sheet"
)

// measureColumns are the columns that the task list can have.
var measureColumns = []column[query.MeasureRow]{
	{"number", sheet.Column{Head: []string{"序号"}, Width: 8, Merge: true}, func(m query.MeasureRow) sheet.Cell {
		return sheet.Text(m.Number).In(m.ProblemID).From("problem:" + m.ProblemID)
	}},
	{"problem", sheet.Column{Head: []string{"反馈问题"}, Width: 28, Merge: true, Align: sheet.Left}, func(m query.MeasureRow) sheet.Cell { return sheet.Text(m.Problem).In(m.ProblemID) }},
	{"kind", task("label.kind", 10), func(m query.MeasureRow) sheet.Cell { return sheet.Text(m.Kind.Word()) }},
	{"text", left(task("label.measures", 36)), func(m query.MeasureRow) sheet.Cell { return sheet.Text(m.Text + sharedNote(m)).From("measure:" + m.ID) }},
	{"expected", task("label.expected", 16), func(m query.MeasureRow) sheet.Cell { return sheet.Text(m.Expected) }},
	{"steps", left(task("measure.steps", 24)), func(m query.MeasureRow) sheet.Cell { return sheet.Text(stepLines(m.Steps)) }},
	{"shared", task("plan.field.shared", 14), func(m query.MeasureRow) sheet.Cell { return sheet.Text(sharedNote(m)) }},
	{"leader", answer("label.leader_id", 10), func(m query.MeasureRow) sheet.Cell { return sheet.Text(m.Leader) }},
	{"lead", answer("label.lead_dept_id", 14), func(m query.MeasureRow) sheet.Cell { return sheet.Text(m.LeadDept) }},
	{"assist", answer("label.assist_depts", 14), func(m query.MeasureRow) sheet.Cell { return sheet.Text(strings.Join(m.Assist, "、")) }},
	{"owner", answer("label.owner_id", 10), func(m query.MeasureRow) sheet.Cell { return sheet.Text(m.Owner) }},
	{"due", sheet.Column{Head: []string{word("label.due")}, Width: 14}, func(m query.MeasureRow) sheet.Cell { return dueCell(m.Due) }},
	{"due_reason", sheet.Column{Head: []string{word("record.DeadlineReason")}, Width: 20, Align: sheet.Left}, func(m query.MeasureRow) sheet.Cell { return sheet.Text(m.DeadlineReason) }},
	{"verdict", sheet.Column{Head: []string{word("label.verdict")}, Width: 12}, func(m query.MeasureRow) sheet.Cell { return verdictCell(m.Shown) }},
	{"persistence", sheet.Column{Head: []string{"持续性"}, Width: 10}, func(m query.MeasureRow) sheet.Cell { return persistence(m.LongTerm) }},
	{"claim", sheet.Column{Head: []string{word("record.Claim")}, Width: 10}, func(m query.MeasureRow) sheet.Cell { return claimCell(m.Claim) }},
	{work.Remark, sheet.Column{Head: []string{"备注"}, Width: 12}, func(query.MeasureRow) sheet.Cell { return sheet.Cell{} }},
	{work.Unread, sheet.Column{Head: []string{"另填"}, Width: 12}, func(query.MeasureRow) sheet.Cell { return sheet.Cell{} }},
}

func task(key string, width float64) sheet.Column {
	return sheet.Column{Head: []string{"整改任务", word(key)}, Width: width}
}

func left(c sheet.Column) sheet.Column {
	c.Align = sheet.Left
	return c
}

// sharedNote tells which other problems a measure answers too.
func sharedNote(m query.MeasureRow) string {
	if len(m.Shared) == 0 {
		return ""
	}
	numbers := make([]string, len(m.Shared))
	for i, n := range m.Shared {
		numbers[i] = n.Number
	}
	return "（与问题" + strings.Join(numbers, "、") + "共用）"
}

func stepLines(steps []work.Step) string {
	lines := make([]string, len(steps))
	for i, s := range steps {
		lines[i] = strings.TrimSpace(s.Text + " " + s.Due.Chinese())
	}
	return strings.Join(lines, "\n")
}

// Measures is the task list (任务清单) as a workbook.
func Measures(l query.MeasureLedger) sheet.Workbook { return book(MeasureSheet(l)) }

// MeasureSheet is the task list as a table, in the columns that the
// organisation wants.
func MeasureSheet(l query.MeasureLedger) sheet.Sheet {
	columns := chosen(measureColumns, l.Columns)
	return sheetOf(word("side.tasks"), l.Ledger, count(len(l.Rows), "条措施"), looks(columns), cells(columns, l.Rows))
}

func claimCell(c work.Claim) sheet.Cell {
	if c == "" {
		return sheet.Cell{}
	}
	return sheet.Text(word("claim." + string(c)))
}
