package outline

import (
	"fmt"
	"strings"
	"testing"
)

var names = Names{
	Facts: map[string]bool{"单位": true, "问题数": true}, Parts: map[string]bool{"开头": true}, Conditions: map[string]bool{"有问题": true, "无问题": true, "会议.已开": true},
	Lists:  map[string]map[string]bool{"会议": {"名称": true}, "制度": {"名称": true}, "条款": {"名称": true}},
	Within: map[string]string{"条款": "制度"},
}

// page writes an outline down as text.
type page struct {
	strings.Builder
	n map[string]int
}

func (p *page) Title() { p.WriteString("<=>") }
func (p *page) Body()  { p.WriteString("|") }
func (p *page) Paragraph(more bool) {
	if more {
		p.WriteString("+")
	}
}
func (p *page) Heading(level int)      { fmt.Fprintf(p, "<%d>", level) }
func (p *page) Words(text string)      { p.WriteString(text) }
func (p *page) Fact(name string)       { p.WriteString("[" + name + "]") }
func (p *page) Item(list, name string) { fmt.Fprintf(p, "[%s%d%s]", list, p.n[list], name) }
func (p *page) Part(name string)       { p.WriteString("(" + name + ")\n") }
func (p *page) End()                   { p.WriteString("\n") }
func (p *page) Holds(c string) bool    { return c == "有问题" }
func (p *page) Count(string) int       { return 2 }
func (p *page) Enter(list string, n int) {
	p.n[list] = n
}
func (p *page) Stopped() { p.WriteString("…stopped") }

func written(t *testing.T, text string) string {
	t.Helper()
	o, faults := Parse(text, names)
	if len(faults) > 0 {
		t.Fatalf("%q: %v", text, faults)
	}
	p := &page{n: map[string]int{}}
	o.Title(p)
	o.Follow(p)
	return p.String()
}

// TestATitleAndLinesThatGoOn: the title comes first, a heading goes on behind
// its full stop, and a line with + goes on with what is open.
func TestATitleAndLinesThatGoOn(t *testing.T) {
	got := written(t, "\n= {单位}关于整改的报告\n### 第{问题数}个问题。已办结。{单位}\n## 其他。\n# 好。{单位}\n + 另有{问题数}个。\n{逐项 制度}\n{逐项 条款}\n+{条款.名称}\n{完}\n{完}")
	want := "<=>[单位]关于整改的报告\n<3>第[问题数]个问题。|已办结。[单位]\n<2>其他。\n<1>好。|[单位]\n+另有[问题数]个。\n" +
		"+[条款0名称]\n+[条款1名称]\n+[条款0名称]\n+[条款1名称]\n"
	if got != want {
		t.Errorf("written %q, want %q", got, want)
	}
}

func TestAnOutlineIsFollowed(t *testing.T) {
	got := written(t, "{开头}\r\n# 问题\n{如果 有问题}\n　　{单位}有{问题数}个问题。\n{否则}\n没有问题。\n{完}\n\n## 会议\n{逐项 会议}\n{会议.名称}：\n{逐项 制度}\n{会议.名称}和{ 制度.名称 }\n{完}\n{完}\n{如果 无问题}\n无。\n{完}\n")
	want := "(开头)\n<1>问题\n[单位]有[问题数]个问题。\n<2>会议\n" +
		"[会议0名称]：\n[会议0名称]和[制度0名称]\n[会议0名称]和[制度1名称]\n[会议1名称]：\n[会议1名称]和[制度0名称]\n[会议1名称]和[制度1名称]\n"
	if got != want {
		t.Errorf("written %q, want %q", got, want)
	}
}

