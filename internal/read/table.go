package read

import "strconv"

// Table is one table of a ledger as it stands in its file, and how its rows and
// columns were understood: what a page shows beside the result. With its cells
// mended it can be read again by [Again].
type Table struct {
	Sheet     string     `json:"sheet"`
	Paragraph int        `json:"paragraph"` // of a table in a paper, else 0
	HeadFirst int        `json:"headFirst"` // rows of the head; 0 when none was found
	HeadLast  int        `json:"headLast"`
	LeftOut   bool       `json:"leftOut"` // nothing of it is in the result
	Columns   []Column   `json:"columns"`
	Rows      []TableRow `json:"rows"`
	Merged    []Area     `json:"merged"`
}

// Column is one column of a table, and what it holds.
type Column struct {
	Number int    `json:"number"` // in its sheet, from 1
	Head   string `json:"head"`   // without blanks
	Field  Field  `json:"field"`
	Why    Why    `json:"why"`
}

// Letter is the column's name in a spreadsheet: A, B … AA.
func (c Column) Letter() string { return columnLetter(c.Number) }

// TableRow is one row that holds text.
type TableRow struct {
	Number int      `json:"number"` // in its sheet, from 1
	Role   RowRole  `json:"role"`
	Cells  []string `json:"cells"` // by column; trailing empty ones are left out
}

// RowRole is the part that a row plays in its table.
type RowRole string

// The roles of rows.
const (
	RowAbove    RowRole = "above"    // title and unit rows over the head
	RowHead     RowRole = "head"     // of the head, repeated on a further page too
	RowData     RowRole = "data"     // tells of a problem
	RowSection  RowRole = "section"  // a heading over the rows below it
	RowTotal    RowRole = "total"    // totals and subtotals
	RowNote     RowRole = "note"     // remarks and signatures below
	RowUnneeded RowRole = "unneeded" // of a table that is left out
)

// Area is a merged area: the rows and columns of its corners, from 1.
type Area struct {
	Row      int `json:"row"`
	Column   int `json:"column"`
	ToRow    int `json:"toRow"`
	ToColumn int `json:"toColumn"`
}

// columnLetter names a column in a spreadsheet, from 1.
func columnLetter(n int) string {
	var out []byte
	for ; n > 0; n = (n - 1) / 26 {
		out = append([]byte{byte('A' + (n-1)%26)}, out...)
	}
	return string(out)
}

// Cell names the place of a cell as a spreadsheet does (B12), "" when the
// source names no cell.
func (s Source) Cell() string {
	if s.Column == 0 || s.Row == 0 {
		return ""
	}
	return columnLetter(s.Column) + strconv.Itoa(s.Row)
}
