package gongwen

import "fmt"

// imprinted adds the 版记 at the foot of the last even page.
//
// Where the text surely ends on an even page with room left, the imprint floats
// at the foot of that page. Otherwise it takes the next even page for itself,
// without a number, as §7.5 has it for an imprint behind an empty page.
func (d *Document) imprinted(all []*section) []*section {
	if d.Imprint == nil {
		return all
	}
	last := all[len(all)-1]
	if d.isLetter() {
		return d.letterImprinted(all)
	}
	if len(all) > 1 || !last.roomForImprint() {
		last = &section{start: "evenPage", unnumbered: true}
		all = append(all, last)
	}
	last.add(&imprint{Imprint: d.Imprint})
	return all
}

// imprintID tells the imprint's box from the drawings of a letter's head.
const imprintID = 9

// imprint is a table at the bottom of the type area: thick lines above and
// below, a thin one between. It hangs in a text box, for programs do not agree
// on where a floating table ends.
type imprint struct {
	*Imprint
	letter bool // neither lines nor printer, §10.1
}

func (i *imprint) write(w *writer) {
	rows := i.rows()
	height := 2 * linePitch // to spare: the box is filled from its bottom
	inner := &writer{fonts: w.fonts}
	borders := imprintBorders
	if i.letter {
		borders = ""
	}
	inner.put(fmt.Sprintf(`<w:tbl><w:tblPr><w:tblW w:w="%[1]d" w:type="dxa"/>%[2]s<w:tblLayout w:type="fixed"/>`+
		`<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>`+
		`<w:tblGrid><w:gridCol w:w="%[1]d"/></w:tblGrid>`, areaWidth, borders))
	for _, p := range rows {
		height += p.height()
		inner.put(fmt.Sprintf(`<w:tr><w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/></w:tcPr>`, areaWidth))
		p.write(inner)
		inner.put(`</w:tc></w:tr>`)
	}
	inner.put(`</w:tbl>`)
	(&para{line: thinLine, ind: &indent{}}).write(inner)
	box := textBox{id: imprintID, name: "版记", fromH: "margin", posH: stuck("center"), fromV: "page", posV: at(pageLong - marginBottom - height),
		width: areaWidth, height: height, direction: "horz", anchor: "b", content: inner.take()}
	w.put("<w:p><w:pPr>", (&para{line: thinLine, ind: &indent{}}).props(), "</w:pPr>", box.xml(), "</w:p>")
}

const imprintBorders = `<w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="000000"/>` +
	`<w:bottom w:val="single" w:sz="8" w:space="0" w:color="000000"/><w:insideH w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:tblBorders>`

// rows are 抄送, whose names hang under the first one, and 印发机关 with 印发日期;
// both keep one character of room at either side.
func (i *imprint) rows() []*para {
	var rows []*para
	if !i.CopyTo.IsZero() {
		text := append([]piece{{text: "抄送："}}, pieces(look{}, i.CopyTo)...)
		rows = append(rows, &para{style: styleSmall, ind: &indent{left: 400, right: 100, first: -300}, pieces: append(text, piece{text: "。"})})
	}
	if i.letter {
		return rows
	}
	text := append(pieces(look{}, i.Printer), piece{text: "\t"})
	text = append(append(text, pieces(look{}, i.PrintDate)...), piece{text: "印发"})
	edge := tab{"right", areaWidth - chars(100)}
	return append(rows, &para{style: styleSmall, tabs: []tab{edge}, ind: &indent{left: 100, right: 100}, pieces: text})
}
