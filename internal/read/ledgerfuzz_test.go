package read

import (
	"bytes"
	"context"
	"encoding/csv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// seeds are ledgers in rows of texts parted by |, as fuzzing begins with them.
var seeds = []string{
	"某局台账\n填报单位：某局||日期：2026.6.30\n序号|方面|反馈问题|整改措施|责任领导|责任单位|责任人|完成时限|完成情况\n1|甲|子|1.订计划；2.抓落实|张三|办公室|李四、王五|6月底前|已完成\n||丑|①清退②公示|张三|财务科|同上|46203|差不多\n合计|||3项",
	"序号|反馈问题|具体表现|整改措施\n一|政治建设\n1|学习少|三次|订计划\n||未交流|抓落实\n注：完",
	"序号|问题|措施\n1|甲|a\n序号|问题|措施\n2|乙|b\n序号|立行立改事项|整改措施|责任单位|完成情况\n1|丙|c|办公室|是",
	"问题|措施\n甲|乙",
	"|||\n序号|问题|责任|整改措施\n1|甲|张三|a\n2|乙|办公室（李四）|b",
}

func seedRows(seed string) [][]string {
	var rows [][]string
	for line := range strings.SplitSeq(seed, "\n") {
		rows = append(rows, strings.Split(line, "|"))
	}
	return rows
}

// FuzzLedgerRows holds for every table: each text of a visible cell is found in the
// result or stands in a row that the table shows to be none of data, rows come in
// order, and what comes out reads as the same again.
func FuzzLedgerRows(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		rows := seedRows(text)
		if len(rows) > 200 {
			return
		}
		var b strings.Builder
		w := csv.NewWriter(&b)
		if w.WriteAll(rows) != nil {
			return
		}
		p, err := Parse(context.Background(), "a.csv", strings.NewReader(b.String()), int64(b.Len()), Options{})
		if err != nil {
			return
		}
		checkJSON(t, p)
		checkRowsInOrder(t, p)
		checkCellsKept(t, p)
		again, err := Again(context.Background(), p.Tables, Options{})
		if err != nil || measuresSketch(again) != measuresSketch(p) {
			t.Errorf("read again: %v\n%s\n%s", err, measuresSketch(p), measuresSketch(again))
		}
	})
}

func checkRowsInOrder(t *testing.T, p *Paper) {
	last := 0
	p.Walk(func(n *Node, _ int) {
		if n.Source.Row < last {
			t.Errorf("node %q of row %d comes after row %d", n.Title, n.Source.Row, last)
		}
		last = n.Source.Row
	})
}

// checkCellsKept looks up the Han characters of each cell of data in the result.
// Fields that are read into another form keep their cell in the table.
func checkCellsKept(t *testing.T, p *Paper) {
	var all strings.Builder
	p.Walk(func(n *Node, _ int) {
		all.WriteString(n.Mark + n.Wording + n.Text + n.Causes + n.Goal + n.Leader + n.LeadUnit + strings.Join(n.SupportUnits, "") + strings.Join(n.Owners, ""))
		for _, m := range n.Measures {
			all.WriteString(m.Text + m.Progress + m.Leader + m.LeadUnit + strings.Join(m.SupportUnits, "") + strings.Join(m.Owners, ""))
		}
	})
	for _, table := range p.Tables {
		readAs := map[int]Field{}
		for _, c := range table.Columns {
			readAs[c.Number-1] = c.Field
		}
		for _, row := range table.Rows {
			if row.Role != RowData && row.Role != RowSection {
				continue
			}
			for col, cell := range row.Cells {
				switch readAs[col] {
				case FieldProblem, FieldItem, FieldAspect, FieldDetail, FieldCauses, FieldGoal, FieldMeasures, FieldProgress, FieldExtra, FieldNone:
					lookUp(t, all.String(), cell, row.Number)
				}
			}
		}
	}
}