// TestEachFaultHasItsPlace names the line and the column of what is wrong.
func TestEachFaultHasItsPlace(t *testing.T) {
	deep := strings.Repeat("{如果 有问题}\n", MostDepth+1)
	for text, want := range map[string]Fault{
		"第一行\n{单位}有{人数}人。":      {2, 6, "outline.fault.fact", []any{"人数"}},
		"有{开头}。":                {1, 2, "outline.fault.part", []any{"开头"}},
		"　　问题{单位":               {1, 5, "outline.fault.brace", nil},
		"问题}":                   {1, 3, "outline.fault.brace", nil},
		"{如果 下雨}\n打伞。\n{完}":     {1, 1, "outline.fault.condition", []any{"下雨"}},
		"{如果 有问题}\n有。":          {1, 1, "outline.fault.not-ended", nil},
		"好。\n{完}":               {2, 1, "outline.fault.nothing-open", []any{"完"}},
		"{逐项 人员}\n{完}":          {1, 1, "outline.fault.list", []any{"人员"}},
		"{逐项 会议}\n{否则}\n{完}":    {2, 1, "outline.fault.else", nil},
		"{会议.名称}":               {1, 1, "outline.fault.item", []any{"会议.名称"}},
		"{逐项 会议}\n{会议.人数}\n{完}": {2, 1, "outline.fault.item", []any{"会议.人数"}},
		"{逐项 会议}\n{逐项 会议}\n{会议.名称}\n{完}\n{完}": {2, 1, "outline.fault.again", []any{"会议"}},
		"#### 小标题": {1, 1, "outline.fault.level", nil},
		"{逐项 条款}\n{条款.名称}\n{完}":          {1, 1, "outline.fault.within", []any{"条款", "制度"}},
		"{如果 会议.已开}\n好。\n{完}":            {1, 1, "outline.fault.condition-item", []any{"会议.已开", "会议"}},
		"= 甲\n= 乙\n丙":                    {2, 1, "outline.fault.title-again", nil},
		"甲\n　= 乙":                        {2, 2, "outline.fault.title-first", nil},
		"=\n甲":                           {1, 1, "outline.fault.title-empty", nil},
		"= {人数}\n甲":                      {1, 3, "outline.fault.fact", []any{"人数"}},
		"= 甲":                            {1, 1, "outline.fault.empty", nil},
		"　+ {人数}":                        {1, 4, "outline.fault.fact", []any{"人数"}},
		"#":                              {1, 1, "outline.fault.heading", nil},
		"\n\n":                           {1, 1, "outline.fault.empty", nil},
		deep:                             {MostDepth + 1, 1, "outline.fault.deep", []any{MostDepth}},
		strings.Repeat("字\n", MostLines): {MostLines + 1, 1, "outline.fault.lines", []any{MostLines}},
		strings.Repeat("字", MostBytes/2): {1, 1, "outline.fault.size", []any{64}},
	} {
		_, faults := Parse(text, names)
		if len(faults) == 0 || fmt.Sprint(faults[0]) != fmt.Sprint(want) {
			t.Errorf("%.60q: %v, want %v", text, faults, want)
		}
	}
}

// TestAnOutlineWritesNoMoreThanItMay: loops in loops end.
func TestAnOutlineWritesNoMoreThanItMay(t *testing.T) {
	o, faults := Parse("{逐项 会议}\n{逐项 制度}\n{会议.名称}{制度.名称}\n{完}\n{完}\n完了。", names)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	p := &many{page{n: map[string]int{}}}
	o.Follow(p)
	if text := p.String(); strings.Count(text, "\n") > MostPieces || strings.Count(text, "…stopped") != 1 || strings.Contains(text, "完了") {
		t.Errorf("%d lines, stopped %d times", strings.Count(text, "\n"), strings.Count(text, "…stopped"))
	}
}

// many has very long lists.
type many struct{ page }

func (m *many) Count(string) int { return 1_000_000 }

func FuzzParse(f *testing.F) {
	for _, s := range []string{"{如果 有问题}\n{否则}\n{完}", "# {单位}", "{逐项 会议}\n{会议.名称}\n{完}", "}{", "{", "= {单位}\n= 甲", "## 甲。{单位}。乙", "+", strings.Repeat("{逐项 会议}\n", 50)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		o, faults := Parse(text, names)
		for _, x := range faults {
			if x.Line < 1 || x.Column < 1 || x.Key == "" {
				t.Errorf("%q: %v has no place", text, x)
			}
		}
		if len(faults) == 0 {
			p := &page{n: map[string]int{}}
			o.Title(p)
			o.Follow(p)
		}
	})
}
