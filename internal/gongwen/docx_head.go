package gongwen

// headNodes writes the red head: 份号, 密级, 紧急程度, the issuer 35 mm below the
// top of the type area, number and signatories, the red line.
func (d *Document) headNodes() []node {
	if len(d.Head) == 0 {
		return nil
	}
	if d.Letter {
		return d.letterNodes()
	}
	nodes := d.topNodes()
	for i, r := range d.Head {
		size, scale := headSize(r.String())
		p := &para{style: styleRed, line: size * 12, pieces: pieces(look{face: faceTitle, red: true, size: size, scale: scale}, r)}
		if i == 0 {
			p.before = headTop - 3*linePitch - size*10*headInk/100
		}
		nodes = append(nodes, p)
	}
	nodes = append(nodes, blank(), blank())
	nodes = append(nodes, d.numberNodes()...)
	return append(nodes, &para{style: styleRed, line: ruleLine, rule: 12}, blank(), blank())
}

// topNodes are the three lines above the red head, empty where nothing is asked.
func (d *Document) topNodes() []node {
	lines := []piece{{text: clean(d.CopyNumber)}, {text: clean(d.Secrecy), look: look{face: faceHei}}, {text: clean(d.Urgency), look: look{face: faceHei}}}
	var nodes []node
	for _, l := range lines {
		if l.text != "" {
			nodes = append(nodes, &para{style: styleFlush, pieces: []piece{l}})
		}
	}
	for len(nodes) < len(lines) {
		nodes = append(nodes, blank())
	}
	return nodes
}

// headSize fits a line of the red head into the type area: as large as 24 pt
// times two, narrowed to no less than 60 per cent, then smaller. The size is in
// half points, the scale in per cent.
func headSize(text string) (size, scale int) {
	const largest, narrowest, width = 96, 60, areaWidth / 10 * 98 / 100 // width in half points
	n := max(halves(text), 1)
	scale = width * 2 * 100 / (n * largest)
	switch {
	case scale >= 100:
		return largest, 100
	case scale >= narrowest:
		return largest, scale
	default:
		return max(width*2*100/(n*narrowest), 2), narrowest
	}
}

// numberNodes centres the number; with signatories it stands at the left and
// they at the right, two on a line, the number on the last.
func (d *Document) numberNodes() []node {
	if len(d.Signatories) == 0 {
		return []node{&para{style: styleFlush, align: "center", pieces: pieces(look{}, d.Number)}}
	}
	lines := pairs(d.Signatories)
	start := tab{"left", areaWidth - chars(100) - chars(widest(lines))}
	var nodes []node
	for i, line := range lines {
		p := &para{tabs: []tab{start}, ind: &indent{left: 100, right: 100}}
		if i == len(lines)-1 {
			p.pieces = pieces(look{}, d.Number)
		}
		label := "\t签发人："
		if i > 0 {
			label = "\t　　　　"
		}
		p.pieces = append(p.pieces, piece{text: label})
		p.pieces = append(p.pieces, pieces(look{face: faceKai}, line...)...)
		nodes = append(nodes, p)
	}
	return nodes
}

// pairs puts two signatories on a line, a full-width space between them.
func pairs(names []Run) []Line {
	var lines []Line
	for i, n := range names {
		if i%2 == 0 {
			lines = append(lines, Line{n})
		} else {
			last := len(lines) - 1
			lines[last] = append(lines[last], Text("　"), n)
		}
	}
	return lines
}

// widest measures 签发人： and the longest line of names in hundredths of a
// character, with half a character to spare.
func widest(lines []Line) int {
	most := 0
	for _, l := range lines {
		most = max(most, l.halves())
	}
	return 450 + most*50
}

// titleNodes writes the title, the number where no red head carries it, and
// the addressee.
func (d *Document) titleNodes() []node {
	var nodes []node
	if len(d.Title) > 0 {
		nodes = append(nodes, &para{style: styleTitle, pieces: titlePieces(d.Title)})
	}
	if len(d.Head) == 0 && !d.Number.IsZero() {
		nodes = append(nodes, &para{style: styleFlush, align: "center", pieces: pieces(look{face: faceKai}, d.Number)})
	}
	if len(nodes) > 0 {
		nodes = append(nodes, blank())
	}
	if !d.Addressee.IsZero() {
		nodes = append(nodes, &para{style: styleFlush, pieces: append(pieces(look{}, d.Addressee), piece{text: "："})})
	}
	return nodes
}

func titlePieces(lines []Run) []piece {
	var out []piece
	for i, r := range lines {
		if i > 0 {
			out = append(out, piece{text: "\n", look: look{face: faceTitle}})
		}
		out = append(out, pieces(look{face: faceTitle}, r)...)
	}
	return out
}
