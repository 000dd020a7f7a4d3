package paper

import (
	"strings"

	"bihuan/internal/gongwen"
)

// What a sentence is shown as; see gongwen.Run.Mark.
const (
	markStale = "stale" // the records say something else by now
	markTyped = "typed" // a person wrote it, and it rests on nothing
	markNote  = "note"  // the words that say so

	markMasked = "masked" // stands in the place of words that are not told
)

// standing is which sentences of a text no longer hold, given what is composed
// from the records now: where it differs, and its text brought to them.
func standing(base, doc, now *gongwen.Document) []Change {
	brought, both := merged(base, doc, now)
	out := Compare(doc, brought)
	for _, c := range both {
		if c.Section == "" {
			c.Section = sectionOf(doc, c.Before)
		}
		out = append(out, c)
	}
	return out
}

// sectionOf is the heading above a stretch of text.
func sectionOf(d *gongwen.Document, text string) string {
	for _, s := range sentences(d) {
		if strings.HasPrefix(text, s.text) {
			return s.section
		}
	}
	return ""
}

// shownWith marks the sentences of a paper that no longer hold and those that
// a person wrote without a base. The paper is changed.
func shownWith(d *gongwen.Document, changes []Change) {
	stale := map[string]bool{}
	for _, c := range changes {
		for s := range strings.SplitAfterSeq(c.Before, "。") {
			stale[s] = true
		}
	}
	for n, b := range d.Blocks {
		line, ok := lineOf(b)
		if !ok {
			continue
		}
		all := cutLine(line)
		for i, s := range all {
			if stale[plain(s)] {
				s = marked(s, markStale, "〔与现有记录不符〕", func(gongwen.Run) bool { return true })
			}
			if isBare(s) {
				s = marked(s, markTyped, "〔自行撰写，尚无依据〕", func(r gongwen.Run) bool { return r.Role == roleTyped && len(r.Refs) == 0 })
			}
			all[i] = s
		}
		d.Blocks[n] = withLine(b, oneLine(all))
	}
	for _, a := range d.Attachments {
		for _, b := range a.Blocks {
			if t, ok := b.(gongwen.Table); ok {
				cellsShown(t)
			}
		}
	}
}

// cellsShown marks the cells that a person wrote without a base.
func cellsShown(t gongwen.Table) {
	for _, row := range t.Rows {
		for _, c := range row {
			for n, l := range c.Lines {
				if isBare(l) {
					c.Lines[n] = marked(l, markTyped, "〔自行撰写，尚无依据〕", func(r gongwen.Run) bool { return r.Role == roleTyped && len(r.Refs) == 0 })
				}
			}
		}
	}
}

// marked marks the runs of a sentence and says why behind it.
func marked(s gongwen.Line, mark, note string, which func(gongwen.Run) bool) gongwen.Line {
	for n := range s {
		if which(s[n]) {
			s[n].Mark = mark
		}
	}
	return append(s, gongwen.Run{Text: note, Mark: markNote})
}
