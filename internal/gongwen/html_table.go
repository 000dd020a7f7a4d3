package gongwen

import (
	"fmt"
	"strconv"
)

// table writes a table with its columns in whole per cents.
func (p *page) table(t Table) {
	p.put(`<figure class="gw-figure">`)
	if !t.Caption.IsZero() {
		p.line("figcaption", "gw-caption", t.Caption)
	}
	if !t.Unit.IsZero() {
		p.line("p", "gw-unit", t.Unit)
	}
	shares := t.shares(100)
	p.put(`<table class="`, tableClass(t.Points), `"><colgroup>`)
	for _, s := range shares {
		p.put(`<col class="gw-w`, strconv.Itoa(s), `">`)
	}
	p.put(`</colgroup>`)
	p.tableRows("thead", "th", grid(t.Head, len(shares)))
	p.tableRows("tbody", "td", grid(t.Rows, len(shares)))
	p.put(`</table></figure>`)
}

// tableClass tells the size of the type: the usual 12 pt, 10.5, or 9.
func tableClass(points float64) string {
	switch {
	case points > 0 && points < 10:
		return "gw-table gw-fine"
	case points > 0 && points < 12:
		return "gw-table gw-small"
	}
	return "gw-table"
}

func (p *page) tableRows(part, tag string, rows [][]slot) {
	if len(rows) == 0 {
		return
	}
	p.put("<", part, ">")
	for _, row := range rows {
		p.put("<tr>")
		for _, s := range row {
			if s.left && s.top {
				p.tableCell(tag, s)
			}
		}
		p.put("</tr>")
	}
	p.put("</", part, ">")
}

func (p *page) tableCell(tag string, s slot) {
	p.put("<", tag)
	if class := s.cell.Align.class(""); class != "" {
		p.put(` class="`, class[1:], `"`)
	}
	if s.cols > 1 {
		p.put(fmt.Sprintf(` colspan="%d"`, s.cols))
	}
	if s.rows > 1 {
		p.put(fmt.Sprintf(` rowspan="%d"`, s.rows))
	}
	p.put(">")
	for i, l := range s.cell.Lines {
		if i > 0 {
			p.put("<br>")
		}
		p.runs(l...)
	}
	p.put("</", tag, ">")
}
