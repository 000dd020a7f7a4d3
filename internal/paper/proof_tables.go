package paper

import (
	"cmp"
	"slices"
	"strings"

	"bihuan/internal/gongwen"
	"bihuan/internal/proofread"
)

// namedTable is a table of a paper with what the paper calls it.
type namedTable struct {
	gongwen.Table
	name   string
	places [][]gongwen.Place
}

// tablesOf lists the tables of a paper and of its attachments. A table without
// caption goes by its attachment, the heading above it, or the paper.
func tablesOf(d *gongwen.Document) []namedTable {
	out := tablesIn(d.Blocks, d.Subject)
	for _, a := range d.Attachments {
		out = append(out, tablesIn(a.Blocks, a.Title.Text)...)
	}
	return out
}

func tablesIn(blocks []gongwen.Block, name string) []namedTable {
	var out []namedTable
	for _, b := range blocks {
		switch b := b.(type) {
		case gongwen.Heading:
			name = plain(b.Text)
		case gongwen.Table:
			out = append(out, namedTable{b, cmp.Or(b.Caption.Text, name), b.Places()})
		}
	}
	return out
}

// sentences cuts the cells into sentences, each with its place. Words are free
// where a person typed them and no record is attached: the rest is of records.
func (t namedTable) sentences() []proofread.Sentence {
	var out []proofread.Sentence
	for y, row := range t.places {
		for _, p := range row {
			if p.Cell < 0 {
				continue
			}
			at := proofread.Cell{Table: t.name, Row: y + 1, Column: p.Column}
			for _, line := range t.Rows[y][p.Cell].Lines {
				for _, s := range cutLine(line) {
					said := slices.DeleteFunc(s, func(r gongwen.Run) bool { return r.Text == "" })
					if text := plain(said); strings.TrimSpace(text) != "" {
						out = append(out, proofread.Sentence{Text: text, Free: isBare(said), Cell: at})
					}
				}
			}
		}
	}
	return out
}

// grid is the table as its sums and the order of its days are looked over.
func (t namedTable) grid() proofread.Table {
	out := proofread.Table{Name: t.name}
	for y, row := range t.places {
		words := make([]string, len(row))
		for x, p := range row {
			words[x] = p.Words
		}
		if y == 0 && len(t.Head) > 0 {
			for _, p := range row {
				out.Heads = append(out.Heads, p.Column)
			}
		}
		out.Rows = append(out.Rows, words)
	}
	return out
}
