package sheet

import (
	"bytes"
	"errors"
	"fmt"
	"iter"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"
)

// reopen writes the book and opens it as an office program would.
func reopen(t interface {
	Fatalf(string, ...any)
	Helper()
}, book Workbook) *excelize.File {
	t.Helper()
	var buf bytes.Buffer
	if err := Write(&buf, book); err != nil {
		t.Fatalf("Write: %v", err)
	}
	f, err := excelize.OpenReader(&buf)
	if err != nil {
		t.Fatalf("the workbook cannot be read back: %v", err)
	}
	return f
}

func ledger() Sheet {
	day := time.Date(2026, 6, 30, 23, 0, 0, 0, time.FixedZone("CST", 8*3600))
	row := func(aspect, item, measure string, n int) []Cell {
		return []Cell{Int(n), Text(aspect), Text(item), Text(measure), Date(day), Percent(0.9871)}
	}
	return Sheet{
		Name: "整改台账", Title: "巡察反馈问题整改台账", Subtitle: "填报单位：云岭市市场监督管理局", Unit: "截至2026年7月1日", FreezeColumns: 1,
		Columns: []Column{
			{Head: []string{"序号"}, Width: 6}, {Head: []string{"方面"}, Width: 14, Merge: true}, {Head: []string{"反馈问题"}, Width: 30, Merge: true},
			{Head: []string{"整改情况", "整改措施"}, Width: 40}, {Head: []string{"整改情况", "完成时限"}, Width: 14}, {Head: []string{"整改情况", "完成率"}},
		},
		Rows: Rows([][]Cell{
			row("党的领导", "学习不深入", "修订制度", 1), row("党的领导", "学习不深入", "开展研讨", 2), row("党的领导", "议事不规范", "修订规则", 3),
			row("从严治党", "议事不规范", "开展自查", 4), row("从严治党", "", "甲", 5), row("从严治党", "", "乙", 6),
		}),
		Total: []Cell{Text("合计"), {}, {}, Int(6)},
	}
}

func merged(t *testing.T, f *excelize.File, name string) map[string]string {
	t.Helper()
	cells, err := f.GetMergeCells(name)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, c := range cells {
		out[c.GetStartAxis()+":"+c.GetEndAxis()] = c.GetCellValue()
	}
	return out
}

func TestHeadsAndGroupsAreMerged(t *testing.T) {
	f := reopen(t, Workbook{Sheets: []Sheet{ledger()}})
	want := map[string]string{
		"A1:F1": "巡察反馈问题整改台账",
		"A3:A4": "序号", "B3:B4": "方面", "C3:C4": "反馈问题", "D3:F3": "整改情况",
		"B5:B7": "党的领导", "C5:C6": "学习不深入", "B8:B10": "从严治党",
	}
	if diff := cmp.Diff(want, merged(t, f, "整改台账")); diff != "" {
		t.Errorf("merged cells (-want +got):\n%s", diff)
	}
}

func TestValuesHaveTheirKinds(t *testing.T) {
	f := reopen(t, Workbook{Sheets: []Sheet{ledger()}})
	for cell, want := range map[string]string{
		"A2": "填报单位：云岭市市场监督管理局", "F2": "截至2026年7月1日", "D4": "整改措施",
		"A5": "1", "E5": "2026-06-30", "F5": "98.71%", "C7": "议事不规范", "C8": "议事不规范", "A11": "合计", "D11": "6",
	} {
		got, err := f.GetCellValue("整改台账", cell)
		if err != nil || got != want {
			t.Errorf("%s shows %q (%v), want %q", cell, got, err, want)
		}
	}
	raw, err := f.GetCellValue("整改台账", "E5", excelize.Options{RawCellValue: true})
	if err != nil || raw != "46203" { // days since 1899-12-30
		t.Errorf("the deadline is stored as %q (%v), not as a day", raw, err)
	}
}

