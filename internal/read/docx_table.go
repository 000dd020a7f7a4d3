package read

import (
	"encoding/xml"
	"strings"
)

// docCell is one cell of a Word table, with the paragraphs in it.
type docCell struct {
	lines     []line
	span      int  // columns
	continues bool // merged with the cell above
}

// readTable reads a w:tbl that was just opened. A table that only lays text out
// gives its paragraphs one after the other, a table of data one line a row. The
// first row of a ledger carries the whole of it.
func (d *docx) readTable() error {
	var rows [][]docCell
	err := d.children(func(e xml.StartElement) error { return d.tableRow(&rows, e) })
	if err != nil {
		return err
	}
	g := gridOf(rows)
	h := findHeader(g, d.opts, 0)
	if card, ok := labelRows(rows); ok && h == nil {
		d.lines = append(d.lines, card...)
		return nil
	}
	if h == nil && laysOut(rows) {
		for _, row := range rows {
			for _, c := range row {
				d.lines = append(d.lines, c.lines...)
			}
		}
		return nil
	}
	first := len(d.lines)
	for _, row := range rows {
		if l, ok := rowLine(row); ok {
			l.told = h != nil
			d.lines = append(d.lines, l)
		}
	}
	if h != nil && first < len(d.lines) {
		d.lines[first].told = false
		l, err := readLedger(d.watch, g, h, d.known)
		if err != nil {
			return err
		}
		d.lines[first].table = &ledgerTable{ledger: l, table: g.table(h, 0, l.roles)}
	}
	return nil
}

func (d *docx) tableRow(rows *[][]docCell, e xml.StartElement) error {
	switch e.Name.Local {
	case "tr":
		var row []docCell
		deleted := false
		err := d.children(func(e xml.StartElement) error {
			if e.Name.Local == "trPr" {
				return d.children(func(e xml.StartElement) error {
					switch e.Name.Local {
					case "del":
						deleted = true
					case "gridBefore": // columns left out at the row's start
						if n := smallNumber(attr(e, "val")); n > 0 && n < maxColumns {
							row = append(row, docCell{span: n})
						}
					}
					return d.skip()
				})
			}
			return d.tableCell(&row, e)
		})
		if !deleted {
			*rows = append(*rows, row)
		}
		return err
	case "sdt", "sdtContent", "ins", "moveTo", "customXml", "AlternateContent", "Choice":
		return d.children(func(e xml.StartElement) error { return d.tableRow(rows, e) })
	}
	return d.skip()
}

func (d *docx) tableCell(row *[]docCell, e xml.StartElement) error {
	switch e.Name.Local {
	case "tc":
		if d.cellsLeft--; d.cellsLeft < 0 {
			return tooLarge("read.too-large.cells", d.maxCells)
		}
		c := docCell{span: 1}
		var err error
		c.lines, err = d.collect(func() error {
			return d.children(func(e xml.StartElement) error { return d.inCell(&c, e) })
		})
		*row = append(*row, c)
		return err
	case "sdt", "sdtContent", "ins", "moveTo", "customXml":
		return d.children(func(e xml.StartElement) error { return d.tableCell(row, e) })
	}
	return d.skip()
}

func (d *docx) inCell(c *docCell, e xml.StartElement) error {
	if e.Name.Local != "tcPr" {
		return d.block(e)
	}
	return d.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "gridSpan":
			c.span = max(1, smallNumber(attr(e, "val")))
		case "vMerge":
			c.continues = attr(e, "val") != "restart"
		}
		return d.skip()
	})
}

// laysOut tells whether a table only arranges text: it has one column, or
// headings of the outline stand in its cells.
func laysOut(rows [][]docCell) bool {
	widest := 0
	for _, row := range rows {
		widest = max(widest, len(row))
		for _, c := range row {
			for _, l := range c.lines {
				if m, ok := l.mark(); ok && m.form <= formChineseBracket && m.size < len(l.text) {
					return true
				}
			}
		}
	}
	return widest <= 1
}

// rowLine is a row of a table of data as one line, its cells parted by tabs.
func rowLine(row []docCell) (line, bool) {
	var cells []string
	out := line{row: true}
	for _, c := range row {
		var texts []string
		for _, l := range c.lines {
			texts = append(texts, l.text)
			if out.source.Paragraph == 0 {
				out.source = l.source
			}
		}
		cells = append(cells, strings.Join(texts, " "))
	}
	out.text = strings.TrimSpace(strings.Join(cells, "\t"))
	return out, out.text != ""
}
