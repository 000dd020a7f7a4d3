package sheet

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Mark is a cell to be looked at, and why.
type Mark struct {
	Sheet string
	Cell  string // B12
	Text  string
}

// MarkCells writes a workbook of somebody else again with the marked cells
// filled and commented; all else, the formatting too, stays as it is. The
// workbook must have been read within limits before: see most. A mark on a
// sheet that is not there is left out.
func MarkCells(w io.Writer, book []byte, marks []Mark, author string) (err error) {
	f, err := excelize.OpenReader(bytes.NewReader(book), excelize.Options{UnzipSizeLimit: most, UnzipXMLSizeLimit: most})
	if err != nil {
		return fmt.Errorf("open the workbook: %w", err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	m := marker{f: f, styles: map[int]int{}, said: map[string]map[string]string{}, author: author}
	for _, mark := range joined(marks) {
		if i, err := f.GetSheetIndex(mark.Sheet); err != nil || i < 0 {
			continue
		}
		if err := m.mark(mark); err != nil {
			return fmt.Errorf("mark %s!%s: %w", mark.Sheet, mark.Cell, err)
		}
	}
	if err := f.Write(w); err != nil {
		return fmt.Errorf("write the workbook: %w", err)
	}
	return nil
}

// most bounds what a workbook unpacks to, in bytes.
const most = 256 << 20

// joined puts the marks of one cell together.
func joined(marks []Mark) []Mark {
	var out []Mark
	at := map[[2]string]int{}
	for _, m := range marks {
		k := [2]string{m.Sheet, m.Cell}
		if m.Cell == "" {
			continue
		}
		n, seen := at[k]
		switch {
		case !seen:
			at[k] = len(out)
			out = append(out, m)
		case !slices.Contains([]string{out[n].Text}, m.Text):
			out[n].Text += "\n" + m.Text
		}
	}
	return out
}

type marker struct {
	f      *excelize.File
	styles map[int]int                  // the marked one for each style of the workbook
	said   map[string]map[string]string // the comments that cells have, by sheet and cell
	author string
}

func (m *marker) mark(mark Mark) error {
	id, err := m.f.GetCellStyle(mark.Sheet, mark.Cell)
	if err != nil {
		return err
	}
	marked, ok := m.styles[id]
	if !ok {
		if marked, err = m.filled(id); err != nil {
			return err
		}
		m.styles[id] = marked
	}
	if err := m.f.SetCellStyle(mark.Sheet, mark.Cell, mark.Cell, marked); err != nil {
		return err
	}
	return m.comment(mark)
}

// filled is a style of the workbook with our fill.
func (m *marker) filled(id int) (int, error) {
	style, err := m.f.GetStyle(id)
	if err != nil {
		return 0, err
	}
	style.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"FCE4B8"}}
	return m.f.NewStyle(style)
}

// comment says why; what a cell's own comment says stays above it.
func (m *marker) comment(mark Mark) error {
	if m.said[mark.Sheet] == nil {
		m.said[mark.Sheet] = map[string]string{}
		comments, err := m.f.GetComments(mark.Sheet)
		if err != nil {
			return err
		}
		for _, c := range comments {
			m.said[mark.Sheet][c.Cell] = wordsOf(c)
		}
	}
	text := mark.Text
	if was, has := m.said[mark.Sheet][mark.Cell]; has {
		text = strings.TrimPrefix(was+"\n"+text, "\n")
		if err := m.f.DeleteComment(mark.Sheet, mark.Cell); err != nil {
			return err
		}
	}
	return m.f.AddComment(mark.Sheet, excelize.Comment{Cell: mark.Cell, Author: m.author, Width: 320, Height: 120,
		Paragraph: []excelize.RichTextRun{{Text: text}}})
}

// wordsOf is a comment's text, which office programs keep in runs.
func wordsOf(c excelize.Comment) string {
	text := c.Text
	for _, run := range c.Paragraph {
		text += run.Text
	}
	return text
}
