package gongwen

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestMarksOfHeadings(t *testing.T) {
	var m marks
	for i, step := range []struct {
		level int
		want  string
	}{{1, "一、"}, {2, "（一）"}, {2, "（二）"}, {3, "1."}, {4, "（1）"}, {4, "（2）"}, {3, "2."}, {4, "（1）"}, {1, "二、"}, {2, "（一）"}, {9, "（1）"}} {
		if got := m.next(Heading{Level: step.level, Numbered: true}); got != step.want {
			t.Errorf("heading %d of level %d is marked %q, want %q", i+1, step.level, got, step.want)
		}
	}
	if got := m.next(Heading{Level: 1, Mark: "第一，"}); got != "第一，" {
		t.Errorf("a given mark became %q", got)
	}
}

func TestHan(t *testing.T) {
	for n, want := range map[int]string{0: "0", 1: "一", 10: "十", 12: "十二", 20: "二十", 35: "三十五", 99: "九十九", 100: "100"} {
		if got := Han(n); got != want {
			t.Errorf("Han(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestWrapTitle(t *testing.T) {
	for title, want := range map[string]string{
		"关于召开推进会的通知":                         "关于召开推进会的通知",
		"局党组主要负责人组织落实巡察反馈意见整改情况的报告":          "局党组主要负责人组织落实|巡察反馈意见整改情况的报告",
		"中共云岭市市场监督管理局党组关于巡察整改进展情况的通报":        "中共云岭市市场监督管理局党组|关于巡察整改进展情况的通报",
		"中共云岭市市场监督管理局党组关于市委第三巡察组反馈意见整改情况的报告": "中共云岭市市场监督管理局党组|关于市委第三巡察组反馈意见整改情况的报告",
		// 14 and 22 characters: a third line rather than a break inside 市委第三巡察组.
		"中共云岭市市场监督管理局党组关于市委第三巡察组反馈意见整改进展情况的报告": "中共云岭市市场监督管理局党组|关于市委第三巡察组反馈意见|整改进展情况的报告",
		"中共云岭市市场监督管理局党组关于贯彻落实市委第三巡察组反馈意见的整改方案": "中共云岭市市场监督管理局党组|关于贯彻落实市委第三巡察组|反馈意见的整改方案",
		"关于成立中共云岭市市场监督管理局党组巡察整改工作领导小组的通知":      "关于成立中共云岭市市场监督管理局党组|巡察整改工作领导小组的通知",
		"关于召开中共云岭市市场监督管理局党组巡察整改专题民主生活会的请示":     "关于召开中共云岭市市场监督管理局党组|巡察整改专题民主生活会的请示",
	} {
		var lines []string
		for _, r := range WrapTitle(title) {
			lines = append(lines, r.Text)
		}
		if got := strings.Join(lines, "|"); got != want {
			t.Errorf("title is broken %s, want %s", got, want)
		}
	}
}

// TestWrapLineKeepsTheRecords: a printed line rests on the records of the runs
// in it, and what is missing is not lost.
func TestWrapLineKeepsTheRecords(t *testing.T) {
	got := WrapLine(Line{Text("中共云岭市市场监督管理局党组", "organisation:o"), Text("关于巡察整改", "inspection:i"), Text("进展情况的通报", "inspection:i", "report:r"), Lack("文号")})
	want := []Run{Text("中共云岭市市场监督管理局党组", "organisation:o"), Text("关于巡察整改进展情况的通报", "inspection:i", "report:r"), Lack("文号")}
	if len(got) != len(want) {
		t.Fatalf("%v", got)
	}
	for n := range want {
		if got[n].String() != want[n].String() || !slices.Equal(got[n].Refs, want[n].Refs) {
			t.Errorf("line %d is %v, want %v", n, got[n], want[n])
		}
	}
	if only := WrapLine(Line{Lack("单位")}); len(only) != 1 || only[0].Missing != "单位" {
		t.Errorf("a title that lacks all is %v", only)
	}
}

func TestWrapTitleKeepsTheTextAndTheWidth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		title := rapid.StringOfN(rapid.SampledFrom([]rune("关于的和局组《》“”市委整改X1")), 0, 120, -1).Draw(t, "title")
		var all strings.Builder
		for _, r := range WrapTitle(title) {
			if n := len([]rune(r.Text)); n > titleWidth {
				t.Fatalf("line %q has %d characters", r.Text, n)
			}
			all.WriteString(r.Text)
		}
		if all.String() != title {
			t.Fatalf("title %q became %q", title, all.String())
		}
	})
}

