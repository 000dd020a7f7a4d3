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
		p.count(text[s.From:s.To], s)
	}
	var out gongwen.Line
	from := 0
	for _, r := range l {
		out = append(out, without(r, from, found)...)
		from += len(r.Text)
	}
	return out, rules
}

// without is a run that begins at from as several: each stretch is replaced in
// the run in which it begins, and marked in a preview.
func without(r gongwen.Run, from int, found []publication.Stretch) gongwen.Line {
	var out gongwen.Line
	add := func(text, mark string) {
		if text != "" {
			part := r
			part.Text, part.Mark, part.Missing = text, mark, ""
			out = append(out, part)
		}
	}
	at := 0
	for _, s := range found {
		a, b := s.From-from, s.To-from
		if b <= 0 || a >= len(r.Text) {
			continue
		}
		if a >= 0 {
			add(r.Text[at:a], r.Mark)
			add(s.With, markMasked)
		}
		at = min(b, len(r.Text))
	}
	add(r.Text[at:], r.Mark)
	if r.Missing != "" {
		out = append(out, gongwen.Run{Style: r.Style, Refs: r.Refs, Missing: r.Missing, Role: r.Role})
	}
	return out
}

// Masked is words of the report that a rule replaces, and how often.
type Masked struct {
	Text string
	With string
	Rule publication.Rule
	N    int
}

// count notes one place more where words are replaced.
func (p *projection) count(text string, s publication.Stretch) {
	for n, m := range p.masks {
		if m.Text == text && m.Rule == s.Rule {
			p.masks[n].N++
			return
		}
	}
	p.masks = append(p.masks, Masked{text, s.With, s.Rule, 1})
}
