package gongwen

import "fmt"

// footers names the relationship ids of the odd and the even page's footer.
type footers struct{ odd, even string }

var (
	portraitFooters  = footers{"rIdOdd", "rIdEven"}
	landscapeFooters = footers{"rIdOddTurned", "rIdEvenTurned"}
	noFooters        = footers{"rIdNone", "rIdNone"}
)

// section is a stretch of pages of one shape.
type section struct {
	nodes     []node
	landscape bool
	// start is the w:type: nextPage or evenPage.
	start string
	// letter is the first page of a letter: no page number on it.
	letter bool
	// unnumbered leaves the page number away.
	unnumbered bool
}

// area is the width of the section's type area in twips.
func (s *section) area() int {
	if s.landscape {
		return areaHeight
	}
	return areaWidth
}

// props writes w:sectPr. A landscape page is the portrait page turned, its
// head on the left edge, and keeps the portrait margins in their places.
func (s *section) props() string {
	f := portraitFooters
	size := fmt.Sprintf(`<w:pgSz w:w="%d" w:h="%d"/>`, pageShort, pageLong)
	top, right, bottom, left := marginTop, marginRight, marginBottom, marginLeft
	if s.landscape {
		f = landscapeFooters
		size = fmt.Sprintf(`<w:pgSz w:w="%d" w:h="%d" w:orient="landscape"/>`, pageLong, pageShort)
		top, right, bottom, left = marginLeft, marginTop, marginRight, marginBottom
	}
	if s.unnumbered {
		f = noFooters
	}
	first, title := "", ""
	if s.letter {
		first, title = fmt.Sprintf(`<w:footerReference w:type="first" r:id="%s"/>`, noFooters.odd), "<w:titlePg/>"
	}
	return fmt.Sprintf(`<w:sectPr><w:footerReference w:type="default" r:id="%s"/><w:footerReference w:type="even" r:id="%s"/>%s`+
		`<w:type w:val="%s"/>%s<w:pgMar w:top="%d" w:right="%d" w:bottom="%d" w:left="%d" w:header="851" w:footer="%d" w:gutter="0"/>`+
		`<w:cols w:space="425"/>%s<w:docGrid w:linePitch="%d" w:charSpace="%d"/></w:sectPr>`,
		f.odd, f.even, first, s.start, size, top, right, bottom, left, footerEdge, title, linePitch, charSpace)
}

// close puts the section's properties into its last paragraph; behind a table
// a paragraph of one point carries them.
func (s *section) close() {
	if n := len(s.nodes); n > 0 {
		if last, ok := s.nodes[n-1].(*para); ok {
			last.section = s.props()
			return
		}
	}
	s.nodes = append(s.nodes, &para{line: thinLine, ind: &indent{}, section: s.props()})
}
