package paper

import (
	"bihuan/internal/fault"
	"bihuan/internal/gongwen"
	"bihuan/internal/query"
)

// TextRows is how many rows of a table are written on one page.
const TextRows = 30

// TextTableIn asks for a table of a draft: at a cell of it, or at one of its pages.
type TextTableIn struct {
	Report string
	Block  string // place of the table or of a cell
	Row    int    // whose page is shown; that of the cell where it is 0
	Page   int    // from 1; that of the row where it is 0
}

// TextTable is a table of a draft for writing, cell by cell.
type TextTable struct {
	query.ReportPage
	At     At // of the table
	Name   string
	Rows   []TextRow // of the page
	Page   int
	Total  int
	Chosen *TextCell // that is open for typing
}

// TextRow is a row with the cells that begin in it.
type TextRow struct {
	Number int
	Cells  []TextCell
}

// TextCell is a cell with the sentences in it.
type TextCell struct {
	At        At
	Column    string
	Text      string
	Sentences []TextSentence
}

// Table gives a table of a draft for writing.
func Table(v *query.View, in TextTableIn) (TextTable, error) {
	r, doc, err := draft(v, in.Report)
	out := TextTable{ReportPage: r}
	if err != nil {
		return out, err
	}
	at, ok := ParseAt(in.Block)
	blocks := at.blocks(doc)
	if !ok || at.Block >= len(blocks) {
		return out, fault.New(fault.NotFound, "fault.not-found")
	}
	t, ok := blocks[at.Block].(gongwen.Table)
	if !ok {
		return out, fault.New(fault.NotFound, "fault.not-found")
	}
	out.At, out.Name, out.Total = at.Table(), tableName(doc, at, t), len(t.Rows)
	out.Page = in.Page
	if out.Page < 1 {
		out.Page = 1 + max(max(at.Row, in.Row)-1, 0)/TextRows
	}
	for y, row := range t.Places() {
		cells := TextRow{Number: y + 1}
		for _, p := range row {
			if p.Cell < 0 {
				continue
			}
			c := textCell(At{at.Attachment, at.Block, y + 1, p.Cell + 1}, p, t.Rows[y][p.Cell])
			if c.At == at {
				out.Chosen = &c
			}
			cells.Cells = append(cells.Cells, c)
		}
		if y/TextRows == out.Page-1 {
			out.Rows = append(out.Rows, cells)
		}
	}
	return out, nil
}

func tableName(doc *gongwen.Document, at At, t gongwen.Table) string {
	switch {
	case t.Caption.Text != "":
		return t.Caption.Text
	case at.Attachment > 0:
		return doc.Attachments[at.Attachment-1].Title.Text
	}
	return doc.Subject
}

func textCell(at At, p gongwen.Place, c gongwen.Cell) TextCell {
	out := TextCell{At: at, Column: p.Column, Text: p.Words}
	for n, s := range (written{lines: c.Lines}).sentences() {
		out.Sentences = append(out.Sentences, TextSentence{At: n, Text: plain(s), Typed: isTyped(s), Bare: isBare(s), Bases: len(basesOf(s))})
	}
	return out
}
