package ledger

import (
	"strings"

	"bihuan/internal/query"
	"bihuan/internal/sheet"
)

// Regulations is the ledger of regulations (制度台账) as a workbook.
func Regulations(l query.RegulationList) sheet.Workbook {
	columns := []sheet.Column{
		{Head: []string{"序号"}, Width: 6}, {Head: []string{word("regulation.title")}, Width: 36, Align: sheet.Left}, {Head: []string{word("label.change")}, Width: 8},
		{Head: []string{word("label.document_number")}, Width: 20}, {Head: []string{word("regulation.when")}, Width: 14}, {Head: []string{word("regulation.stage")}, Width: 10},
		{Head: []string{word("label.department")}, Width: 16}, {Head: []string{word("label.issued_on")}, Width: 12}, {Head: []string{word("regulation.in-force-on")}, Width: 12},
		{Head: []string{word("label.repealed_on")}, Width: 12}, {Head: []string{word("regulation.application")}, Width: 30, Align: sheet.Left},
		{Head: []string{word("regulation.review-on")}, Width: 12}, {Head: []string{word("regulation.answers")}, Width: 16},
	}
	rows := make([][]sheet.Cell, len(l.Rows))
	for n, r := range l.Rows {
		var answers []string
		for _, a := range r.Answers {
			answers = append(answers, a.Number)
		}
		rows[n] = []sheet.Cell{sheet.Int(n + 1).From(r.ID), sheet.Text(r.Quoted()), sheet.Text(word("regulation-change." + string(r.Change))), sheet.Text(r.DocumentNumber),
			sheet.Text(word("regulation-when." + string(r.When))), sheet.Text(word("regulation-stage." + string(r.Stage))), sheet.Text(r.Department), sheet.Text(string(r.IssuedOn)),
			sheet.Text(string(r.InForceOn)), sheet.Text(string(r.RepealedOn)), sheet.Text(r.Application), sheet.Text(string(r.ReviewOn)), sheet.Text(strings.Join(answers, "、"))}
	}
	return book(sheet.Sheet{Name: "制度台账", Title: l.Organisation + "巡察整改制度台账", Subtitle: "截至" + l.On.Chinese(), Unit: count(len(rows), "项"), Columns: columns,
		Rows: sheet.Rows(rows), FreezeColumns: 2})
}
