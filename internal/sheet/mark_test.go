package sheet

import (
	"bytes"
	"testing"

	"github.com/xuri/excelize/v2"
)

// clerks is a workbook as a clerk formats it: a merged aspect, a red bold cell
// with a comment of his own, a date with a format, a wide column.
func clerks(t *testing.T) []byte {
	t.Helper()
	f := excelize.NewFile()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(f.SetSheetName("Sheet1", "整改台账"))
	for cell, v := range map[string]any{"A1": "方面", "B1": "责任人", "C1": "完成时限", "A2": "党的领导", "B2": "孙垒", "C2": 46203, "B3": "赵敏"} {
		must(f.SetCellValue("整改台账", cell, v))
	}
	must(f.MergeCell("整改台账", "A2", "A3"))
	must(f.SetColWidth("整改台账", "A", "A", 33))
	red, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true, Color: "FF0000", Family: "仿宋", Size: 15},
		Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}, Border: []excelize.Border{{Type: "left", Color: "000000", Style: 2}}})
	must(err)
	must(f.SetCellStyle("整改台账", "B2", "B2", red))
	date, err := f.NewStyle(&excelize.Style{NumFmt: 14})
	must(err)
	must(f.SetCellStyle("整改台账", "C2", "C2", date))
	must(f.AddComment("整改台账", excelize.Comment{Cell: "B2", Author: "科员", Paragraph: []excelize.RichTextRun{{Text: "已核"}}}))
	var b bytes.Buffer
	must(f.Write(&b))
	return b.Bytes()
}

func TestAMarkedWorkbookKeepsWhatTheClerkMade(t *testing.T) {
	var b bytes.Buffer
	err := MarkCells(&b, clerks(t), []Mark{{"整改台账", "B2", "责任人：请确认"}, {"整改台账", "B2", "责任人：请确认"}, {"整改台账", "B2", "另有一处"},
		{"整改台账", "C2", "完成时限：不明"}, {"整改台账", "A2", "方面：不明"}, {"没有的表", "A1", "x"}, {"整改台账", "", "没有格子"}}, "闭环")
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	style := func(cell string) *excelize.Style {
		id, err := f.GetCellStyle("整改台账", cell)
		if err != nil {
			t.Fatal(err)
		}
		s, err := f.GetStyle(id)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	for cell, marked := range map[string]bool{"A2": true, "B2": true, "C2": true, "B1": false, "B3": false} {
		if got := len(style(cell).Fill.Color) > 0; got != marked {
			t.Errorf("%s filled: %v", cell, got)
		}
	}
	if s := style("B2"); s.Font == nil || !s.Font.Bold || s.Font.Color != "FF0000" || s.Font.Family != "仿宋" || s.Font.Size != 15 ||
		len(s.Border) != 1 || s.Alignment == nil || !s.Alignment.WrapText {
		t.Errorf("the clerk's format is now %+v", s)
	}
	if s := style("C2"); s.NumFmt != 14 {
		t.Errorf("the date's format is %d", s.NumFmt)
	}
	if m := merged(t, f, "整改台账"); m["A2:A3"] == "" {
		t.Errorf("merged cells are %v", m)
	}
	if w, err := f.GetColWidth("整改台账", "A"); err != nil || w != 33 {
		t.Errorf("the width is %v (%v)", w, err)
	}
	comments, err := f.GetComments("整改台账")
	if err != nil {
		t.Fatal(err)
	}
	said := map[string]string{}
	for _, c := range comments {
		said[c.Cell] += wordsOf(c)
	}
	if len(comments) != 3 || said["B2"] != "已核\n责任人：请确认\n另有一处" || said["C2"] != "完成时限：不明" {
		t.Errorf("comments %q", said)
	}
}
