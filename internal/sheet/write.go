package sheet

import (
	"errors"
	"fmt"
	"io"
	"time"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// Errors of tables that no workbook can hold.
var (
	ErrNoSheet     = errors.New("sheet: a workbook needs a sheet with columns")
	ErrTooManyRows = errors.New("sheet: more rows than a workbook holds (1,048,576)")
	ErrRowTooLong  = errors.New("sheet: a row has more cells than there are columns")
	ErrTextTooLong = errors.New("sheet: a text is longer than a cell holds (32,767)")
)

// Write writes the workbook. Rows are streamed: what is held in memory is one
// group of merged rows. Nothing of w is of use after an error, which is one of
// this package, of the rows or of w.
func Write(w io.Writer, book Workbook) (err error) {
	f := excelize.NewFile()
	defer func() { err = errors.Join(err, f.Close()) }()
	if len(book.Sheets) == 0 {
		return ErrNoSheet
	}
	if err := properties(f, book); err != nil {
		return fmt.Errorf("set the properties of the workbook: %w", err)
	}
	styles := &styles{file: f, ids: map[look]int{}}
	names := tabNames(book.Sheets)
	for i := range book.Sheets {
		if err := addSheet(f, styles, &book.Sheets[i], names[i], i == 0); err != nil {
			return fmt.Errorf("write sheet %s: %w", names[i], err)
		}
	}
	if err := f.Write(w); err != nil {
		return fmt.Errorf("write the workbook: %w", err)
	}
	return nil
}

func properties(f *excelize.File, book Workbook) error {
	p := &excelize.DocProperties{Title: book.Title, Creator: book.Author, LastModifiedBy: book.Author}
	if !book.Created.IsZero() {
		p.Created = book.Created.UTC().Format(time.RFC3339)
		p.Modified = p.Created
	}
	return f.SetDocProps(p)
}

// addSheet writes one sheet; the first takes the place of the empty one that a
// new file has.
func addSheet(f *excelize.File, styles *styles, s *Sheet, name string, first bool) error {
	if len(s.Columns) == 0 {
		return ErrNoSheet
	}
	if first {
		if err := f.SetSheetName(f.GetSheetName(0), name); err != nil {
			return err
		}
	} else if _, err := f.NewSheet(name); err != nil {
		return err
	}
	w := &writer{sheet: s, styles: styles, row: 1}
	if err := layout(f, s, name); err != nil {
		return err
	}
	var err error
	if w.out, err = f.NewStreamWriter(name); err != nil {
		return err
	}
	if err := w.write(); err != nil {
		return err
	}
	return w.out.Flush()
}

// fill brings a row to the number of columns and refuses what a cell cannot hold.
func (s *Sheet) fill(row []Cell) ([]Cell, error) {
	if len(row) > len(s.Columns) {
		return nil, fmt.Errorf("%w: %d of %d", ErrRowTooLong, len(row), len(s.Columns))
	}
	for i, c := range row {
		if n := len(utf16.Encode([]rune(c.text))); n > excelize.TotalCellChars {
			return nil, fmt.Errorf("%w: %d in column %d, %.20s…", ErrTextTooLong, n, i+1, c.text)
		}
	}
	full := make([]Cell, len(s.Columns))
	copy(full, row)
	return full, nil
}
