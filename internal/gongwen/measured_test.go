package gongwen

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

// measurements collects what was measured on printed pages: what the standard asks
// for, what is there, and how far they may differ (millimetres, points or a
// count, as the name says).
type measurements struct {
	t    *testing.T
	rows []string
}

func (m *measurements) same(what string, want, got, off float64) {
	m.t.Helper()
	m.rows = append(m.rows, fmt.Sprintf("%-44s %8.2f %8.2f  ±%.2f", what, want, got, off))
	if math.IsNaN(got) || math.Abs(want-got) > off {
		m.t.Errorf("%s: %.2f, want %.2f ± %.2f", what, got, want, off)
	}
}

func (m *measurements) holds(what string, ok bool) {
	m.t.Helper()
	m.rows = append(m.rows, fmt.Sprintf("%-44s %v", what, ok))
	if !ok {
		m.t.Errorf("%s: not so", what)
	}
}

func (m *measurements) print() {
	m.t.Log("measured (wanted, found, tolerance)\n" + strings.Join(m.rows, "\n"))
}

// The type area and its characters in millimetres.
const (
	areaLeft, areaTop, areaRight, areaBottom = 28.0, 37.0, 184.0, 262.0
	oneChar                                  = charTwips / 10.0 / 20 * pointMM
)

// whole is a band over the width of a portrait page.
func whole(top, bottom float64) ink { return ink{0, top, 210, bottom} }

func TestLayoutOfTheTypeArea(t *testing.T) {
	m := &measurements{t: t}
	defer m.print()
	r := render(t, exactLines())
	m.same("page width, mm", 210, r.pages[0].width, 0.1)
	m.same("page height, mm", 297, r.pages[0].height, 0.1)
	m.same("pages of 45 lines", 3, float64(len(r.pages)), 0)
	for n, lines := range []float64{22, 22} {
		body := r.pages[n].lines[:len(r.pages[n].lines)-1] // the last one is the page number
		m.same(fmt.Sprintf("lines on page %d", n+1), lines, float64(len(body)), 0)
		m.same("line pitch, pt (225 mm / 22 = 28.99)", 28.95, (body[21].base-body[0].base)/21/pointMM, 0.02)
		for _, l := range body {
			if !strings.HasPrefix(l.text, "闭环整改落实到位闭环整改落实到位闭环整改落实到位取得实效") || l.left > areaLeft+0.2 {
				t.Errorf("page %d: line %q at %.2f mm has not 28 characters", n+1, l.text, l.left)
			}
		}
	}
	text := r.inkOf(1, whole(0, 265), isDark)
	m.same("left edge of the text, mm", areaLeft, text.left, 0.8)
	m.same("right edge of 28 characters, mm", areaRight, text.right, 0.8)
	m.holds("first line under the top of the type area", text.top >= areaTop && text.top < areaTop+6)
	m.holds("22nd line above its foot", text.bottom <= areaBottom)
	odd, even := r.inkOf(1, whole(263, 280), isDark), r.inkOf(2, whole(263, 280), isDark)
	m.same("odd page number ends, mm", areaRight-oneChar, odd.right, 0.5)
	m.same("even page number starts, mm", areaLeft+oneChar, even.left, 0.5)
	dash := r.inkOf(1, ink{odd.left, 263, odd.left + 2, 280}, isDark)
	m.same("dash under the type area, mm", 7, (dash.top+dash.bottom)/2-areaBottom, 0.4)
	m.same("size of the page number, pt", 14, r.find(1, "—").size, 0.01)
}

func TestLayoutOfAnUpwardReport(t *testing.T) {
	m := &measurements{t: t}
	defer m.print()
	r := render(t, upwardReport())
	m.head(r, 35)
	number := r.find(1, "签发人")
	m.holds("number and 签发人 on one line", strings.Contains(number.text, "云市监党〔"))
	m.same("number starts, mm", areaLeft+oneChar, number.left, 0.3)
	left := r.inkOf(1, whole(number.base-6, number.base+1.5), isDark)
	m.same("签发人 end, mm", areaRight-oneChar, left.right, 3) // half a character is kept in hand
	m.heights(r)
	m.imprint(r, 7)
	m.turned(r)
	m.holds("attachment 1 starts a page", strings.Contains(r.find(4, "附件").text, "附件"))
	m.holds("attachment 2 starts a page", strings.HasPrefix(r.pages[5].lines[0].text, "附件"))
	line := r.find(1, "“关键少数")
	for _, mark := range "“—…、。：" {
		got := font(r, 1, mark)
		m.holds("font of "+string(mark)+" is that of the text", got == line.fonts['聚'])
	}
	for _, rare := range "喆镕" {
		m.holds("a font has "+string(rare), strings.ContainsRune(all(r), rare))
	}
}

