package paper

import (
	"strings"

	"bihuan/internal/domain/outline"
	"bihuan/internal/gongwen"
	"bihuan/internal/query"
)

// follow writes the paper that the outline of its kind says: the one that the
// inspection office keeps, else the shipped one.
func (p *prose) follow(kind string) {
	if o := p.opened(kind); o != nil {
		p.loops = map[string]*loop{}
		o.Follow(outlined{p})
	}
	p.end()
}

// opened reads the outline of a kind of paper and writes its title: the shipped
// one's where it has none. An outline that an older program allowed and this
// one cannot read leaves a mark in the paper, and is nil.
func (p *prose) opened(kind string) *outline.Outline {
	p.kind, p.words = kind, vocabularyOf(kind)
	text := Shipped(kind)
	if kept, ok := p.Outlines[kind]; ok {
		text, p.outline = kept.Text, kept.ID
	}
	names := p.words.names()
	o, faults := outline.Parse(text, names)
	if len(faults) > 0 {
		p.line = append(p.line, gongwen.Lack(faultAt(faults[0])))
		p.end()
		o = nil
	}
	if o == nil || !o.Title(outlined{p}) {
		usual, _ := outline.Parse(Shipped(kind), names)
		usual.Title(outlined{p})
	}
	return o
}

// section writes lines of a shipped outline that a single word stands for.
func (p *prose) section(lines string) {
	if o, faults := outline.Parse(lines, p.words.names()); len(faults) == 0 {
		o.Follow(outlined{p})
	}
}

// titleOf is the title that a paper of a kind has by its outline.
func titleOf(f query.Facts, kind string) string {
	p := organised(f, nil)
	p.opened(kind)
	return p.title.Text()
}

// outlined writes prose as an outline says; it implements outline.Writer.
type outlined struct{ *prose }

// Title implements outline.Writer.
func (o outlined) Title() {
	o.end()
	o.level = titleLevel
}

// titleLevel is the level of the title while it is open.
const titleLevel = -1

// Heading implements outline.Writer.
func (o outlined) Heading(level int) {
	o.end()
	o.level = level
}

// Body implements outline.Writer.
func (o outlined) Body() { o.head, o.line = o.line, nil }

// Paragraph implements outline.Writer. A heading without a full stop stands
// alone: nothing goes on with it.
func (o outlined) Paragraph(more bool) {
	if !more || o.level > 0 && !strings.HasSuffix(o.head.Text(), "。") {
		o.end()
	}
}

// Words implements outline.Writer.
func (o outlined) Words(text string) { o.say(o.base, text) }

// Fact implements outline.Writer.
func (o outlined) Fact(name string) { o.words.facts[name](o.prose) }

// Item implements outline.Writer.
func (o outlined) Item(list, name string) { o.loops[list].tell(o.prose, name, o.loops[list].at) }

// Part implements outline.Writer. Parts write much: of a paper that is full
// none is written any more.
func (o outlined) Part(name string) {
	o.end()
	if len(o.blocks) > outline.MostPieces {
		return
	}
	o.words.parts[name](o.prose)
	o.end()
}

// End implements outline.Writer.
func (o outlined) End() {
	switch {
	case o.level == titleLevel:
		o.title, o.line, o.level, o.year = o.line, nil, 0, 0
	case o.level > 0 && len(o.head) == 0:
		o.Body()
	}
}

// Holds implements outline.Writer.
func (o outlined) Holds(condition string) bool { return o.words.conditions[condition](o.prose) }

// Count implements outline.Writer.
func (o outlined) Count(list string) int {
	o.loops[list] = o.words.lists[list].begin(o.prose)
	return o.loops[list].n
}

// Enter implements outline.Writer.
func (o outlined) Enter(list string, n int) { o.loops[list].at = n }

// Stopped implements outline.Writer.
func (o outlined) Stopped() {
	o.line = append(o.line, gongwen.Lack("较短的文书模板（写出的内容过长）"))
}
