package paper

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/gongwen"
)

// Merge brings a text that people changed to the records: what they left as it
// was composed is told as it is composed now, what they wrote stays. It
// implements Texts of package action/report.
func (d Desk) Merge(base, mine []byte, now inspection.Composed) (inspection.Composed, error) {
	var docs [3]*gongwen.Document
	for n, body := range [][]byte{base, mine, now.Body} {
		var err error
		if docs[n], err = gongwen.Decode(body); err != nil {
			return inspection.Composed{}, err
		}
	}
	doc, _ := merged(docs[0], docs[1], docs[2])
	out, err := encoded(doc)
	out.Title, out.Data = now.Title, now.Data
	return out, err
}

// unit is what a text is merged by: a sentence or a table.
type unit struct {
	text  string
	line  gongwen.Line
	block gongwen.Block // a table; of a sentence its heading or paragraph without text
	first bool          // the sentence begins its heading or paragraph
}

// merged merges what people wrote with what is composed now, from what was
// composed before. It also gives the places in which both changed: there the
// words of the person stay.
func merged(base, mine, now *gongwen.Document) (*gongwen.Document, []Change) {
	b := unitsOf(base)
	m, n := changesFrom(b, unitsOf(mine)), changesFrom(b, unitsOf(now))
	var out []unit
	var both []Change
	for i := range b {
		out = append(append(out, m.before[i]...), n.before[i]...)
		if m.kept[i] {
			out = append(out, n.instead[i]...)
			continue
		}
		out = append(out, m.instead[i]...)
		if words := textOf(m.instead[i]); !n.kept[i] && words != "" && words != textOf(n.instead[i]) {
			both = append(both, Change{Before: words, After: textOf(n.instead[i])})
		}
	}
	out = append(append(out, m.before[len(b)]...), n.before[len(b)]...)
	doc := *now
	doc.Blocks = blocksOf(out)
	var cells []Change
	doc.Attachments, cells = mergedAttachments(base, mine, now)
	return &doc, append(both, cells...)
}

// rewriting is what became of each unit of a text in another one.
type rewriting struct {
	kept    []bool
	instead [][]unit // of a kept unit itself
	before  [][]unit // what was put in front of it; the last of what was put at the end
}

// changesFrom aligns two texts. Between two kept units, as many changed ones
// stand for each other one by one; otherwise the first stands for all.
func changesFrom(base, other []unit) rewriting {
	r := rewriting{make([]bool, len(base)), make([][]unit, len(base)), make([][]unit, len(base)+1)}
	at := matches(base, other)
	j := 0
	for i := 0; i <= len(base); {
		next := i
		for next < len(base) && at[next] < 0 {
			next++
		}
		until := len(other)
		if next < len(base) {
			until = at[next]
		}
		gap := other[j:until]
		switch {
		case next == i:
			r.before[i] = gap
		case next-i == len(gap):
			for k := range gap {
				r.instead[i+k] = gap[k : k+1]
			}
		default:
			r.instead[i] = gap
		}
		if next < len(base) {
			r.kept[next], r.instead[next] = true, other[until:until+1]
		}
		i, j = next+1, until+1
	}
	return r
}

func textOf(list []unit) string {
	out := ""
	for _, u := range list {
		out += u.text
	}
	return out
}

func unitsOf(d *gongwen.Document) []unit {
	var out []unit
	for _, block := range d.Blocks {
		line, ok := lineOf(block)
		if !ok {
			out = append(out, unit{text: blockText(block), block: block})
			continue
		}
		for n, s := range cutLine(line) {
			out = append(out, unit{text: plain(s), line: s, block: withLine(block, nil), first: n == 0})
		}
	}
	return out
}

// blocksOf puts units together again.
func blocksOf(list []unit) []gongwen.Block {
	var out []gongwen.Block
	var open []gongwen.Line
	var of gongwen.Block
	end := func() {
		if len(open) > 0 {
			out = append(out, withLine(of, oneLine(open)))
		}
		open = nil
	}
	for _, u := range list {
		switch {
		case u.line == nil:
			end()
			out = append(out, u.block)
			continue
		case u.first:
			end()
		}
		if len(open) == 0 {
			of = u.block
		}
		open = append(open, u.line)
	}
	end()
	return out
}

// matches tells for each unit of a where it stands in b, along their longest
// common part; -1 for one that is not there.
func matches(a, b []unit) []int {
	out := make([]int, len(a))
	x, y := make([]sentence, len(a)), make([]sentence, len(b))
	for n, u := range a {
		x[n].text, out[n] = u.text, -1
	}
	for n, u := range b {
		y[n].text = u.text
	}
	i, j := 0, 0
	walk(x, y, func(p, q *sentence) {
		if p != nil && q != nil {
			out[i] = j
		}
		if p != nil {
			i++
		}
		if q != nil {
			j++
		}
	})
	return out
}