// lookUp reports Han characters of a cell that are nowhere in the result. Those of
// marks are left out.
func lookUp(t *testing.T, all, cell string, row int) {
	for _, r := range cell {
		if unicode.Is(unicode.Han, r) && !inLabels[r] && !strings.ContainsRune(all, r) {
			t.Errorf("row %d: %c of %q is lost", row, r, cell)
		}
	}
}

// FuzzSheet holds for the rows of any sheet: no panic, order, JSON.
func FuzzSheet(f *testing.F) {
	f.Add(`<row r="1"><c t="inlineStr"><is><t>序号</t></is></c><c r="C1" t="inlineStr"><is><t>问题</t></is></c><c t="inlineStr"><is><t>整改措施</t></is></c></row><row r="3" hidden="1"><c r="C3"><v>1</v></c></row>`, "A1:B2 C3:C5")
	f.Add(`<row><c s="1"><f>A1</f></c><c t="e"><v>#REF!</v></c><c t="s"><v>9</v></c><c t="b"><v>1</v></c></row>`, "A1:XFD1048576 B2:A1")
	f.Fuzz(func(t *testing.T, rows, merges string) {
		after := "<mergeCells>"
		for _, m := range strings.Fields(merges) {
			if !strings.ContainsAny(m, `<>&"`) {
				after += `<mergeCell ref="` + m + `"/>`
			}
		}
		data := archiveOf(t,
			"xl/workbook.xml", `<workbook xmlns:r="r"><sheets><sheet name="一" r:id="r1"/></sheets></workbook>`,
			"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>`,
			"xl/worksheets/sheet1.xml", `<worksheet><cols><col min="2" max="2" hidden="1"/></cols><sheetData>`+rows+`</sheetData>`+after+`</mergeCells></worksheet>`)
		p, err := Parse(context.Background(), "a.xlsx", bytes.NewReader(data), int64(len(data)), Options{})
		if err == nil {
			checkJSON(t, p)
			checkRowsInOrder(t, p)
		}
	})
}

// FuzzDue holds for every text: a day is one that the calendar has, and a text that
// gives no day is kept whole.
func FuzzDue(f *testing.F) {
	for _, s := range []string{"2026年6月30日前", "2026.6.30", "20260630", "46203", "6月底前", "2026年第三季度", "立行立改并长期坚持", "2026年6月31日", "2026年5月-2026年8月", "二〇二六年三月", "2026/6/30 00:00:00"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d := parseDue(s)
		if d.Date != "" && impossibleDay(strings.ReplaceAll(d.Date, "-", ".")) {
			t.Errorf("%q gives %q", s, d.Date)
		}
		if d.Date == "" && han(d.Term) != han(s) && !emptyCell(s) {
			t.Errorf("%q is kept as %q", s, d.Term)
		}
	})
}

// FuzzNames holds for every text: names are not empty, and no letter is lost.
func FuzzNames(f *testing.F) {
	for _, s := range []string{"张三、李四", "张 三  李四", "办公室（牵头）、人事科", "财务科（审计科、内审科）", "局长王建国；赵强/孙芳", "办公室和人事科", "买买提·艾力", "无", "（张三"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return // no reader gives such a text
		}
		names := splitNames(s)
		for _, n := range names {
			if strings.TrimSpace(n) == "" {
				t.Errorf("%q gives an empty name", s)
			}
		}
		if lettersOf(strings.Join(names, "")) != lettersOf(s) {
			t.Errorf("%q gives %q", s, names)
		}
		sortedNames(s)
	})
}

// lettersOf are the Han characters of names, without those that join them or stand
// for none.
func lettersOf(s string) string {
	return strings.NewReplacer("无", "", "和", "", "及", "", "与", "").Replace(han(s))
}

// han is the Han characters of a text.
func han(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Han, r) {
			return r
		}
		return -1
	}, s)
}

func emptyCell(s string) bool { return parseDue(s).IsZero() && han(s) == "无" }
