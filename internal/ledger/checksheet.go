package ledger

import (
	"strings"

	"bihuan/internal/domain/work"
	"bihuan/internal/query"
	"bihuan/internal/sheet"
)

// CheckSheet is the sheet of a look-back (回头看核查表) as a workbook.
func CheckSheet(c query.CheckSheet) sheet.Workbook { return book(CheckSheetTable(c)) }

// CheckSheetTable is the sheet of a look-back as a table: what was reported,
// and room for what is found.
func CheckSheetTable(c query.CheckSheet) sheet.Sheet {
	columns := []sheet.Column{
		{Head: []string{"序号"}, Width: 5}, {Head: []string{word("label.organisation")}, Width: 12}, {Head: []string{"问题"}, Width: 26, Align: sheet.Left},
		{Head: []string{"销号日期"}, Width: 11}, {Head: []string{"报告的整改情况"}, Width: 40, Align: sheet.Left}, {Head: []string{"核查内容", "人数"}, Width: 8},
		{Head: []string{"核查内容", "金额（元）"}, Width: 12}, {Head: []string{"核查内容", "疑点"}, Width: 18, Align: sheet.Left},
		{Head: []string{"现场核查", "询问人员、核对凭证"}, Width: 20}, {Head: []string{"现场核查", "结果"}, Width: 10}, {Head: []string{"现场核查", "核查人"}, Width: 10},
	}
	rows := make([][]sheet.Cell, len(c.Rows))
	for n, r := range c.Rows {
		var signals []string
		for _, s := range r.Signals {
			signals = append(signals, word("signal.rule."+string(s.Rule)))
		}
		rows[n] = []sheet.Cell{sheet.Int(n + 1).From(r.Problem.ID), sheet.Text(r.Organisation), sheet.Text(r.Problem.Number + " " + r.Problem.Title),
			sheet.Text(r.Problem.ClosedOn.Chinese()), sheet.Text(r.Claims), people(r.People), yuan(r.Amount), sheet.Text(strings.Join(signals, "、")), {}, {}, {}}
	}
	of := c.Organisation
	if of == "" {
		of = c.Round.Name
	}
	return sheet.Sheet{Name: "回头看核查表", Title: of + "巡察整改“回头看”现场核查表", Subtitle: text("lookback.sheet.drawn", c.Sample.Number, c.Sample.Seed),
		Unit: count(len(rows), "个问题"), Columns: columns, Rows: sheet.Rows(rows), FreezeColumns: 1}
}

func people(n int) sheet.Cell {
	if n == 0 {
		return sheet.Cell{}
	}
	return sheet.Int(n)
}

func yuan(amount int64) sheet.Cell {
	if amount == 0 {
		return sheet.Cell{}
	}
	return sheet.Text(work.Yuan(amount))
}
