package paper

import (
	"fmt"
	"slices"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/publication"
	"bihuan/internal/gongwen"
)

// Part is a part of the report of which it can be chosen how much is told: a
// section, one problem, an attachment.
type Part struct {
	Key     string
	Title   string
	Problem bool
	Usual   publication.Form // what the kind of paper tells of it
	Choice  publication.Choice
}

// Form is how much is told of the part.
func (p Part) Form() publication.Form {
	if p.Choice.Form != "" {
		return p.Choice.Form
	}
	return p.Usual
}

// Why a passage of the report is not in a publication as it stands there.
const (
	LeftOutline  = "outline"
	LeftWithheld = "withheld" // with the reason behind a colon
	LeftMasked   = "masked"   // with the rule behind a colon
)

// Left is a passage of the report that a publication tells otherwise or not.
type Left struct {
	Section string
	Before  string
	After   string // empty where nothing is told
	Why     []string
}

// projection makes another paper of a report, going by the roles that its
// words bear.
type projection struct {
	kind     inspection.PaperKind
	chosen   publication.Publication
	people   []string
	parts    []Part
	left     []Left
	withheld int  // problems
	leadIn   bool // the report leads in to what follows
	masks    []Masked

	blocks      []gongwen.Block
	attachments []gongwen.Attachment

	section Part // the one that is open
	open    Part // the same, or the problem that is open
	title   string
	waiting []gongwen.Heading // headings under which nothing is told yet
}

func project(report *gongwen.Document, kind inspection.PaperKind, chosen publication.Publication, people []string) *projection {
	p := &projection{kind: kind, chosen: chosen, people: people}
	p.section = Part{Usual: publication.Full} // the opening says what the paper is about
	p.open = p.section
	for n, b := range report.Blocks {
		p.block(fmt.Sprintf("b%d", n), b)
	}
	for n, a := range report.Attachments {
		p.attachment(fmt.Sprintf("a%d", n), a)
	}
	return p
}

func (p *projection) part(key, title string, problem bool, form publication.Form) Part {
	out := Part{Key: key, Title: title, Problem: problem, Usual: form, Choice: publication.Of(p.chosen.Choices, key)}
	p.parts = append(p.parts, out)
	return out
}

func (p *projection) block(key string, b gongwen.Block) {
	h, ok := b.(gongwen.Heading)
	if !ok {
		p.tell(b)
		return
	}
	switch {
	case h.Level == 1:
		p.section = p.part(key, plain(h.Text), false, usual[p.kind])
		p.open = p.section
	case h.Role == roleProblem:
		p.open = p.part(key, plain(h.Text), true, p.section.Form())
		if p.section.Form() == publication.Withheld {
			p.open = p.section
		}
		if p.open.Form() == publication.Withheld {
			p.withheld++
		}
	case h.Level < 3:
		p.open = p.section
	}
	p.title = plain(h.Text)
	if len(h.Follow) > 0 {
		p.tell(h)
		return
	}
	p.waiting = append(p.under(h.Level), h)
}

// under are the waiting headings above a level.
func (p *projection) under(level int) []gongwen.Heading {
	return slices.DeleteFunc(p.waiting, func(w gongwen.Heading) bool { return w.Level >= level })
}

// tell adds what is told of a block, with the headings above it.
func (p *projection) tell(b gongwen.Block) {
	after, why := b, []string(nil)
	switch p.open.Form() {
	case publication.Withheld:
		p.leave(b, nil, LeftWithheld+":"+string(p.open.Choice.Reason))
		return
	case publication.Outline:
		if after = gist(b); after == nil {
			p.leave(b, nil, LeftOutline)
			return
		}
		if blockText(after) != blockText(b) {
			why = append(why, LeftOutline)
		}
	}
	after, rules := p.masked(p.led(after))
	for _, r := range rules {
		why = append(why, LeftMasked+":"+string(r))
	}
	if len(why) > 0 {
		p.leave(b, after, why...)
	}
	if h, ok := b.(gongwen.Heading); ok {
		p.waiting = p.under(h.Level)
	}
	for _, w := range p.waiting {
		w.Text, _ = p.maskLine(w.Text)
		p.blocks = append(p.blocks, w)
	}
	p.waiting = nil
	p.blocks = append(p.blocks, after)
}

func (p *projection) leave(before, after gongwen.Block, why ...string) {
	l := Left{Section: p.title, Before: blockText(before), Why: why}
	if after != nil {
		l.After = blockText(after)
	}
	p.left = append(p.left, l)
}

// attachment is told in full or not at all.
func (p *projection) attachment(key string, a gongwen.Attachment) {
	p.open = p.part(key, a.Title.String(), false, usual[p.kind])
	p.title = a.Title.String()
	if form := p.open.Form(); form != publication.Full {
		why := LeftOutline
		if form == publication.Withheld {
			why = LeftWithheld + ":" + string(p.open.Choice.Reason)
		}
		p.left = append(p.left, Left{Section: p.title, Before: p.title, Why: []string{why}})
		return
	}
	blocks := make([]gongwen.Block, len(a.Blocks))
	for n, b := range a.Blocks {
		var rules []publication.Rule
		if blocks[n], rules = p.masked(b); len(rules) > 0 {
			why := make([]string, len(rules))
			for i, r := range rules {
				why[i] = LeftMasked + ":" + string(r)
			}
			p.leave(b, blocks[n], why...)
		}
	}
	a.Blocks = blocks
	p.attachments = append(p.attachments, a)
}

// gist is what a block has in outline; nil for nothing.
func gist(b gongwen.Block) gongwen.Block {
	switch b := b.(type) {
	case gongwen.Heading:
		b.Follow = gistOf(b.Follow)
		return b
	case gongwen.Paragraph:
		if b.Runs = gistOf(b.Runs); len(b.Runs) > 0 {
			return b
		}
	}
	return nil
}

func gistOf(line gongwen.Line) gongwen.Line {
	var out gongwen.Line
	for _, r := range line {
		if r.Role == roleGist || r.Role == roleLeadIn {
			out = append(out, r)
		}
	}
	return out
}

// led takes out the report's lead-in: the outline of the publication has words
// of its own for it.
func (p *projection) led(b gongwen.Block) gongwen.Block {
	para, ok := b.(gongwen.Paragraph)
	if !ok {
		return b
	}
	isLeadIn := func(r gongwen.Run) bool { return r.Role == roleLeadIn }
	p.leadIn = p.leadIn || slices.ContainsFunc(para.Runs, isLeadIn)
	para.Runs = slices.DeleteFunc(slices.Clone(para.Runs), isLeadIn)
	return para
}

// blockText is a block as a reader sees it, a row of a table on a line.
func blockText(b gongwen.Block) string {
	switch b := b.(type) {
	case gongwen.Heading:
		return plain(b.Text) + plain(b.Follow)
	case gongwen.Paragraph:
		return plain(b.Runs)
	case gongwen.Table:
		text := ""
		for _, row := range b.Rows {
			text += rowText(row) + "\n"
		}
		return text
	}
	return ""
}
