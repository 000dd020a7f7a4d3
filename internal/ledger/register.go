package ledger

import (
	"strings"

	"bihuan/internal/query"
	"bihuan/internal/sheet"
)

// Register is the register (目录) of an evidence package; damaged names the
// files whose content is not what was uploaded.
func Register(p query.Package, damaged map[string]bool) sheet.Workbook {
	return book(RegisterSheet(p, damaged))
}

// RegisterSheet is the register as a table.
func RegisterSheet(p query.Package, damaged map[string]bool) sheet.Sheet {
	columns := []sheet.Column{
		{Head: []string{"序号"}, Width: 8},
		{Head: []string{"单位"}, Width: 14, Merge: true},
		{Head: []string{"问题编号"}, Width: 10},
		{Head: []string{"反馈问题"}, Width: 28, Align: sheet.Left},
		{Head: []string{"材料标题"}, Width: 32, Align: sheet.Left},
		{Head: []string{word("label.kind")}, Width: 10},
		{Head: []string{word("label.speaks_for")}, Width: 12},
		{Head: []string{word("label.source")}, Width: 14},
		{Head: []string{word("label.state")}, Width: 10},
		{Head: []string{"共用问题"}, Width: 12},
		{Head: []string{"文件"}, Width: 36, Align: sheet.Left},
		{Head: []string{"SHA-256"}, Width: 68, Align: sheet.Left},
	}
	rows := make([][]sheet.Cell, len(p.Files))
	for n, f := range p.Files {
		kind, state := "", word("evidence."+string(f.State))
		if f.Kind != "" {
			kind = word("proof." + string(f.Kind))
		}
		if damaged[f.ID] {
			state = "损坏"
		}
		rows[n] = []sheet.Cell{sheet.Number(float64(f.Seq)), sheet.Text(f.Organisation).In(f.OrgID), sheet.Text(f.Number), sheet.Text(f.Problem),
			sheet.Text(f.Titled()), sheet.Text(kind), sheet.Text(f.SpeaksFor.String()), sheet.Text(f.Source), sheet.Text(state),
			sheet.Text(strings.Join(f.Also, "、")), sheet.Text(f.Path), sheet.Text(f.Hash)}
	}
	return sheet.Sheet{Name: "目录", Title: p.Title + "佐证材料目录", Subtitle: "截至" + p.On.Chinese(), Unit: count(len(rows), "份"),
		Columns: columns, Rows: sheet.Rows(rows), FreezeColumns: 1}
}
