package gongwen

import "strings"

const (
	// imprintLines is the room that an imprint takes, with air above it.
	imprintLines = 5
	// footLines is the room that the copies of a letter take.
	footLines = 2
	// doubtLines is how far an estimate may be wrong: breaks at marks and
	// words move text between lines.
	doubtLines = 3
)

// roomForImprint estimates whether the laid-out text surely ends on an even
// page with room for the imprint. Text with tables cannot be estimated and
// never does.
func (s *section) roomForImprint() bool {
	page, onLast := s.end()
	return page%2 == 0 && onLast > doubtLines && onLast <= linesPerPage-imprintLines-doubtLines
}

// roomAtFoot estimates whether an imprint surely has room under the text.
func (s *section) roomAtFoot() bool {
	page, onLast := s.end()
	return page > 0 && (page == 1 || onLast > doubtLines) && onLast <= linesPerPage-footLines-doubtLines
}

// end estimates the page on which the text ends and its lines there; page 0 is
// for text that cannot be estimated.
func (s *section) end() (page, onLast int) {
	height := 0
	for _, n := range s.nodes {
		high, ok := n.(interface{ height() int })
		if !ok || s.landscape {
			return 0, 0
		}
		height += high.height()
	}
	lines := (height + linePitch - 1) / linePitch
	return lines/linesPerPage + 1, lines % linesPerPage
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
