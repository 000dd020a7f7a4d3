package ledger

import (
	"fmt"

	"bihuan/internal/domain/party"
	"bihuan/internal/query"
	"bihuan/internal/sheet"
)

// StudyCoverage is who of the leading body has studied which rules as a
// workbook: the day of the first session, and below how many each has done.
func StudyCoverage(m query.StudyMatrix) sheet.Workbook {
	columns := []sheet.Column{{Head: []string{"序号"}, Width: 6}, {Head: []string{word("library.rule")}, Width: 36, Align: sheet.Left}, {Head: []string{word("library.required")}, Width: 8},
		{Head: []string{word("library.sessions")}, Width: 10}, {Head: []string{word("library.share")}, Width: 12}}
	for _, p := range m.People {
		columns = append(columns, sheet.Column{Head: []string{p.Name}, Width: 12})
	}
	rows := make([][]sheet.Cell, len(m.Lines))
	for n, l := range m.Lines {
		required := ""
		if l.Required {
			required = word("library.required")
		}
		row := []sheet.Cell{sheet.Int(n + 1).From(l.ID), sheet.Text(party.Material{Kind: party.MaterialRule, Title: l.Title}.Quoted()), sheet.Text(required), sheet.Int(l.Sessions), sheet.Text(outOf(l.Share))}
		for _, c := range l.Cells {
			on := string(c.On)
			if c.StudyID == "" {
				on = word("library.not-yet")
			}
			row = append(row, sheet.Text(on))
		}
		rows[n] = row
	}
	sum := []sheet.Cell{sheet.Text(""), sheet.Text(word("library.by-person")), sheet.Text(""), sheet.Text(""), sheet.Text("")}
	for _, s := range m.ByPerson {
		sum = append(sum, sheet.Text(outOf(s)))
	}
	return book(sheet.Sheet{Name: "学习覆盖情况", Title: m.Title + "学习覆盖情况", Subtitle: "截至" + m.On.Chinese(), Unit: count(len(rows), "项"), Columns: columns,
		Rows: sheet.Rows(append(rows, sum)), FreezeColumns: 2})
}

// outOf is a share as both its numbers.
func outOf(s party.Share) string { return fmt.Sprintf("%d / %d", s.Done, s.All) }
