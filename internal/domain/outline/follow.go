package outline

import "strings"

// Title writes the title, and reports whether the outline has one.
func (o *Outline) Title(w Writer) bool {
	if o.title == nil {
		return false
	}
	w.Title()
	(&follower{w: w}).pieces(o.title.pieces)
	w.End()
	return true
}

// Follow writes the paper that the outline says, without its title. It ends
// early, and says so to the writer, where that is more than MostPieces.
func (o *Outline) Follow(w Writer) {
	f := &follower{w: w}
	f.follow(o.nodes)
}

type follower struct {
	w       Writer
	written int
	stopped bool
}

// room counts one more piece, and reports whether it may be written.
func (f *follower) room() bool {
	if f.written++; f.written == MostPieces+1 {
		f.stopped = true
		f.w.Stopped()
	}
	return !f.stopped
}

func (f *follower) follow(nodes []node) {
	for _, n := range nodes {
		if !f.room() {
			return
		}
		switch {
		case n.when != "" && f.w.Holds(n.when):
			f.follow(n.within)
		case n.when != "":
			f.follow(n.without)
		case n.each != "":
			f.loop(n)
		case n.part != "":
			f.w.Part(n.part)
		default:
			f.line(n)
		}
	}
}

func (f *follower) loop(n node) {
	for i := range f.w.Count(n.each) {
		if f.stopped {
			return
		}
		f.w.Enter(n.each, i)
		f.follow(n.within)
	}
}

func (f *follower) line(n node) {
	if n.level > 0 {
		f.w.Heading(n.level)
	} else {
		f.w.Paragraph(n.more)
	}
	f.pieces(n.pieces)
	f.w.End()
}

func (f *follower) pieces(list []piece) {
	for _, p := range list {
		if !f.room() {
			return
		}
		list, item, of := strings.Cut(p.fact, ".")
		switch {
		case p.body:
			f.w.Body()
		case of:
			f.w.Item(list, item)
		case p.fact != "":
			f.w.Fact(p.fact)
		default:
			f.w.Words(p.words)
		}
	}
}
