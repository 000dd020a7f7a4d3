package gongwen

import "strconv"

// sections lays the whole paper out.
func (d *Document) sections() []*section {
	body := &section{landscape: d.Landscape, start: "nextPage", letter: d.isLetter()}
	body.add(d.headNodes()...)
	body.add(d.titleNodes()...)
	body.blocks(d.Blocks)
	body.add(d.rollNodes()...)
	body.add(d.listNodes()...)
	body.keepTogether(d.endNodes())
	all := []*section{body}
	number := 0
	for _, a := range d.Attachments {
		number++
		if !a.ListedOnly {
			all = append(all, d.attached(a, number))
		}
	}
	return d.imprinted(all)
}

func (s *section) add(nodes ...node) { s.nodes = append(s.nodes, nodes...) }

// shortText is the height up to which the last paragraph moves to the next page
// with the signature: LibreOffice moves it whole, and a longer one would leave
// more than half a page empty.
const shortText = 12 * linePitch

// keepTogether appends the signature, with a short last paragraph before it, and
// the list of attachments between them, so that it does not stand on a page alone.
func (s *section) keepTogether(end []node) {
	if len(end) == 0 {
		return
	}
	for n := len(s.nodes) - 1; n >= 0; n-- {
		last, ok := s.nodes[n].(*para)
		if !ok || last.height() > shortText {
			break
		}
		last.keepNext = true
		if !last.listed {
			break
		}
	}
	s.add(end...)
}

// blocks appends the blocks, with the marks of the headings.
func (s *section) blocks(blocks []Block) {
	var m marks
	for i, b := range blocks {
		switch b := b.(type) {
		case Heading:
			s.add(headingNode(b, m.next(b)))
		case Paragraph:
			s.add(paragraphNode(b))
		case Table:
			s.add(tableNodes(b, s.area(), i+1 < len(blocks))...)
		}
	}
}

func headingNode(h Heading, mark string) node {
	style := headingStyle(h.level())
	f := styleFaces[style]
	text := pieces(look{face: f}, append(Line{Text(mark)}, h.Text...)...)
	return &para{style: style, keepNext: len(h.Follow) == 0, pieces: append(text, pieces(look{}, h.Follow...)...)}
}

func paragraphNode(p Paragraph) node {
	n := &para{pieces: pieces(look{}, p.Runs...)}
	switch p.Align {
	case Left:
		n.style = styleFlush
	case Center:
		n.style, n.align = styleFlush, "center"
	case Right:
		n.style, n.align = styleFlush, "right"
	}
	return n
}

// listNodes writes 附件：1. … one line under the text; the names hang below
// one another.
func (d *Document) listNodes() []node {
	if len(d.Attachments) == 0 {
		return nil
	}
	nodes := []node{&para{ind: &indent{}, listed: true}}
	mark := d.listMark()
	for i, a := range d.Attachments {
		label, hang := "", mark
		if mark > 0 {
			label = strconv.Itoa(i+1) + ".\t"
		}
		if i == 0 {
			label, hang = "附件："+label, mark+300
		}
		ind := &indent{left: 500 + mark, first: -hang}
		nodes = append(nodes, &para{ind: ind, listed: true, pieces: pieces(look{}, Text(label), a.Title)})
	}
	return nodes
}

// rollNodes writes 出席：… one line under the text, the label in 黑体; the names
// hang below one another.
func (d *Document) rollNodes() []node {
	if len(d.Attendance) == 0 {
		return nil
	}
	nodes := []node{blank()}
	for _, r := range d.Attendance {
		label := clean(r.Label) + "："
		width := halves(label) * 50
		text := append([]piece{{text: label, look: look{face: faceHei}}}, pieces(look{}, r.Names...)...)
		nodes = append(nodes, &para{ind: &indent{left: 200 + width, first: -width}, pieces: text})
	}
	return nodes
}

// listMark is the room of the numbers in the list of attachments, in
// hundredths of a character; a single attachment has no number.
func (d *Document) listMark() int {
	switch n := len(d.Attachments); {
	case n == 1:
		return 0
	case n < 10:
		return 125
	default:
		return 175
	}
}

// attached lays one attachment out: 附件 and its number flush left on the
// first line, its title on the third.
func (d *Document) attached(a Attachment, number int) *section {
	s := &section{landscape: a.Landscape, start: "nextPage"}
	label := "附件"
	if len(d.Attachments) > 1 {
		label += strconv.Itoa(number)
	}
	s.add(&para{style: styleFlush, pieces: pieces(look{face: faceHei}, Text(label))}, blank(),
		&para{style: styleTitle, pieces: pieces(look{face: faceTitle}, a.Title)}, blank())
	s.blocks(a.Blocks)
	return s
}
