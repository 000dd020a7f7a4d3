package gongwen

// Drawings of a letter's head.
const (
	letterHeadID = iota + 2
	upperThickID
	upperThinID
	lowerThinID
	lowerThickID
)

// Thickness of the double red lines and the room between them, in twips.
const thickRule, thinRule, betweenRules = 45, 15, 20

// numberGap is the room between the upper red line and the line of the number:
// with what an exact line leaves above its characters it makes the 7/8 of a
// 3号 character that §10.1 asks for.
const numberGap = 86

// isLetter reports whether the paper is laid out as a letter.
func (d *Document) isLetter() bool { return d.Letter && len(d.Head) > 0 }

// letterNodes writes the head of a letter: the drawings at their places of the
// page, room down to the upper red line, 份号, 密级 and 紧急程度 at the left and the
// number at the right of the first line, two lines of air.
func (d *Document) letterNodes() []node {
	h := &letterHead{text: d.Head[0]}
	nodes := []node{h}
	var left []piece
	for _, l := range []piece{{text: clean(d.CopyNumber)}, {text: clean(d.Secrecy), look: look{face: faceHei}}, {text: clean(d.Urgency), look: look{face: faceHei}}} {
		if l.text != "" {
			left = append(left, l)
		}
	}
	first := &para{style: styleFlush, tabs: []tab{{"right", areaWidth}}}
	if len(left) > 0 {
		first.pieces = append(first.pieces, left[0])
		left = left[1:]
	}
	first.pieces = append(append(first.pieces, piece{text: "\t"}), pieces(look{}, d.Number)...)
	nodes = append(nodes, first)
	for _, l := range left {
		nodes = append(nodes, &para{style: styleFlush, pieces: []piece{l}})
	}
	return append(nodes, blank(), blank())
}

// letterHead is the issuer between the red lines.
type letterHead struct{ text Run }

func (h *letterHead) write(w *writer) {
	size, scale := letterSize(h.text.String())
	em := size * 10 // twips
	inner := &writer{fonts: w.fonts}
	(&para{style: styleRed, line: em * 12 / 10, pieces: pieces(look{face: faceTitle, red: true, size: size, scale: scale}, h.text)}).write(inner)
	head := textBox{id: letterHeadID, name: "发文机关标志", fromH: "margin", posH: stuck("center"), fromV: "page", posV: at(letterTop - em*headInk/100),
		width: areaWidth, height: em * 13 / 10, direction: "horz", anchor: "t", content: inner.take()}
	x := (pageShort - letterRule) / 2
	upper, lower := h.rule(em), pageLong-letterFoot
	bars := []bar{{upperThickID, x, upper, letterRule, thickRule}, {upperThinID, x, upper + thickRule + betweenRules, letterRule, thinRule},
		{lowerThinID, x, lower - thickRule - betweenRules - thinRule, letterRule, thinRule}, {lowerThickID, x, lower - thickRule, letterRule, thickRule}}
	w.put("<w:p><w:pPr>", (&para{line: h.down(em), ind: &indent{}}).props(), "</w:pPr>", head.xml())
	for _, b := range bars {
		w.put(b.xml())
	}
	w.put("</w:p>")
}

// rule is where the upper red line begins: 4 mm under the characters.
func (h *letterHead) rule(em int) int { return letterTop + em*headHeight/100 + ruleGap }

// down is the height of the first paragraph: from the type area to the number's line.
func (h *letterHead) down(em int) int {
	return h.rule(em) + thickRule + betweenRules + thinRule + numberGap - marginTop
}

// letterSize is the size of a letter's head: that of a red head, but no larger
// than 36 pt.
func letterSize(text string) (size, scale int) {
	const largest = 72
	size, scale = headSize(text)
	if size > largest {
		size, scale = largest, min(scale*size/largest, 100)
	}
	return size, scale
}

// letterImprinted puts the copies at the foot of the letter's last page, or on
// a page of their own where there is no room for them.
func (d *Document) letterImprinted(all []*section) []*section {
	if d.Imprint.CopyTo.IsZero() {
		return all
	}
	last := all[len(all)-1]
	if len(all) > 1 || !last.roomAtFoot() {
		last = &section{start: "nextPage", unnumbered: true}
		all = append(all, last)
	}
	last.add(&imprint{Imprint: d.Imprint, letter: true})
	return all
}

// height is the room down to the line of the number.
func (h *letterHead) height() int {
	size, _ := letterSize(h.text.String())
	return h.down(size * 10)
}
