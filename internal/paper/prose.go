package paper

import (
	"fmt"
	"strings"

	"bihuan/internal/domain/workday"
	"bihuan/internal/gongwen"
	"bihuan/internal/query"
)

// prose collects the paragraphs of a paper.
type prose struct {
	query.Facts
	// self is how the paper calls the head: 本人 in his own report.
	self   string
	blocks []gongwen.Block
	line   gongwen.Line
	year   int // the year of the date written last

	level int          // of the heading that is open; 0 for none
	head  gongwen.Line // its words, where they are written; what follows them is in line
	role  string       // of that heading

	// Of a paper that is written from an outline:
	subject any            // what a paper of its kind tells of beside the facts; see about
	base    []query.Source // records on which the outline's own words rest
	kind    string         // of the paper
	words   vocabulary
	outline string // the version; empty for the shipped one
	title   gongwen.Line
	loops   map[string]*loop // that are open, by list
}

// organised is the prose of a paper in which an organisation speaks of itself.
func organised(f query.Facts, subject any) *prose {
	return &prose{Facts: f, self: partyBody(f.Organisation) + "主要负责人", subject: subject, base: f.InspectionRefs}
}

// me is how the head calls himself.
const me = "本人"

// own reports whether the paper is the head's own.
func (p *prose) own() bool { return p.self == me }

// say adds words that rest on records.
func (p *prose) say(refs []query.Source, text string) {
	p.line = append(p.line, gongwen.Text(text, refs...))
}

// sayf is say with a format.
func (p *prose) sayf(refs []query.Source, format string, args ...any) {
	p.say(refs, fmt.Sprintf(format, args...))
}

// gisted marks the open paragraph as one that a publication in outline has whole.
func (p *prose) gisted() {
	for n := range p.line {
		p.line[n].Role = roleGist
	}
}

// lack marks a place for which there is no record.
func (p *prose) lack(at place, detail ...any) {
	what := string(at)
	if len(detail) > 0 {
		what += "：" + fmt.Sprint(detail...)
	}
	p.line = append(p.line, gongwen.Lack(what))
}

// gap is lack where the place is a sentence of its own.
func (p *prose) gap(at place, detail ...any) {
	p.lack(at, detail...)
	p.say(nil, "。")
}

// end closes the heading or paragraph; an empty one is none.
func (p *prose) end() {
	switch {
	case p.level > 0 && len(p.head)+len(p.line) > 0:
		p.blocks = append(p.blocks, gongwen.Heading{Level: p.level, Numbered: true, Role: p.role, Text: p.head, Follow: p.line})
	case len(p.line) > 0:
		p.blocks = append(p.blocks, gongwen.Paragraph{Runs: p.line})
	}
	p.level, p.head, p.role, p.line = 0, nil, "", nil
}

// list says several things in one sentence, parted by semicolons.
func (p *prose) list(items []part) {
	for n, item := range items {
		text := item.text
		if n < len(items)-1 {
			text += "；"
		} else {
			text += "。"
		}
		p.say(item.refs, text)
	}
}

// part is words with the records that they rest on.
type part struct {
	text string
	refs []query.Source
}

// day writes a date: with its year where it is not that of the date before.
func (p *prose) day(d workday.Date) string {
	if d.Year() == p.year {
		return fmt.Sprintf("%d月%d日", d.Month(), d.Day())
	}
	p.year = d.Year()
	return d.Chinese()
}

// joined writes short things as Chinese lists them.
func joined(list []string) string { return strings.Join(list, "、") }

// ended is a typed text without its full stop, for use inside a sentence.
func ended(text string) string { return strings.TrimRight(strings.TrimSpace(text), "。；;. ") }

// endedAll is ended for a list.
func endedAll(list []string) []string {
	out := make([]string, 0, len(list))
	for _, s := range list {
		if s = ended(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// booked sets titles between book marks, those inside them becoming single.
func booked(title string) string {
	title = strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(title), "《"), "》")
	return "《" + strings.NewReplacer("《", "〈", "》", "〉").Replace(title) + "》"
}

// named lists at most n names, with 等 behind them where there are more.
func named(list []string, n int) string {
	if len(list) > n {
		return joined(list[:n]) + "等"
	}
	return joined(list)
}

// some names at most n things and says that there are more.
func some(list []string, n int, mark func(string) string) string {
	var b strings.Builder
	for i, s := range list {
		if i == n {
			b.WriteString("等")
			break
		}
		b.WriteString(mark(s))
	}
	return b.String()
}

// refsOf gathers the records of several facts, each once.
func refsOf(lists ...[]query.Source) []query.Source {
	var out []query.Source
	seen := map[query.Source]bool{}
	for _, refs := range lists {
		for _, r := range refs {
			if !seen[r] {
				seen[r] = true
				out = append(out, r)
			}
		}
	}
	return out
}
