package ledger

import (
	"bihuan/internal/query"
	"bihuan/internal/sheet"
)

// Letters is a list of letters (督办函件清单) as a workbook.
func Letters(l query.LetterList) sheet.Workbook {
	columns := []sheet.Column{
		{Head: []string{"序号"}, Width: 6}, {Head: []string{word("label.organisation")}, Width: 16}, {Head: []string{word("letter.addressee")}, Width: 22, Align: sheet.Left},
		{Head: []string{word("letter.kind")}, Width: 14}, {Head: []string{word("label.document_number")}, Width: 20}, {Head: []string{word("letter.title")}, Width: 28, Align: sheet.Left},
		{Head: []string{word("letter.problems")}, Width: 8}, {Head: []string{word("letter.issued-on")}, Width: 12}, {Head: []string{word("letter.due")}, Width: 12},
		{Head: []string{word("letter.received-on")}, Width: 12}, {Head: []string{word("letter.replied-on")}, Width: 12}, {Head: []string{word("label.state")}, Width: 12},
		{Head: []string{word("letter.reply")}, Width: 36, Align: sheet.Left},
	}
	rows := make([][]sheet.Cell, len(l.Rows))
	for n, r := range l.Rows {
		state := word("letter.state." + string(r.State))
		if r.Late {
			state += "（" + word("letter.late") + "）"
		}
		rows[n] = []sheet.Cell{sheet.Int(n + 1).From(r.ID), sheet.Text(r.Organisation), sheet.Text(r.Addressee), sheet.Text(r.KindName), sheet.Text(r.Number), sheet.Text(r.Title),
			sheet.Int(r.Problems), sheet.Text(string(r.IssuedOn)), sheet.Text(string(r.DueOn)), sheet.Text(string(r.ReceivedOn)), sheet.Text(string(r.RepliedOn)), sheet.Text(state), sheet.Text(r.Reply)}
	}
	return book(sheet.Sheet{Name: "督办函件清单", Title: l.Round.Name + "督办函件清单", Subtitle: "截至" + l.On.Chinese(), Unit: count(len(rows), "件"), Columns: columns,
		Rows: sheet.Rows(rows), FreezeColumns: 1})
}