func TestPrintLayout(t *testing.T) {
	f := reopen(t, Workbook{Sheets: []Sheet{ledger()}})
	page, err := f.GetPageLayout("整改台账")
	if err != nil {
		t.Fatal(err)
	}
	if *page.Orientation != "landscape" || *page.Size != a4 || *page.FitToWidth != 1 || *page.FitToHeight != 0 {
		t.Errorf("page layout is %s, size %d, %d by %d pages", *page.Orientation, *page.Size, *page.FitToWidth, *page.FitToHeight)
	}
	props, err := f.GetSheetProps("整改台账")
	if err != nil || props.FitToPage == nil || !*props.FitToPage {
		t.Errorf("fit to page is off (%v)", err)
	}
	footer, err := f.GetHeaderFooter("整改台账")
	if err != nil || !strings.Contains(footer.OddFooter, "第 &P 页") {
		t.Errorf("footer is %+v (%v)", footer, err)
	}
	names := f.GetDefinedName()
	if len(names) != 1 || names[0].Name != "_xlnm.Print_Titles" || names[0].RefersTo != "'整改台账'!$3:$4" {
		t.Errorf("repeated rows are %+v", names)
	}
	panes, err := f.GetPanes("整改台账")
	if err != nil || !panes.Freeze || panes.YSplit != 4 || panes.XSplit != 1 || panes.TopLeftCell != "B5" {
		t.Errorf("panes are %+v (%v)", panes, err)
	}
	if width, err := f.GetColWidth("整改台账", "D"); err != nil || width != 40 {
		t.Errorf("column D is %v wide (%v)", width, err)
	}
}

func TestCellsAreBorderedAndWrapped(t *testing.T) {
	f := reopen(t, Workbook{Sheets: []Sheet{ledger()}})
	for _, cell := range []string{"A3", "E3", "B6", "D5", "F11"} {
		id, err := f.GetCellStyle("整改台账", cell)
		if err != nil {
			t.Fatal(err)
		}
		style, err := f.GetStyle(id)
		if err != nil || len(style.Border) != 4 || !style.Alignment.WrapText {
			t.Errorf("%s has %d borders, wrapped: %v (%v)", cell, len(style.Border), style.Alignment.WrapText, err)
		}
	}
}

// TestTextStaysText holds for any text a cell can hold, formulas and Excel's
// own escapes included.
func TestTextStaysText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := rapid.OneOf(
			rapid.SampledFrom([]string{`=HYPERLINK("http://x","y")`, "+1", "-2+3", "@SUM(A1)", "=1+1", "_x0041_", "\t=1", "007", "1e5", "2026-01-02", "]]>", " a ", "true"}),
			rapid.StringMatching(`[=+@ -]?[\x20-\x7e\x{4e00}-\x{9fff}“”…😀\n]{1,30}`),
		).Draw(t, "text")
		f := reopen(t, Workbook{Sheets: []Sheet{{Name: "表", Columns: []Column{{Head: []string{in}}}, Rows: Rows([][]Cell{{Text(in)}})}}})
		for _, cell := range []string{"A1", "A2"} {
			got, err := f.GetCellValue("表", cell)
			if err != nil || got != in {
				t.Fatalf("%s reads %q (%v), want %q", cell, got, err, in)
			}
			if formula, err := f.GetCellFormula("表", cell); err != nil || formula != "" {
				t.Fatalf("%s is the formula %q (%v)", cell, formula, err)
			}
		}
		if kind, err := f.GetCellType("表", "A2"); err != nil || kind != excelize.CellTypeInlineString && kind != excelize.CellTypeSharedString {
			t.Fatalf("text is stored as type %d (%v)", kind, err)
		}
	})
}

func TestGroupsOfTheSameNameStayApart(t *testing.T) {
	s := Sheet{Name: "表", Columns: []Column{{Head: []string{"问题"}, Merge: true}, {Head: []string{"措施"}}}, Rows: Rows([][]Cell{
		{Text("同名").In("p-1"), Text("一")}, {Text("同名").In("p-1"), Text("二")}, {Text("同名").In("p-2"), Text("三")},
	})}
	if diff := cmp.Diff(map[string]string{"A2:A3": "同名"}, merged(t, reopen(t, Workbook{Sheets: []Sheet{s}}), "表")); diff != "" {
		t.Errorf("merged cells (-want +got):\n%s", diff)
	}
}

