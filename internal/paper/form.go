package paper

import (
	"fmt"
	"strings"

	"bihuan/internal/gongwen"
)

// form makes the cells of a form whose content rests on records.
type form struct {
	refs  []string
	shown int // lines of the form that one text of a list may take; 0 for any
}

// mostShown is how many lines an entry of a list has at most.
const mostShown = 4

// lineShown is how many characters stand on one line of a form's wide cells,
// formHolds how many of its lines a page.
const (
	lineShown = 34
	formHolds = 43
)

// mostLines bounds a list on the form; what is left out is said.
const mostLines = 4

func (f form) cell(text string) gongwen.Cell { return gongwen.Cell{Lines: f.lines(text)} }

func (f form) lines(text string) []gongwen.Line {
	var out []gongwen.Line
	for _, l := range strings.Split(text, "\n") {
		out = append(out, gongwen.Line{gongwen.Text(l, f.refs...)})
	}
	return out
}

// label is a cell that names what stands beside it.
func (f form) label(text string) gongwen.Cell {
	return gongwen.Cell{Lines: form{}.lines(text), Align: gongwen.Center}
}

// wide is a row of a label and one text.
func (f form) wide(name, text string) gongwen.Row {
	c := f.cell(text)
	c.ColSpan = 3
	return gongwen.Row{f.label(name), c}
}

// brief is a long text, five times as long as an entry of a list.
func (f form) brief(text string) string { return f.cut(text, 5*f.shown*lineShown) }

// clipped is an entry of a list.
func (f form) clipped(text string) string { return f.cut(text, f.shown*lineShown) }

func (f form) cut(text string, most int) string {
	runes := []rune(strings.Join(strings.Fields(text), ""))
	if most > 0 && len(runes) > most {
		return string(runes[:most]) + "……"
	}
	return string(runes)
}

func itemised(lines []string) string {
	if len(lines) > mostLines {
		lines = append(lines[:mostLines:mostLines], fmt.Sprintf("……等共%d项", len(lines)))
	}
	if len(lines) == 0 {
		return "—"
	}
	return strings.Join(lines, "\n")
}

// said is an outcome with the words in which it was given, once where these
// begin with it.
func said(outcome, words string) string {
	if strings.HasPrefix(words, strings.TrimSuffix(outcome, "。")) {
		return words
	}
	return outcome + words
}

// formLines counts about how many lines a form takes under its head.
func formLines(d *gongwen.Document) int {
	n := 0
	for _, b := range d.Blocks {
		t, ok := b.(gongwen.Table)
		if !ok {
			line, _ := lineOf(b)
			n += (len([]rune(plain(line))) + lineShown - 1) / lineShown
			continue
		}
		for _, row := range t.Rows {
			tallest := 0
			for _, c := range row {
				tallest = max(tallest, cellLines(c))
			}
			n += tallest
		}
	}
	return n
}

func cellLines(c gongwen.Cell) int {
	n := 0
	for _, l := range c.Lines {
		if c.ColSpan > 1 {
			n += max(1, (len([]rune(plain(l)))+lineShown-1)/lineShown)
		} else {
			n++
		}
	}
	return n
}
