package paper

import (
	"strings"

	"bihuan/internal/gongwen"
)

// Change is a stretch of sentences in which two papers differ.
type Change struct {
	Section string // heading above it; empty in the opening
	Before  string
	After   string
}

// Compare sets two versions of a paper side by side, sentence by sentence, and
// gives where they differ, in the order of the paper.
func Compare(before, after *gongwen.Document) []Change {
	a, b := sentences(before), sentences(after)
	var out []Change
	var open *Change
	take := func(s sentence, add func(*Change)) {
		if open == nil || open.Section != s.section {
			out = append(out, Change{Section: s.section})
			open = &out[len(out)-1]
		}
		add(open)
	}
	walk(a, b, func(x, y *sentence) {
		switch {
		case x != nil && y != nil:
			open = nil
		case x != nil:
			take(*x, func(c *Change) { c.Before += x.text })
		default:
			take(*y, func(c *Change) { c.After += y.text })
		}
	})
	return out
}

// sentence is one sentence under a heading.
type sentence struct{ section, text string }

// sentences cuts a paper and its attachments into sentences; a row of a table
// is one.
func sentences(d *gongwen.Document) []sentence {
	out := sentencesIn("", d.Blocks)
	for _, a := range d.Attachments {
		out = append(out, sentencesIn(a.Title.Text, a.Blocks)...)
	}
	return out
}

func sentencesIn(section string, blocks []gongwen.Block) []sentence {
	var out []sentence
	for _, block := range blocks {
		switch block := block.(type) {
		case gongwen.Heading:
			section = plain(block.Text)
			out = append(append(out, sentence{section, section}), under(section, block.Follow)...)
		case gongwen.Paragraph:
			out = append(out, under(section, block.Runs)...)
		case gongwen.Table:
			for _, row := range block.Rows {
				out = append(out, sentence{section, rowText(row)})
			}
		}
	}
	return out
}

func under(section string, line gongwen.Line) []sentence {
	var out []sentence
	for text := range strings.SplitAfterSeq(plain(line), "。") {
		if text != "" {
			out = append(out, sentence{section, text})
		}
	}
	return out
}

func plain(line gongwen.Line) string {
	var b strings.Builder
	for _, r := range line {
		b.WriteString(r.String())
	}
	return b.String()
}

func rowText(row gongwen.Row) string {
	var b strings.Builder
	for _, cell := range row {
		for _, line := range cell.Lines {
			b.WriteString(plain(line))
		}
		b.WriteString("　")
	}
	return strings.TrimSpace(b.String())
}

// walk goes through both lists along their longest common part: x alone was
// taken away, y alone was added, both are the same.
func walk(a, b []sentence, step func(x, y *sentence)) {
	for len(a) > 0 && len(b) > 0 && a[0].text == b[0].text {
		step(&a[0], &b[0])
		a, b = a[1:], b[1:]
	}
	end := 0
	for end < min(len(a), len(b)) && a[len(a)-1-end].text == b[len(b)-1-end].text {
		end++
	}
	between(a[:len(a)-end], b[:len(b)-end], step)
	for n := end; n > 0; n-- {
		step(&a[len(a)-n], &b[len(b)-n])
	}
}

// between is walk where neither the first nor the last are the same.
func between(a, b []sentence, step func(x, y *sentence)) {
	common := make([][]int, len(a)+1)
	for i := range common {
		common[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			common[i][j] = max(common[i+1][j], common[i][j+1])
			if a[i].text == b[j].text {
				common[i][j] = common[i+1][j+1] + 1
			}
		}
	}
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case i < len(a) && j < len(b) && a[i].text == b[j].text:
			step(&a[i], &b[j])
			i, j = i+1, j+1
		case j == len(b) || i < len(a) && common[i+1][j] >= common[i][j+1]:
			step(&a[i], nil)
			i++
		default:
			step(nil, &b[j])
			j++
		}
	}
}
