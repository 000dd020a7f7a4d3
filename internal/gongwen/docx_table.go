package gongwen

import (
	"fmt"
	"strings"
)

// table is a laid-out table, ready to be written.
type table struct {
	columns    []int // twips
	head, body [][]slot
	size       int    // half points
	border     string // w:val of the lines
}

// tableNodes writes caption, unit and table. Where text follows, an empty line
// parts it from the table.
func tableNodes(t Table, width int, followed bool) []node {
	var nodes []node
	if !t.Caption.IsZero() {
		nodes = append(nodes, &para{style: styleFlush, keepNext: true, align: "center", pieces: pieces(look{face: faceHei}, t.Caption)})
	}
	size := t.halfPoints()
	if !t.Unit.IsZero() {
		nodes = append(nodes, &para{style: styleTable, keepNext: true, align: "right", pieces: pieces(look{size: otherThan(size, sizeTable)}, t.Unit)})
	}
	columns := t.shares(width)
	n := len(columns)
	nodes = append(nodes, &table{columns, grid(t.Head, n), grid(t.Rows, n), size, t.border()})
	if followed {
		nodes = append(nodes, blank())
	}
	return nodes
}

func (t Table) border() string {
	if t.Cut {
		return "dashed"
	}
	return "single"
}

func (t Table) halfPoints() int {
	if t.Points <= 0 {
		return sizeTable
	}
	return max(int(t.Points*2+0.5), 2)
}

// otherThan returns 0, which leaves a size to the style, where it is the style's own.
func otherThan(size, style int) int {
	if size == style {
		return 0
	}
	return size
}

// write sets the table as wide as the type area with fixed columns. Lines of a
// cell keep the height of their type: exact lines of the grid would cut them
// apart or off.
func (t *table) write(w *writer) {
	fmt.Fprintf(w, `<w:tbl><w:tblPr><w:tblW w:w="%d" w:type="dxa"/><w:jc w:val="center"/>%s<w:tblLayout w:type="fixed"/>`+
		`<w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>`, t.width(0, len(t.columns)), strings.ReplaceAll(tableBorders, "single", t.border))
	for _, c := range t.columns {
		fmt.Fprintf(w, `<w:gridCol w:w="%d"/>`, c)
	}
	w.put(`</w:tblGrid>`)
	for _, row := range t.head {
		t.row(w, row, true)
	}
	for _, row := range t.body {
		t.row(w, row, false)
	}
	w.put(`</w:tbl>`)
}

const tableBorders = `<w:tblBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="000000"/>` +
	`<w:left w:val="single" w:sz="4" w:space="0" w:color="000000"/><w:bottom w:val="single" w:sz="4" w:space="0" w:color="000000"/>` +
	`<w:right w:val="single" w:sz="4" w:space="0" w:color="000000"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="000000"/>` +
	`<w:insideV w:val="single" w:sz="4" w:space="0" w:color="000000"/></w:tblBorders>`

// row writes one row. A head row is repeated on every page. No row is broken
// unless it could be longer than a page leaves room for.
func (t *table) row(w *writer, row []slot, head bool) {
	w.put("<w:tr><w:trPr>")
	if head || t.lines(row) <= wholeRowLines {
		w.put("<w:cantSplit/>")
	}
	fmt.Fprintf(w, `<w:trHeight w:val="%d" w:hRule="atLeast"/>`, t.size*15)
	if head {
		w.put("<w:tblHeader/>")
	}
	w.put("</w:trPr>")
	for x := 0; x < len(row); x += row[x].cols {
		t.cell(w, row[x], x, head)
	}
	w.put("</w:tr>")
}

// wholeRowLines is the height up to which a row is kept on one page.
const wholeRowLines = 12

// lines estimates the lines of a row; a cell over several rows counts with none.
func (t *table) lines(row []slot) int {
	most := 1
	for x, s := range row {
		if !s.left || s.rows > 1 {
			continue
		}
		width := max(t.width(x, s.cols)/(t.size*5), 1) // half characters
		n := 0
		for _, l := range s.cell.Lines {
			n += l.halves()/width + 1
		}
		most = max(most, n)
	}
	return most
}

// width adds the widths of cols columns from x on.
func (t *table) width(x, cols int) int {
	sum := 0
	for _, c := range t.columns[x : x+cols] {
		sum += c
	}
	return sum
}

func (t *table) cell(w *writer, s slot, x int, head bool) {
	fmt.Fprintf(w, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>`, t.width(x, s.cols))
	if s.cols > 1 {
		fmt.Fprintf(w, `<w:gridSpan w:val="%d"/>`, s.cols)
	}
	switch {
	case s.top && s.rows > 1:
		w.put(`<w:vMerge w:val="restart"/>`)
	case !s.top:
		w.put(`<w:vMerge/>`)
	}
	w.put(`<w:vAlign w:val="center"/></w:tcPr>`)
	t.cellText(w, s, head)
	w.put(`</w:tc>`)
}

// cellText writes the lines of a cell; a cell needs a paragraph even if empty.
func (t *table) cellText(w *writer, s slot, head bool) {
	lines := s.cell.Lines
	if !s.top || len(lines) == 0 {
		lines = []Line{nil}
	}
	base := look{size: otherThan(t.size, sizeTable)}
	if head {
		base.face = faceHei
	}
	for _, l := range lines {
		p := &para{style: styleTable, align: s.cell.justify(head), pieces: pieces(base, l...)}
		p.write(w)
	}
}

// justify is the w:jc of the cell; the style is flush left.
func (c *Cell) justify(head bool) string {
	switch {
	case c.Align == Center, c.Align == Standard && head:
		return "center"
	case c.Align == Right:
		return "right"
	default:
		return ""
	}
}
