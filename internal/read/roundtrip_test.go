package read

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// authored is a passage as an author means it, before it becomes a file.
type authored struct {
	mark, title, text string
	inline            bool // inside its parent's paragraph
	children          []authored
}

// words are what titles and texts of random papers are made of; none is a
// mark, a label or a name.
var words = []string{
	"学习", "贯彻", "不够", "深入", "落实", "责任", "弱化", "监管", "缺位", "作风", "漂浮", "制度", "执行", "乏力", "经费", "超支",
	"台账", "混乱", "2025年", "12处", "《条例》", "“三会一课”", "重点任务之一是调研", "1.5万元", "有3个支部", "开展", "排查",
}

func drawText(t *rapid.T, name string, least, most int) string {
	var b strings.Builder
	b.WriteString(rapid.SampledFrom(words[:12]).Draw(t, name)) // not a quantity: 1.1.5万元 can be read in two ways
	for range rapid.IntRange(least, most).Draw(t, name) {
		b.WriteString(rapid.SampledFrom(words).Draw(t, name))
	}
	return b.String()
}

// markers print the n-th mark of a form.
var markers = map[string]func(n int) string{
	"（一）": func(n int) string {
		return "（" + chineseNumber(n, "零一二三四五六七八九", "十百千") + "）"
	},
	"1.":  func(n int) string { return fmt.Sprintf("%d.", n) },
	"1．":  func(n int) string { return fmt.Sprintf("%d．", n) },
	"1、":  func(n int) string { return fmt.Sprintf("%d、", n) },
	"（1）": func(n int) string { return fmt.Sprintf("（%d）", n) },
	"①":   func(n int) string { return string(rune('①' + n - 1)) },
	"一是":  func(n int) string { return chineseNumber(n, "零一二三四五六七八九", "十百千") + "是" },
}

// drawPassages draws the passages of one level and those below it.
func drawPassages(t *rapid.T, forms []string) []authored {
	if len(forms) == 0 {
		return nil
	}
	inline := forms[0] == "一是" || forms[0] == "①" && rapid.Bool().Draw(t, "inline")
	var out []authored
	for n := 1; n <= rapid.IntRange(2, 4).Draw(t, forms[0]); n++ {
		a := authored{mark: markers[forms[0]](n), title: drawText(t, "title", 2, 9), inline: inline}
		if !inline {
			if rapid.Bool().Draw(t, "has text") {
				a.text = drawText(t, "text", 3, 40) + "。"
			}
			a.children = drawPassages(t, forms[1:])
		}
		out = append(out, a)
	}
	return out
}

// paragraphs prints passages as the paragraphs of a paper.
func paragraphs(all []authored) []string {
	var out []string
	for _, a := range all {
		p := a.mark + a.title
		if a.text != "" {
			p += "。" + a.text
		}
		for i, c := range a.children {
			if !c.inline {
				out, p = append(out, p), ""
				out = append(out, paragraphs(a.children)...)
				break
			}
			if i == 0 && !strings.HasSuffix(p, "。") {
				p += "。"
			}
			stop := "；"
			if i == len(a.children)-1 {
				stop = "。"
			}
			p += c.mark + c.title + stop
		}
		if p != "" {
			out = append(out, p)
		}
	}
	return out
}

func authoredSketch(b *strings.Builder, all []authored, depth int) {
	for _, a := range all {
		fmt.Fprintf(b, "%s%s %s|%s\n", strings.Repeat("  ", depth), a.mark, a.title, a.text)
		authoredSketch(b, a.children, depth+1)
	}
}

func readSketch(p *Paper) string {
	var b strings.Builder
	p.Walk(func(n *Node, depth int) {
		fmt.Fprintf(&b, "%s%s %s|%s\n", strings.Repeat("  ", depth), n.Mark, n.Title, n.Text)
	})
	return b.String()
}

