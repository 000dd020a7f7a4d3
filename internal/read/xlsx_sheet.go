package read

import (
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"
)

// maxColumns is how many columns of a sheet are read; a ledger has far fewer.
const maxColumns = 256

// readSheet reads the rows of one sheet that hold anything.
func (w *workbook) readSheet(s sheetPart) (*grid, error) {
	g := &grid{sheet: s.name, hidden: map[int]bool{}}
	var merges []string
	err := w.part(s.part, func(x *xmlReader, e xml.StartElement) error {
		switch e.Name.Local {
		case "cols":
			return x.children(func(e xml.StartElement) error {
				g.hideColumns(e)
				return x.skip()
			})
		case "sheetData":
			return w.readRows(x, g)
		case "mergeCells":
			return x.children(func(e xml.StartElement) error {
				if len(merges) < w.maxCells {
					merges = append(merges, attr(e, "ref"))
				}
				return x.skip()
			})
		}
		return x.skip()
	})
	if err != nil {
		return nil, fmt.Errorf("sheet %q: %w", s.name, err)
	}
	areas := w.areasOf(merges)
	g.leaveOutHidden(areas)
	g.mergeAll(areas, w.maxCells)
	return g, nil
}

func (g *grid) hideColumns(e xml.StartElement) {
	if h := attr(e, "hidden"); h != "1" && h != "true" {
		return
	}
	from, err := strconv.Atoi(attr(e, "min"))
	if err != nil {
		return
	}
	to, err := strconv.Atoi(attr(e, "max"))
	if err != nil {
		return
	}
	for col := max(from, 1); col <= min(to, maxColumns); col++ {
		g.hidden[col-1] = true
	}
}

// readRows reads the rows of a sheet; rows without text are passed over.
func (w *workbook) readRows(x *xmlReader, g *grid) error {
	number := 0
	return x.children(func(e xml.StartElement) error {
		if w.rowsLeft--; w.rowsLeft < 0 {
			return tooLarge("read.too-large.cells", w.maxCells)
		}
		if n, err := strconv.Atoi(attr(e, "r")); err == nil && n > number {
			number = n
		} else {
			number++
		}
		at := Source{Sheet: g.sheet, Row: number}
		cells, err := w.readCells(x, g, at)
		if err == nil && len(cells) > 0 {
			hidden := attr(e, "hidden") == "1" || attr(e, "hidden") == "true"
			g.rows = append(g.rows, gridRow{number: number, source: at, cells: cells, hidden: hidden})
		}
		return err
	})
}

// readCells reads the cells of one row; nil when all of them are empty.
func (w *workbook) readCells(x *xmlReader, g *grid, at Source) ([]string, error) {
	var cells []string
	col := -1
	err := x.children(func(e xml.StartElement) error {
		if w.cellsLeft--; w.cellsLeft < 0 {
			return tooLarge("read.too-large.cells", w.maxCells)
		}
		col++
		if c, _, ok := cellRef(attr(e, "r")); ok {
			col = c
		}
		text, doubt, err := w.readCell(x, e)
		if doubt != "" && col < maxColumns && len(g.warnings) < maxCellWarnings {
			at.Column = col + 1
			g.warnings = append(g.warnings, warn(at, doubt, text))
			text = ""
		}
		if err != nil || strings.TrimSpace(text) == "" || col >= maxColumns {
			return err
		}
		for len(cells) <= col {
			cells = append(cells, "")
		}
		if err := checkCell(text, Source{Sheet: g.sheet, Row: at.Row, Column: col + 1}); err != nil {
			return err
		}
		cells[col] = strings.TrimSpace(text)
		return w.spend(text)
	})
	return cells, err
}

// maxCellWarnings bounds the warnings about single cells of a sheet.
const maxCellWarnings = 200

// readCell gives the text that one cell shows; doubt is the code of a warning
// where it shows an error, or nothing because no result of its formula is stored.
func (w *workbook) readCell(x *xmlReader, c xml.StartElement) (text, doubt string, err error) {
	raw, inline, formula := "", "", false
	err = x.children(func(e xml.StartElement) error {
		var err error
		switch e.Name.Local {
		case "f":
			formula = true
		case "v":
			raw, err = x.text()
			return err
		case "is":
			inline, err = richText(x)
			return err
		}
		return x.skip()
	})
	if err != nil {
		return "", "", err
	}
	if formula && raw == "" && attr(c, "t") != "str" {
		return "", "cell.no-value", nil
	}
	switch attr(c, "t") {
	case "s":
		if i, err := strconv.Atoi(raw); err == nil && i >= 0 && i < len(w.strings) {
			return w.strings[i], "", nil
		}
		return "", "", nil
	case "inlineStr":
		return inline, "", nil
	case "str":
		return raw, "", nil
	case "d":
		return dayOnly(raw), "", nil
	case "b":
		return map[string]string{"1": "是", "0": "否"}[raw], "", nil
	case "e":
		return raw, "cell.error", nil
	}
	f := asNumber
	if i, err := strconv.Atoi(attr(c, "s")); err == nil && i >= 0 && i < len(w.formats) {
		f = w.formats[i]
	}
	return f.shown(raw, w.day0), "", nil
}

// dayOnly takes the time off a day in the form of ISO 8601.
func dayOnly(s string) string {
	day, _, _ := strings.Cut(s, "T")
	return day
}

// cellRef reads a reference such as B12 into its column and row from 0.
func cellRef(ref string) (col, row int, ok bool) {
	i := 0
	for i < len(ref) && i < 3 && ref[i]|0x20 >= 'a' && ref[i]|0x20 <= 'z' {
		col = col*26 + int(ref[i]|0x20-'a') + 1
		i++
	}
	row, err := strconv.Atoi(ref[i:])
	if i == 0 || err != nil || row < 1 {
		return 0, 0, false
	}
	return col - 1, row - 1, true
}
