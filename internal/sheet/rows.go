package sheet

import (
	"cmp"

	"github.com/xuri/excelize/v2"
)

// writer writes one sheet from the top.
type writer struct {
	sheet  *Sheet
	styles *styles
	out    *excelize.StreamWriter
	row    int // next row, from 1
}

func (w *writer) write() error {
	for i, c := range w.sheet.Columns {
		if err := w.out.SetColWidth(i+1, i+1, c.width()); err != nil {
			return err
		}
	}
	if err := w.freeze(); err != nil {
		return err
	}
	if err := w.caption(); err != nil {
		return err
	}
	if err := w.head(); err != nil {
		return err
	}
	for b, err := range w.sheet.blocks() {
		if err != nil {
			return err
		}
		if err := w.block(b); err != nil {
			return err
		}
	}
	return w.total()
}

// width is the column's width in half-width characters, within what a workbook takes.
func (c Column) width() float64 {
	return min(cmp.Or(max(c.Width, 0), 12), excelize.MaxColumnWidth)
}

// captionRows counts the rows above the head.
func (s *Sheet) captionRows() int {
	n := 0
	if s.Title != "" {
		n++
	}
	if s.Subtitle != "" || s.Unit != "" {
		n++
	}
	return n
}

// freeze keeps the head, and the columns asked for, in view.
func (w *writer) freeze() error {
	x := min(max(w.sheet.FreezeColumns, 0), len(w.sheet.Columns)-1)
	y := w.sheet.captionRows() + headRows(w.sheet.Columns)
	corner, err := excelize.CoordinatesToCellName(x+1, y+1)
	if err != nil {
		return err
	}
	pane := "bottomLeft"
	if x > 0 {
		pane = "bottomRight"
	}
	return w.out.SetPanes(&excelize.Panes{Freeze: true, XSplit: x, YSplit: y, TopLeftCell: corner, ActivePane: pane})
}

// caption writes title, subtitle and unit.
func (w *writer) caption() error {
	last := len(w.sheet.Columns)
	if w.sheet.Title != "" {
		if err := w.put([]styled{{Text(w.sheet.Title), look{part: partTitle}}}, titleHeight); err != nil {
			return err
		}
		if err := w.merge(1, w.row-1, last, w.row-1); err != nil {
			return err
		}
	}
	if w.sheet.Subtitle == "" && w.sheet.Unit == "" {
		return nil
	}
	left, right := look{part: partNote, align: Left}, look{part: partNote, align: Right}
	if last == 1 {
		return w.put([]styled{{Text(note(*w.sheet)), left}}, noteHeight)
	}
	row := make([]styled, last)
	row[0] = styled{Text(w.sheet.Subtitle), left}
	row[last-1] = styled{Text(w.sheet.Unit), right}
	return w.put(row, noteHeight)
}

// head writes the heading rows.
func (w *writer) head() error {
	top := w.row
	cells := headCells(w.sheet.Columns)
	for y := range headRows(w.sheet.Columns) {
		row := make([]styled, len(w.sheet.Columns))
		for x := range row {
			row[x].look.part = partHead
		}
		height := float64(headHeight)
		for _, c := range cells {
			if c.row == y {
				row[c.col].Cell = Text(c.text)
			}
			if c.row == y && c.colSpan == 1 && c.rowSpan == 1 {
				height = max(height, tall(w.sheet.lines(Text(c.text), c.col)))
			}
		}
		if err := w.put(row, height); err != nil {
			return err
		}
	}
	for _, c := range cells {
		if err := w.merge(c.col+1, top+c.row, c.col+c.colSpan, top+c.row+c.rowSpan-1); err != nil {
			return err
		}
	}
	return nil
}

// block writes rows that hang together and merges their cells.
func (w *writer) block(b block) error {
	top := w.row
	heights := w.sheet.heights(b)
	for y, cells := range b.rows {
		row := make([]styled, len(cells))
		for x, c := range cells {
			if b.spans[y][x] == 0 {
				c = Cell{}
			}
			row[x] = styled{c, w.sheet.Columns[x].look(c, partBody)}
		}
		if err := w.put(row, heights[y]); err != nil {
			return err
		}
	}
	for y := range b.rows {
		for x, n := range b.spans[y] {
			if err := w.merge(x+1, top+y, x+1, top+y+n-1); err != nil {
				return err
			}
		}
	}
	return nil
}

func (w *writer) total() error {
	if len(w.sheet.Total) == 0 {
		return nil
	}
	cells, err := w.sheet.fill(w.sheet.Total)
	if err != nil {
		return err
	}
	row := make([]styled, len(cells))
	for x, c := range cells {
		row[x] = styled{c, w.sheet.Columns[x].look(c, partTotal)}
	}
	return w.put(row, 0)
}

// put writes the next row; height 0 leaves it to the program.
func (w *writer) put(cells []styled, height float64) error {
	if w.row > excelize.TotalRows {
		return ErrTooManyRows
	}
	at, err := excelize.CoordinatesToCellName(1, w.row)
	if err != nil {
		return err
	}
	values := make([]any, len(cells))
	for i, c := range cells {
		if values[i], err = w.styles.stored(c); err != nil {
			return err
		}
	}
	w.row++
	return w.out.SetRow(at, values, excelize.RowOpts{Height: height})
}

// merge joins the places from the upper left to the lower right one; a single
// place, or one that is covered, stays as it is.
func (w *writer) merge(x1, y1, x2, y2 int) error {
	if y2 < y1 || x1 == x2 && y1 == y2 {
		return nil
	}
	from, err := excelize.CoordinatesToCellName(x1, y1)
	if err != nil {
		return err
	}
	to, err := excelize.CoordinatesToCellName(x2, y2)
	if err != nil {
		return err
	}
	return w.out.MergeCell(from, to)
}