// drawPaper draws a feedback paper and its paragraphs.
func drawPaper(t *rapid.T) (all []authored, shape, lines []string) {
	shapes := [][]string{
		{"（一）", "1.", "（1）"}, {"（一）", "1．", "一是"}, {"（一）", "1、", "（1）", "①"}, {"1.", "（1）"}, {"（一）", "一是"}, {"1."},
		{"（一）", "（1）", "一是"},
	}
	shape = rapid.SampledFrom(shapes).Draw(t, "shape")
	all = []authored{
		{mark: "一、", title: "总体评价", text: ""},
		{mark: "二、", title: "主要问题", children: drawPassages(t, shape)},
		{mark: "三、", title: "意见建议", children: drawPassages(t, []string{"（一）"})},
	}
	return all, shape, append([]string{"关于巡察某局党组的反馈意见", "某局党组："}, paragraphs(all)...)
}

func TestAnyPaperComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all, _, lines := drawPaper(t)
		p, err := parseText(strings.Join(lines, "\n"))
		if err != nil {
			t.Fatal(err)
		}
		compareTrees(t, all, p, lines)
	})
}

func compareTrees(t *rapid.T, all []authored, p *Paper, lines []string) {
	var want strings.Builder
	authoredSketch(&want, all, 0)
	if got := readSketch(p); got != want.String() {
		t.Fatalf("got\n%swant\n%sfrom\n%s", got, want.String(), strings.Join(lines, "\n"))
	}
}

// wrapped cuts paragraphs into lines of so many cells, as a PDF gives them: the
// first line of a paragraph indented, now and then a page number between.
func wrapped(t *rapid.T, paragraphs []string, cells int) []string {
	indent := rapid.SampledFrom([]string{"", "　　"}).Draw(t, "indent")
	var out []string
	for i, p := range paragraphs {
		line := ""
		if i > 1 {
			line = indent
		}
		for _, r := range p {
			if width(line)+2 > cells && !strings.ContainsRune("，。；：、）”》", r) {
				out, line = append(out, line), ""
				if len(out)%22 == 0 {
					out = append(out, fmt.Sprintf("— %d —", len(out)/22))
				}
			}
			line += string(r)
		}
		out = append(out, line)
	}
	return out
}

func TestAnyWrappedPaperComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all, _, lines := drawPaper(t)
		// Enough text that the width of the page shows.
		lines = append(lines[:2:2], append([]string{"现反馈如下，" + drawText(t, "introduction", 60, 90) + "。"}, lines[2:]...)...)
		cut := wrapped(t, lines, rapid.IntRange(24, 40).Draw(t, "characters")*2)
		p, err := parseText(strings.Join(cut, "\n"))
		if err != nil {
			t.Fatal(err)
		}
		compareTrees(t, all, p, cut)
	})
}

// listFormats are Word's number format and text of the forms of marks.
var listFormats = map[string][2]string{
	"一是": {"none", ""}, "一、": {"chineseCounting", "%n、"}, "（一）": {"chineseCountingThousand", "（%n）"}, "1.": {"decimal", "%n."},
	"1．": {"decimal", "%n．"}, "1、": {"decimal", "%n、"}, "（1）": {"decimal", "（%n）"}, "①": {"decimalEnclosedCircle", "%n"},
}

// numbered prints passages as paragraphs that Word numbers, one list level a
// level of the outline.
func numbered(b *strings.Builder, all []authored, level int) {
	for _, a := range all {
		if a.inline {
			continue
		}
		own := a
		own.mark = ""
		var inline []authored
		for _, c := range a.children {
			if c.inline {
				inline = append(inline, c)
			}
		}
		own.children = inline
		b.WriteString(listed(1, level, paragraphs([]authored{own})[0]))
		numbered(b, a.children, level+1)
	}
}

func TestAnyNumberedDocxComesBack(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		all, shape, _ := drawPaper(rt)
		all = all[:2]
		levels := ""
		for i, form := range append([]string{"一、"}, shape...) {
			f := listFormats[form]
			levels += lvl(i, f[0], strings.ReplaceAll(f[1], "%n", fmt.Sprintf("%%%d", i+1)), "")
		}
		var body strings.Builder
		body.WriteString(para("关于巡察某局党组的反馈意见") + para("某局党组："))
		numbered(&body, all, 0)
		data := docxOf(t, body.String(), "word/numbering.xml", numberingPart(levels))
		compareTrees(rt, all, mustParse(t, "a.docx", data), []string{body.String()})
	})
}
