package paper

import (
	"slices"

	"bihuan/internal/domain/publication"
	"bihuan/internal/gongwen"
)

// masked gives a block with what the rules mask, and the rules that found
// something.
func (p *projection) masked(b gongwen.Block) (gongwen.Block, []publication.Rule) {
	var rules []publication.Rule
	line := func(l gongwen.Line) gongwen.Line {
		out, found := p.maskLine(l)
		for _, r := range found {
			if !slices.Contains(rules, r) {
				rules = append(rules, r)
			}
		}
		return out
	}
	switch x := b.(type) {
	case gongwen.Heading:
		x.Text, x.Follow = line(x.Text), line(x.Follow)
		b = x
	case gongwen.Paragraph:
		x.Runs = line(x.Runs)
		b = x
	case gongwen.Table:
		rows := make([]gongwen.Row, len(x.Rows))
		for n, row := range x.Rows {
			rows[n] = slices.Clone(row)
			for c := range row {
				rows[n][c].Lines = make([]gongwen.Line, len(row[c].Lines))
				for i, l := range row[c].Lines {
					rows[n][c].Lines[i] = line(l)
				}
			}
		}
		x.Rows = rows
		b = x
	}
	return b, rules
}

// maskLine masks a line as one text: what is masked may begin in one run and
// end in another.
func (p *projection) maskLine(l gongwen.Line) (gongwen.Line, []publication.Rule) {
	text := ""
	for _, r := range l {
		text += r.Text
	}
	found := p.chosen.Find(text, p.people)
	if len(found) == 0 {
		return l, nil
	}
	var rules []publication.Rule
	for _, s := range found {
		rules = append(rules, s.Rule)
	}
	out, from := slices.Clone(l), 0
	for n, r := range l {
		out[n].Text = without(r.Text, from, found)
		from += len(r.Text)
	}
	return out, rules
}

// without is the text of a run that begins at from, each stretch replaced in
// the run in which it begins.
func without(text string, from int, found []publication.Stretch) string {
	out, at := "", 0
	for _, s := range found {
		a, b := s.From-from, s.To-from
		if b <= 0 || a >= len(text) {
			continue
		}
		if a >= 0 {
			out += text[at:a] + s.With
		}
		at = min(b, len(text))
	}
	return out + text[at:]
}