func TestMergedTextFindsItsRoom(t *testing.T) {
	long := strings.Repeat("问题表述", 40) // 320 half characters
	s := Sheet{Name: "表", Columns: []Column{{Head: []string{"问题"}, Width: 21, Merge: true}, {Head: []string{"措施"}}}, Rows: Rows([][]Cell{
		{Text(long), Text("一")}, {Text(long), Text("二")},
	})}
	f := reopen(t, Workbook{Sheets: []Sheet{s}})
	total := 0.0
	for row := 2; row <= 3; row++ {
		h, err := f.GetRowHeight("表", row)
		if err != nil {
			t.Fatal(err)
		}
		total += h
	}
	if total < 16*lineHeight {
		t.Errorf("16 lines have %v points", total)
	}
}

func TestTabNames(t *testing.T) {
	long := strings.Repeat("很", 40)
	got := tabNames([]Sheet{{Name: "清单"}, {Name: "清单"}, {Name: "a/b:c[1]"}, {Name: ""}, {Name: "'q'"}, {Name: long}, {Name: long}, {Name: "ABC"}, {Name: "abc"}})
	want := []string{"清单", "清单(2)", "a-b-c-1-", "表", "q", long[:31*3], long[:28*3] + "(2)", "ABC", "abc(2)"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("tab names (-want +got):\n%s", diff)
	}
	var sheets []Sheet
	for _, name := range append(want, "it's", "清单") {
		sheets = append(sheets, Sheet{Name: name, Columns: []Column{{Head: []string{"甲"}}}})
	}
	if n := len(reopen(t, Workbook{Sheets: sheets}).GetSheetList()); n != len(sheets) {
		t.Errorf("%d of %d sheets are there", n, len(sheets))
	}
}

func TestWriteRefusesWhatNoWorkbookHolds(t *testing.T) {
	broken := errors.New("connection lost")
	one := []Column{{Head: []string{"甲"}}}
	failing := func(yield func([]Cell, error) bool) {
		_ = yield([]Cell{Int(1)}, nil) && yield(nil, broken)
	}
	for name, c := range map[string]struct {
		book Workbook
		want error
	}{
		"no sheet":   {Workbook{}, ErrNoSheet},
		"no columns": {Workbook{Sheets: []Sheet{{Name: "空"}}}, ErrNoSheet},
		"long row":   {Workbook{Sheets: []Sheet{{Columns: one, Rows: Rows([][]Cell{{Int(1), Int(2)}})}}}, ErrRowTooLong},
		"long text":  {Workbook{Sheets: []Sheet{{Columns: one, Rows: Rows([][]Cell{{Text(strings.Repeat("字", 32768))}})}}}, ErrTextTooLong},
		"long total": {Workbook{Sheets: []Sheet{{Columns: one, Total: []Cell{Int(1), Int(2)}}}}, ErrRowTooLong},
		"query":      {Workbook{Sheets: []Sheet{{Columns: one, Rows: failing}}}, broken},
	} {
		if err := Write(&bytes.Buffer{}, c.book); !errors.Is(err, c.want) {
			t.Errorf("%s: error is %v, want %v", name, err, c.want)
		}
	}
}

func many(n int) iter.Seq2[[]Cell, error] {
	return func(yield func([]Cell, error) bool) {
		for i := range n {
			if !yield([]Cell{Text(fmt.Sprintf("第%d组", i/10)), Int(i), Text("整改措施落实到位")}, nil) {
				return
			}
		}
	}
}

func TestManyRows(t *testing.T) {
	const n = 12_000
	f := reopen(t, Workbook{Sheets: []Sheet{{Name: "大表", Columns: []Column{{Head: []string{"组"}, Merge: true}, {Head: []string{"号"}}, {Head: []string{"文"}}}, Rows: many(n)}}})
	if got := len(merged(t, f, "大表")); got != n/10 {
		t.Errorf("%d groups are merged, want %d", got, n/10)
	}
	if got, err := f.GetCellValue("大表", fmt.Sprintf("B%d", n+1)); err != nil || got != fmt.Sprint(n-1) {
		t.Errorf("the last row has %q (%v)", got, err)
	}
}

func TestSameBookSameBytes(t *testing.T) {
	book := Workbook{Sheets: []Sheet{ledger()}, Title: "台账", Created: time.Date(2026, 7, 1, 0, 0, 0, 0, time.UTC)}
	var a, b bytes.Buffer
	if err := errors.Join(Write(&a, book), Write(&b, book)); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("two writings of one workbook differ")
	}
}
