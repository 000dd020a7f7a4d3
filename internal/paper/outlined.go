package paper

import (
	"bihuan/internal/domain/outline"
	"bihuan/internal/gongwen"
)

// follow writes the paper that the outline of its kind says: the one that the
// inspection office keeps, else the shipped one. An outline that an older
// program allowed and this one cannot read leaves a mark in the paper.
func (p *prose) follow(kind string) {
	p.kind = kind
	text := Shipped(kind)
	if kept, ok := p.Outlines[kind]; ok {
		text, p.outline = kept.Text, kept.ID
	}
	p.followText(text)
}

func (p *prose) followText(text string) {
	o, faults := outline.Parse(text, OutlineNames(p.kind))
	if len(faults) > 0 {
		p.line = append(p.line, gongwen.Lack(faultAt(faults[0])))
		p.end()
		return
	}
	p.items = map[string]int{}
	o.Follow(p.written())
	p.end()
}

// written is the prose as an outline writes to it.
func (p *prose) written() outline.Writer { return outlined{p} }

// outlined implements outline.Writer.
type outlined struct{ *prose }

// Heading implements outline.Writer.
func (o outlined) Heading(level int) {
	o.end()
	o.level = level
}

// Words implements outline.Writer. What an outline says itself rests on the
// inspection for which it is written.
func (o outlined) Words(text string) { o.say(o.InspectionRefs, text) }

// Fact implements outline.Writer.
func (o outlined) Fact(name string) { facts[name](o.prose) }

// Item implements outline.Writer.
func (o outlined) Item(list, name string) { lists[list].facts[name](o.prose, o.items[list]) }

// Part implements outline.Writer.
func (o outlined) Part(name string) {
	parts[o.kind][name](o.prose)
	o.end()
}

// End implements outline.Writer.
func (o outlined) End() {
	if o.level == 0 {
		o.end()
		return
	}
	o.blocks = append(o.blocks, gongwen.Heading{Level: o.level, Numbered: true, Text: o.line})
	o.line, o.level = nil, 0
}

// Holds implements outline.Writer.
func (o outlined) Holds(condition string) bool { return conditions[condition](o.prose) }

// Count implements outline.Writer.
func (o outlined) Count(list string) int { return lists[list].count(o.prose) }

// Enter implements outline.Writer.
func (o outlined) Enter(list string, n int) { o.items[list] = n }

// Stopped implements outline.Writer.
func (o outlined) Stopped() {
	o.line = append(o.line, gongwen.Lack("较短的文书模板（写出的内容过长）"))
}