// head measures the red head and what stands under it.
func (m *measurements) head(r *rendering, under float64) {
	m.t.Helper()
	red := r.inkOf(1, whole(0, 105), isRed)
	m.same("red head under the type area's top, mm", under, red.top-areaTop, 0.5)
	m.holds("red head within the type area", red.left >= areaLeft && red.right <= areaRight)
	rule := r.inkOf(1, whole(105, 140), isRed)
	number := r.inkOf(1, whole(105, rule.top-0.5), isDark)
	m.same("red line under the number, mm", 4, rule.top-number.bottom, 0.5)
	m.same("red line starts, mm", areaLeft, rule.left, 0.2)
	m.same("red line ends, mm", areaRight, rule.right, 0.2)
	m.holds("number has 〔〕", strings.Contains(all(r), "〔") && strings.Contains(all(r), "〕"))
}

// heights measures sizes and indents of the levels.
func (m *measurements) heights(r *rendering) {
	m.t.Helper()
	for _, l := range []struct {
		text       string
		page       int
		size, left float64
	}{{"中共云岭市市场监督管理局党组", 1, 22, 0}, {"市委巡察工作领导小组办公室：", 1, 16, areaLeft}, {"一、组织领导情况", 1, 16, areaLeft + 2*oneChar},
		{"（一）落实主体责任。", 2, 16, areaLeft + 2*oneChar}, {"（1）举一反三", 2, 16, areaLeft + 2*oneChar}, {"附件：", 3, 16, areaLeft + 2*oneChar}} {
		got := r.find(l.page, l.text)
		if l.size == 22 {
			got = r.find(1, "关于市委第三巡察组反馈意见")
		}
		m.same("size of “"+l.text+"”, pt", l.size, got.size, 0.01)
		if l.left > 0 {
			m.same("starts, mm", l.left, got.left, 0.2)
		}
	}
}

// imprint measures the 版记 on a page.
func (m *measurements) imprint(r *rendering, page int) {
	m.t.Helper()
	m.same("page of the imprint", float64(page+page%2), float64(len(r.pages)), 1)
	m.holds("imprint on the back of the last sheet", len(r.pages)%2 == 0)
	foot := r.inkOf(len(r.pages), whole(200, 265.8), isDark)
	m.same("imprint ends at the foot, mm", areaBottom, foot.bottom, 0.6)
	m.same("its line starts, mm", areaLeft, foot.left, 0.3)
	m.same("its line ends, mm", areaRight, foot.right, 0.3)
}

// turned measures the page number of a landscape page: where the portrait page
// has it, turned with the page.
func (m *measurements) turned(r *rendering) {
	m.t.Helper()
	page := r.pages[3]
	m.same("landscape page width, mm", 297, page.width, 0.1)
	number := r.inkOf(4, ink{15, 0, 34, 210}, isDark)
	m.same("its number from the left edge, mm", 297-areaBottom-7, (number.left+number.right)/2, 1)
	m.same("its number starts (even page), mm", areaLeft+oneChar, number.top, 0.6)
}

// TestLayoutOfAShortLandscapeTable: the number of a table on a single landscape
// page stands where those of longer ones do, at the foot of the outer side.
func TestLayoutOfAShortLandscapeTable(t *testing.T) {
	m := &measurements{t: t}
	defer m.print()
	table := Table{Points: 9, Widths: []float64{1, 3}, Head: []Row{{C(Text("序号")), C(Text("事项"))}}, Rows: []Row{{C(Text("1")), C(Text("一项"))}}}
	r := render(t, &Document{Title: WrapTitle("整改评估汇总表"), Landscape: true, Blocks: []Block{table}})
	m.same("pages", 1, float64(len(r.pages)), 0)
	number := r.inkOf(1, ink{0, 0, 34, 210}, isDark)
	m.same("number from the left edge, mm", 297-areaBottom-7, (number.left+number.right)/2, 1)
	m.same("number ends (odd page), mm", 210-26-oneChar, number.bottom, 0.6)
}

func TestLayoutOfANoticeDownward(t *testing.T) {
	m := &measurements{t: t}
	defer m.print()
	d := downwardNotice()
	r := render(t, d)
	m.head(r, 35)
	number := r.inkOf(1, whole(112, 122), isDark)
	m.same("number in the middle, mm", (areaLeft+areaRight)/2, (number.left+number.right)/2, 0.5)
	m.imprint(r, 4)
	date, name := r.find(4, "年3"), r.find(4, "党组")
	dated := r.inkOf(4, whole(date.base-5, date.base+1.5), isDark)
	m.same("date ends with a seal, mm", areaRight-4*oneChar, dated.right, 1.2) // 日 fills three quarters of its place
	m.same("name stands over the date, lines", 1, (date.base-name.base)/pointMM/28.95, 0.02)
	headings := 0
	for n, p := range r.pages {
		for i, l := range p.lines {
			if strings.Contains(l.text, "、工作职责") {
				headings++
				m.holds(fmt.Sprintf("heading %d has text under it on page %d", headings, n+1), i+2 < len(p.lines))
			}
		}
	}
	m.same("headings", 4, float64(headings), 0)
}

