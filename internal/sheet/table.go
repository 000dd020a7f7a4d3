package sheet

import (
	"strings"

	"bihuan/internal/gongwen"
)

// Table turns the sheet into a table of a paper, merged cells and sources
// included. The title becomes the caption; an error is one of the rows.
func Table(s Sheet) (gongwen.Table, error) {
	t := gongwen.Table{Caption: gongwen.Text(s.Title), Unit: gongwen.Text(note(s)), Head: paperHead(s.Columns)}
	for _, c := range s.Columns {
		t.Widths = append(t.Widths, c.width())
	}
	for b, err := range s.blocks() {
		if err != nil {
			return gongwen.Table{}, err
		}
		t.Rows = append(t.Rows, s.paperRows(b)...)
	}
	if len(s.Total) > 0 {
		total, err := s.fill(s.Total)
		if err != nil {
			return gongwen.Table{}, err
		}
		t.Rows = append(t.Rows, s.paperRows(s.block([][]Cell{total}))...)
	}
	return t, nil
}

func note(s Sheet) string {
	if s.Subtitle != "" && s.Unit != "" {
		return s.Subtitle + "　" + s.Unit
	}
	return s.Subtitle + s.Unit
}

func paperHead(columns []Column) []gongwen.Row {
	rows := make([]gongwen.Row, headRows(columns))
	for _, c := range headCells(columns) {
		cell := gongwen.C(gongwen.Text(c.text))
		cell.ColSpan, cell.RowSpan = c.colSpan, c.rowSpan
		rows[c.row] = append(rows[c.row], cell)
	}
	return rows
}

func (s *Sheet) paperRows(b block) []gongwen.Row {
	rows := make([]gongwen.Row, len(b.rows))
	for y, cells := range b.rows {
		for x, c := range cells {
			if b.spans[y][x] == 0 {
				continue
			}
			cell := gongwen.Cell{RowSpan: b.spans[y][x], Align: paperAlign(s.Columns[x].look(c, partBody).align)}
			for line := range strings.SplitSeq(c.String(), "\n") {
				cell.Lines = append(cell.Lines, gongwen.Line{gongwen.Text(line, c.refs...)})
			}
			rows[y] = append(rows[y], cell)
		}
	}
	return rows
}

func paperAlign(a Align) gongwen.Align {
	switch a {
	case Center:
		return gongwen.Center
	case Right:
		return gongwen.Right
	default:
		return gongwen.Left
	}
}
