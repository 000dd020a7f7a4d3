package ledger

import (
	"bytes"
	"path/filepath"
	"strconv"
	"strings"

	"bihuan/internal/query"
	"bihuan/internal/sheet"
)

// mostMarked bounds the workbooks that are given back as they came, in bytes:
// larger ones get a list of their own.
const mostMarked = 8 << 20

// Marked gives an imported file back with its doubtful cells filled and
// commented: a workbook as it came, anything else as a list of the cells. say
// gives the reason in words, field a field's name.
func Marked(name string, original []byte, faults []query.ImportFault, say func(query.ImportFault) string, t func(string, ...any) string) ([]byte, error) {
	var b bytes.Buffer
	if strings.EqualFold(filepath.Ext(name), ".xlsx") && len(original) <= mostMarked {
		var marks []sheet.Mark
		for _, f := range faults {
			marks = append(marks, sheet.Mark{Sheet: f.Sheet, Cell: f.Cell, Text: t("incoming.field."+string(f.Field)) + "：" + say(f)})
		}
		err := sheet.MarkCells(&b, original, marks, t("ui.product"))
		return b.Bytes(), err
	}
	err := sheet.Write(&b, listOf(name, faults, say, t))
	return b.Bytes(), err
}

// listOf is a workbook of our own: every doubtful cell with its place, its text
// and its reason.
func listOf(name string, faults []query.ImportFault, say func(query.ImportFault) string, t func(string, ...any) string) sheet.Workbook {
	head := func(key string, width float64) sheet.Column {
		return sheet.Column{Head: []string{t(key)}, Width: width}
	}
	rows := func(yield func([]sheet.Cell, error) bool) {
		for _, f := range faults {
			place := f.Cell
			if place == "" {
				place = strconv.Itoa(f.Row)
			}
			if !yield([]sheet.Cell{sheet.Text(f.Sheet), sheet.Text(place), sheet.Text(t("incoming.field." + string(f.Field))),
				sheet.Text(f.Text), sheet.Text(say(f)), sheet.Text(strings.Join(f.Options, "、"))}, nil) {
				return
			}
		}
	}
	return sheet.Workbook{Title: name, Sheets: []sheet.Sheet{{Name: t("import.marked.sheet"), Title: name, Rows: rows, Columns: []sheet.Column{
		head("import.marked.at-sheet", 14), head("import.marked.at", 10), head("import.column.field", 14), head("import.marked.text", 28),
		head("import.marked.why", 56), head("import.marked.options", 30)}}}}
}
