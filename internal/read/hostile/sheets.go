package hostile

import (
	"strings"
	"testing"
)

// Book is a workbook whose only sheet has the given rows, with further parts.
func Book(t testing.TB, rows string, more ...string) []byte {
	return book(t, part{text: rows}, "", more...)
}

func book(t testing.TB, rows part, after string, more ...string) []byte {
	parts := []part{
		{name: "xl/workbook.xml", text: `<workbook xmlns:r="r"><sheets><sheet name="台账" r:id="r1"/></sheets></workbook>`},
		{name: "xl/_rels/workbook.xml.rels", text: `<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>`},
		{name: "xl/worksheets/sheet1.xml", text: `<worksheet><sheetData>` + strings.Repeat(rows.text, max(rows.times, 1)) + `</sheetData>` + after + `</worksheet>`},
	}
	for i := 0; i+1 < len(more); i += 2 {
		parts = append(parts, part{name: more[i], text: more[i+1]})
	}
	return zipped(t, parts...)
}

// ledgerRows are the head and one row of a ledger.
const ledgerRows = `<row r="1"><c t="inlineStr"><is><t>序号</t></is></c><c t="inlineStr"><is><t>反馈问题</t></is></c><c t="inlineStr"><is><t>整改措施</t></is></c></row>` +
	`<row r="2"><c><v>1</v></c><c t="inlineStr"><is><t>学习少</t></is></c><c t="inlineStr"><is><t>订计划</t></is></c></row>`

// sheets are workbooks that are larger inside than a ledger ever is.
func sheets(t testing.TB) []File {
	text := func(s string) string { return `<c t="inlineStr"><is><t>` + s + `</t></is></c>` }
	return []File{
		{"strings.xlsx", book(t, part{text: ledgerRows}, "", "xl/sharedStrings.xml", "<sst>"+strings.Repeat("<si><t>a</t></si>", 3_000_000)+"</sst>"), "read.too-"},
		{"long-strings.xlsx", book(t, part{text: ledgerRows}, "", "xl/sharedStrings.xml", "<sst>"+strings.Repeat("<si><t>"+strings.Repeat("问题", 500)+"</t></si>", 15_000)+"</sst>"), "read.too-large."},
		{"cells.xlsx", book(t, part{text: "<row>" + strings.Repeat("<c><v>1</v></c>", 600_000) + "</row>"}, ""), "read.too-large.cells"},
		{"rows.xlsx", book(t, part{text: "<row/>", times: 1_000_000}, ""), "read.empty"},
		{"rows-behind.xlsx", book(t, part{text: ledgerRows + strings.Repeat("<row/>", 1_000_000)}, ""), ""},
		{"rows-without-end.xlsx", book(t, part{text: "<row/>", times: 3_000_000}, ""), "read.too-"},
		{"sparse.xlsx", book(t, part{text: `<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`}, ""), "read.empty"},
		{"sparse-behind.xlsx", book(t, part{text: ledgerRows + `<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`}, ""), ""},
		{"merges.xlsx", book(t, part{text: ledgerRows}, "<mergeCells>"+strings.Repeat(`<mergeCell ref="A1:XFD1048576"/>`, 1_000_000)+"</mergeCells>"), ""},
		{"merges-of-rows.xlsx", book(t, part{text: ledgerRows + strings.Repeat("<row>"+text("甲")+"</row>", 20_000)}, "<mergeCells>"+strings.Repeat(`<mergeCell ref="A2:Z20000"/>`, 500_000)+"</mergeCells>"), ""},
		{"styles.xlsx", book(t, part{text: ledgerRows}, "", "xl/styles.xml", "<styleSheet><cellXfs>"+strings.Repeat(`<xf numFmtId="14"/>`, 2_000_000)+"</cellXfs></styleSheet>"), ""},
		{"formats.xlsx", book(t, part{text: ledgerRows}, "", "xl/styles.xml", "<styleSheet><numFmts>"+strings.Repeat(`<numFmt numFmtId="200" formatCode="yyyy"/>`, 1_000_000)+"</numFmts></styleSheet>"), ""},
		{"one-problem.xlsx", book(t, part{text: ledgerRows + strings.Repeat("<row>"+text("")+text("")+text("订计划并且抓好落实")+"</row>", 100_000)}, ""), ""},
		{"comments.xlsx", book(t, part{text: ledgerRows}, "<extLst>"+strings.Repeat("<ext/>", 1_000_000)+"</extLst>"), ""},
		{"columns.csv", []byte("序号,反馈问题,整改措施\n" + strings.Repeat(",", 600_000)), "read.too-large.cells"},
		{"lines.csv", []byte("序号,反馈问题,整改措施\n" + strings.Repeat("\n", 5_000_000)), "read."},
		{"quote.csv", []byte("序号,反馈问题,整改措施\n\"" + strings.Repeat("一,\n", 3_000_000)), "read."},
	}
}
