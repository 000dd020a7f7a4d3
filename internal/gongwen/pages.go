package gongwen

import "strings"

const (
	// imprintLines is the room that an imprint takes, with air above it.
	imprintLines = 5
	// doubtLines is how far an estimate may be wrong: breaks at marks and
	// words move text between lines.
	doubtLines = 3
)

// roomForImprint estimates whether the laid-out text surely ends on an even
// page with room for the imprint. Text with tables cannot be estimated and
// never does.
func (s *section) roomForImprint() bool {
	height := 0
	for _, n := range s.nodes {
		p, ok := n.(*para)
		if !ok || s.landscape {
			return false
		}
		height += p.height()
	}
	lines := (height + linePitch - 1) / linePitch
	page, onLast := lines/linesPerPage+1, lines%linesPerPage
	return page%2 == 0 && onLast > doubtLines && onLast <= linesPerPage-imprintLines-doubtLines
}

// height estimates the height of a paragraph in twips.
func (p *para) height() int {
	if p.line != 0 {
		return p.before + p.line
	}
	width, first := p.room()
	var text strings.Builder
	for _, piece := range p.pieces {
		text.WriteString(piece.text)
	}
	lines := 0
	for part := range strings.SplitSeq(text.String(), "\n") {
		lines += max(1, (first+halves(part)+width-1)/width)
		first = 0
	}
	return p.before + lines*linePitch
}

// room is the width of a line of the paragraph and the indent of its first
// line in half characters.
func (p *para) room() (width, first int) {
	width, first = 2*charsPerLine, 4
	switch p.style {
	case styleTitle:
		width, first = width*sizeBody/sizeTitle, 0
	case styleSmall:
		width = width * sizeBody / sizeSmall
	case styleFlush:
		first = 0
	}
	if p.ind != nil {
		width -= (p.ind.left + p.ind.right) / 50
		first = p.ind.first / 50
	}
	return max(width, 2), first
}