func TestLayoutOfALetter(t *testing.T) {
	m := &measurements{t: t}
	defer m.print()
	r := render(t, letter())
	m.same("pages", 1, float64(len(r.pages)), 0)
	head := r.inkOf(1, ink{areaLeft, 0, areaRight, 44}, isRed)
	upper := r.inkOf(1, whole(44, 60), isRed)
	m.same("head under the edge of the page, mm", 30, head.top, 0.5)
	m.same("upper red line under the head, mm", 4, upper.top-head.bottom, 0.6)
	m.same("upper red line starts, mm", 20, upper.left, 0.2)
	m.same("upper red line ends, mm", 190, upper.right, 0.2)
	lower := r.inkOf(1, whole(260, 290), isRed)
	m.same("lower red line above the edge, mm", 20, 297-lower.bottom, 0.2)
	m.same("lower red line is long, mm", 170, lower.right-lower.left, 0.2)
	for _, l := range []struct {
		name string
		at   ink
		top  bool
	}{{"upper", ink{100, upper.top - 1, 100.3, upper.bottom + 1}, true}, {"lower", ink{100, lower.top - 1, 100.3, lower.bottom + 1}, false}} {
		first, second := m.thickness(r, l.at)
		m.holds(l.name+" line: the outer one is the thicker", (first > second) == l.top && first > 0 && second > 0)
	}
	number := r.inkOf(1, whole(upper.bottom+0.5, upper.bottom+12), isDark)
	m.same("number under the line, 7/8 of a character", 7.0/8, (number.top-upper.bottom)/(16*pointMM), 0.15)
	m.same("number ends, mm", areaRight, number.right, 0.6)
	m.holds("no page number on the first page", math.IsInf(r.inkOf(1, whole(262, 276), isDark).top, 1))
	m.same("copies at the foot of the type area, mm", areaBottom, r.inkOf(1, whole(240, 275), isDark).bottom, 2.5)
}

// thickness measures two red lines from the top, in millimetres.
func (m *measurements) thickness(r *rendering, at ink) (first, second float64) {
	m.t.Helper()
	img := r.picture(1, at)
	var runs []float64
	inside := false
	for y := img.Bounds().Min.Y; y < img.Bounds().Max.Y; y++ {
		red, green, _, _ := img.At(img.Bounds().Min.X, y).RGBA()
		if red>>8 > 200 && green>>8 < 160 {
			if !inside {
				runs = append(runs, 0)
			}
			runs[len(runs)-1] += 1.0 / perMM
			inside = true
			continue
		}
		inside = false
	}
	if len(runs) != 2 {
		m.t.Errorf("%d red lines, want 2", len(runs))
		return 0, 0
	}
	return runs[0], runs[1]
}

func TestLayoutOfMinutes(t *testing.T) {
	m := &measurements{t: t}
	defer m.print()
	r := render(t, minutes())
	m.head(r, 35)
	here, more, away := r.find(1, "出席"), r.find(1, "林建国"), r.find(1, "请假")
	m.same("出席 starts, mm", areaLeft+2*oneChar, here.left, 0.2)
	m.same("its second line hangs under the names, mm", areaLeft+5*oneChar, more.left, 0.3)
	m.same("请假 starts, mm", areaLeft+2*oneChar, away.left, 0.2)
	m.holds("labels in another font than the names", here.fonts['席'] != here.fonts['张'])
	m.imprint(r, 1)
}

// TestNothingStandsAlone prints papers whose heading or signature would be left
// alone by the end of a page.
func TestNothingStandsAlone(t *testing.T) {
	m := &measurements{t: t}
	defer m.print()
	r := render(t, onEdge(21))
	m.holds("the heading went on with its text", strings.Contains(r.pages[1].lines[0].text, "不能落单的标题"))
	last := r.pages[len(r.pages)-1]
	m.holds("the signature has text above it", strings.Contains(last.lines[0].text, "署名") || strings.Contains(last.lines[0].text, "一段"))
	m.holds("name and date are on one page", strings.Contains(pageText(last), "党组") && strings.Contains(pageText(last), "月9日"))
}

func pageText(s sheet) string {
	var b strings.Builder
	for _, l := range s.lines {
		b.WriteString(l.text)
	}
	return b.String()
}

// all is the text of all pages.
func all(r *rendering) string {
	var b strings.Builder
	for _, p := range r.pages {
		b.WriteString(pageText(p))
	}
	return b.String()
}

// font is the font of a character on a page, where it first occurs in the text.
func font(r *rendering, page int, char rune) string {
	for _, l := range r.pages[page-1].lines {
		if f, ok := l.fonts[char]; ok && l.size == 16 && !strings.Contains(l.text, "组织领导") {
			return f
		}
	}
	return ""
}