// TestSignatureStandsWhereTheStandardWantsIt measures from the right edge in
// hundredths of a character: §7.3.5.1 with and §7.3.5.2 without a seal.
func TestSignatureStandsWhereTheStandardWantsIt(t *testing.T) {
	for _, c := range []struct {
		name                 string
		seal                 bool
		nameRight, dateRight int
	}{
		{"云岭市市场监督管理局", false, 200, 400}, // the date starts two after the name
		{"张守正", false, 700, 200},        // the date ends two from the edge, the name starts two before it
		{"云岭市局", true, 500, 400},        // centred over the date
		{"中共云岭市市场监督管理局党组", true, 0, 400},
		{"中共云岭市市场监督管理局直属机关委员会", true, 0, 650}, // moves the date rather than leave the page
	} {
		s := &Signature{Names: []Run{Text(c.name)}, Date: Text("2026年7月9日"), Seal: c.seal}
		right := s.dateRoom()
		if right != c.dateRight {
			t.Errorf("%s: the date ends %d from the right, want %d", c.name, right, c.dateRight)
		}
		if got := s.nameRoom(s.Names[0], halves("2026年7月9日"), right); got != c.nameRight {
			t.Errorf("%s: the name ends %d from the right, want %d", c.name, got, c.nameRight)
		}
	}
}

// TestGridIsRectangular holds for any spans: every place is covered once and
// every cell is printed.
func TestGridIsRectangular(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := rapid.SliceOfN(rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Cell {
			return Cell{ColSpan: rapid.IntRange(-1, 4).Draw(t, "cols"), RowSpan: rapid.IntRange(-1, 4).Draw(t, "rows")}
		}), 0, 5), 0, 6).Draw(t, "rows")
		table := Table{}
		cells := 0
		for _, r := range rows {
			table.Rows = append(table.Rows, Row(r))
			cells += len(r)
		}
		n := table.columns()
		printed, area := 0, 0
		filled := 0
		for _, row := range grid(table.Rows, n) {
			if len(row) != n {
				t.Fatalf("a row has %d of %d places", len(row), n)
			}
			for _, s := range row {
				if s.left && s.top {
					printed++
					area += s.cols * s.rows
				}
				filled++
			}
		}
		if printed < cells || area != filled {
			t.Fatalf("%d of %d cells printed, they cover %d of %d places", printed, cells, area, filled)
		}
	})
}

func TestSharesFillTheWidth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table := Table{Widths: rapid.SliceOfN(rapid.Float64Range(-1, 50), 0, 12).Draw(t, "widths")}
		sum := 0
		for _, s := range table.shares(areaWidth) {
			if s < 0 {
				t.Fatalf("a column has width %d", s)
			}
			sum += s
		}
		if sum != areaWidth {
			t.Fatalf("columns take %d of %d", sum, areaWidth)
		}
	})
}

func TestRedHeadFitsTheTypeArea(t *testing.T) {
	for _, text := range []string{"某办", "云岭市人民政府文件", "中共云岭市市场监督管理局党组文件", strings.Repeat("长", 60)} {
		size, scale := headSize(text)
		if width := halves(text) * size * scale / 100 * 10 / 2; width > areaWidth {
			t.Errorf("%s at %d and %d %% takes %d of %d twips", text, size, scale, width, areaWidth)
		}
		if scale < 60 || scale > 100 {
			t.Errorf("%s is narrowed to %d %%", text, scale)
		}
	}
}

func TestImprintStandsOnAnEvenPage(t *testing.T) {
	line := strings.Repeat("整", 24)
	paper := func(lines int) *Document {
		d := &Document{Imprint: &Imprint{Printer: Text("办公室"), PrintDate: Text("2026年7月9日")}}
		for range lines {
			d.Blocks = append(d.Blocks, P(Text(line)))
		}
		return d
	}
	for _, c := range []struct {
		lines   int
		ownPage bool
	}{{5, true}, {30, false}, {43, true}, {50, true}, {75, false}} {
		sections := paper(c.lines).sections()
		last := sections[len(sections)-1]
		if own := len(sections) == 2; own != c.ownPage {
			t.Errorf("after %d lines the imprint has its own page: %v, want %v", c.lines, own, c.ownPage)
		}
		if c.ownPage && (last.start != "evenPage" || !last.unnumbered) {
			t.Errorf("after %d lines the imprint starts with %s", c.lines, last.start)
		}
	}
}
