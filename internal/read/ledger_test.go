package read

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// sheetOf is a workbook with one sheet; rows are given as texts parted by |,
// merged areas as references.
func sheetOf(t testing.TB, rows []string, merges ...string) []byte {
	t.Helper()
	f := excelize.NewFile()
	fillSheet(t, f, "Sheet1", rows, merges...)
	return workbookBytes(t, f)
}

func fillSheet(t testing.TB, f *excelize.File, name string, rows []string, merges ...string) {
	t.Helper()
	for i, row := range rows {
		for j, text := range strings.Split(row, "|") {
			cell, err := excelize.CoordinatesToCellName(j+1, i+1)
			if err == nil && text != "" {
				err = f.SetCellStr(name, cell, strings.ReplaceAll(text, `\n`, "\n"))
			}
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, m := range merges {
		from, to, _ := strings.Cut(m, ":")
		if err := f.MergeCell(name, from, to); err != nil {
			t.Fatal(err)
		}
	}
}

func workbookBytes(t testing.TB, f *excelize.File) []byte {
	t.Helper()
	buf, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func TestLedgerWithMergedAspectsAndSeveralMeasures(t *testing.T) {
	data := sheetOf(t, []string{
		"市水利局巡察整改台账",
		"填报单位：市水利局党组|||||填报日期：2026年6月30日",
		"序号|方面|反馈问题|整改措施|责任领导|牵头科室|配合科室|责任人|完成时限|完成情况|备注",
		"1|党的领导|学习不深入。全年仅三次。|1.制定学习计划；\n2.开展交流研讨。|张三|办公室|人事科、财务科|李四、王五|2026年6月底前|已完成|甲",
		"2||督办不力|建立督办台账|张三|办公室||李四|立行立改|基本完成|",
		"3|作风建设|公务接待超标|清退超标费用|赵六|财务科||钱七|2026.9.30|正在整改|",
		"||||||||||",
		"合计|||3项|||||||",
	}, "A1:K1", "B4:B5")
	p := mustParse(t, "台账.xlsx", data)
	if p.Kind != KindLedger || p.Title != "市水利局巡察整改台账" || p.Issuer != "市水利局党组" || p.Date != "2026-06-30" {
		t.Errorf("kind %q, title %q, issuer %q, date %q", p.Kind, p.Title, p.Issuer, p.Date)
	}
	want := `aspect  党的领导
  problem 1 学习不深入
  problem 2 督办不力
aspect  作风建设
  problem 3 公务接待超标
`
	if got := sketch(p); got != want {
		t.Fatalf("tree:\n%swant:\n%s", got, want)
	}
	n := p.Nodes[0].Children[0]
	if len(n.Measures) != 2 || n.Measures[0].Text != "制定学习计划" || n.Measures[1].Text != "开展交流研讨。" {
		t.Errorf("measures %+v", n.Measures)
	}
	if n.Text != "全年仅三次。\n备注：甲" || n.Leader != "张三" || n.LeadUnit != "办公室" || n.Verdict != "已完成" ||
		n.Due != (Due{Date: "2026-06-30", Term: "2026年6月底前"}) || n.Source != (Source{Sheet: "Sheet1", Row: 4}) {
		t.Errorf("fields %+v", n)
	}
	if d := cmp.Diff([]string{"人事科", "财务科"}, n.SupportUnits) + cmp.Diff([]string{"李四", "王五"}, n.Owners); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]Count{{"方面", 2}, {"问题", 3}}, p.Counted); d != "" || len(p.Warnings) != 0 {
		t.Errorf("counted %s warnings %v", d, p.Warnings)
	}
}

func TestLedgerShapes(t *testing.T) {
	cases := []struct {
		name   string
		rows   []string
		merges []string
		want   string
	}{
		{"one measure a row under a merged problem", []string{
			"序号|反馈问题|整改措施|责任人|完成时限",
			"1|学习少|订计划|甲|2026年3月底前", "||抓落实|乙|2026年4月底前", "2|督办弱|建台账|丙|长期坚持",
		}, []string{"A2:A3", "B2:B3"}, "problem 1 学习少 [订计划 抓落实]\nproblem 2 督办弱 [建台账]\n"},
		{"two-row head", []string{
			"序号|问题|责任落实||整改措施", "||责任领导|责任单位|", "1|学习少|张三|办公室|订计划",
		}, []string{"A1:A2", "B1:B2", "C1:D1", "E1:E2"}, "problem 1 学习少 [订计划]\n"},
		{"headings in rows of their own", []string{
			"问题清单", "序号|具体问题|整改措施|责任单位", "一、政治建设方面", "1|学习少|订计划|办公室", "二、作风建设方面", "2|接待超标|清退|财务科", "小计|2",
		}, []string{"A1:D1", "A3:D3", "A5:D5"}, "aspect 一、 政治建设方面\n  problem 1 学习少 [订计划]\naspect 二、 作风建设方面\n  problem 2 接待超标 [清退]\n"},
		{"three levels", []string{
			"方面|反馈问题|具体问题|整改措施", "甲|子|一|a1", "|子|二|a2", "|丑|三|a3",
		}, nil, "aspect  甲\n  item  子\n    problem  一 [a1]\n    problem  二 [a2]\n  item  丑\n    problem  三 [a3]\n"},
		{"head repeated on each page", []string{
			"序号|问题|措施", "1|甲|a1", "序号|问题|措施", "2|乙|b1",
		}, nil, "problem 1 甲 [a1]\nproblem 2 乙 [b1]\n"},
		{"measures without problems", []string{
			"整改措施|责任领导|责任单位|责任人|整改时限", "订计划|张三|办公室|李四|2026年5月底前",
		}, nil, "problem   [订计划]\n"},
	}
	for _, c := range cases {
		p := mustParse(t, "台账.xlsx", sheetOf(t, c.rows, c.merges...))
		if got := measuresSketch(p); got != c.want {
			t.Errorf("%s:\n%swant:\n%s", c.name, got, c.want)
		}
	}
}

func measuresSketch(p *Paper) string {
	var b strings.Builder
	p.Walk(func(n *Node, depth int) {
		var texts []string
		for _, m := range n.Measures {
			texts = append(texts, m.Text)
		}
		b.WriteString(strings.Repeat("  ", depth) + string(n.Kind) + " " + n.Mark + " " + n.Title)
		if texts != nil {
			b.WriteString(" [" + strings.Join(texts, " ") + "]")
		}
		b.WriteString("\n")
	})
	return b.String()
}

func TestLedgerSheetsCompleteEachOther(t *testing.T) {
	f := excelize.NewFile()
	fillSheet(t, f, "Sheet1", []string{"填表说明", "请如实填写"})
	for name, rows := range map[string][]string{
		"问题清单": {"序号|反馈问题|具体表现", "1|学习少|全年三次"},
		"任务清单": {"序号|反馈问题|整改措施", "1|学习少|订计划"},
		"责任清单": {"序号|反馈问题|责任领导|责任单位|完成时限", "1|学习少|张三|办公室|2026年5月31日"},
	} {
		if _, err := f.NewSheet(name); err != nil {
			t.Fatal(err)
		}
		fillSheet(t, f, name, rows)
	}
	p := mustParse(t, "三个清单.xlsx", workbookBytes(t, f))
	if got, want := measuresSketch(p), "problem 1 学习少 [订计划]\n"; got != want {
		t.Fatalf("got %swant %s", got, want)
	}
	if n := p.Nodes[0]; n.Leader != "张三" || n.Due.Date != "2026-05-31" || n.Text != "全年三次" {
		t.Errorf("%+v", n)
	}
}

func TestLedgerShowsDaysAndHidesColumns(t *testing.T) {
	f := excelize.NewFile()
	fillSheet(t, f, "Sheet1", []string{"序号|问题|整改措施|责任人|完成时限|内部备注", "1|学习少|订计划|甲||不外传"})
	style, err := f.NewStyle(&excelize.Style{NumFmt: 14})
	if err == nil {
		err = f.SetCellValue("Sheet1", "E2", 46203)
	}
	if err == nil {
		err = f.SetCellStyle("Sheet1", "E2", "E2", style)
	}
	if err == nil {
		err = f.SetColVisible("Sheet1", "F", false)
	}
	if err != nil {
		t.Fatal(err)
	}
	p := mustParse(t, "台账.xlsx", workbookBytes(t, f))
	if n := p.Nodes[0]; n.Due != (Due{Date: "2026-06-30"}) || strings.Contains(n.Text, "不外传") {
		t.Errorf("due %+v, text %q", n.Due, n.Text)
	}
}

func TestLedgerWarnsOfDoubtfulCells(t *testing.T) {
	p := mustParse(t, "台账.csv", []byte("序号,反馈问题,整改措施,完成时限,完成情况\n1,学习少,订计划,6月底前,差不多\n,,抓落实,长期坚持,长期坚持\n"))
	var codes []string
	for _, w := range p.Warnings {
		codes = append(codes, w.Code)
		if w.Source.Row != 2 || w.Message == "" || strings.Contains(w.Message, "read.warning") {
			t.Errorf("%+v", w)
		}
	}
	if d := cmp.Diff([]string{"due.no-year", "verdict.unknown"}, codes); d != "" {
		t.Error(d)
	}
	if got, want := measuresSketch(p), "problem 1 学习少 [订计划 抓落实]\n"; got != want {
		t.Errorf("got %swant %s", got, want)
	}
}

func TestTableThatIsNoLedger(t *testing.T) {
	p := mustParse(t, "名单.csv", []byte("姓名,电话\n甲,1\n"))
	if p.Kind != KindOther || len(p.Nodes) != 0 || len(p.Warnings) != 1 || p.Warnings[0].Code != "ledger.no-head" {
		t.Errorf("%+v", p)
	}
}
