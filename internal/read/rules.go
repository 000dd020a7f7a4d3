package read

// ColumnRule says what a column holds, over any guess. A template of an office
// names columns by their head; a person who mends one file names them by sheet
// and number.
type ColumnRule struct {
	Sheet  string `json:"sheet,omitempty"`  // "" means every sheet
	Head   string `json:"head,omitempty"`   // as printed, blanks do not count; "" means any
	Column int    `json:"column,omitempty"` // from 1; 0 means any
	Field  Field  `json:"field"`
}

// SheetRule says how a sheet is read, over any guess.
type SheetRule struct {
	Sheet   string `json:"sheet"`
	HeadRow int    `json:"headRow,omitempty"` // the last row of the head, from 1; 0 leaves it to the reader
	LeftOut bool   `json:"leftOut,omitempty"`
}

// matches tells whether the rule speaks of a column of a sheet.
func (r ColumnRule) matches(sheet, head string, col int) bool {
	return (r.Sheet == "" || r.Sheet == sheet) && (r.Head == "" || squeezed(r.Head) == head) &&
		(r.Column == 0 || r.Column == col+1) && (r.Head != "" || r.Column != 0)
}

// ruled gives what the rules say of a column of a sheet. A rule that names the
// column comes before one that names only its head.
func (o Options) ruled(sheet, head string, col int) (column, bool) {
	var byHead *ColumnRule
	for i, r := range o.Columns {
		switch {
		case !r.matches(sheet, head, col):
		case r.Column != 0:
			return columnNamed(r.Field)
		case byHead == nil:
			byHead = &o.Columns[i]
		}
	}
	if byHead == nil {
		return colNone, false
	}
	return columnNamed(byHead.Field)
}

// sheetRule gives the rule of a sheet, the zero one where there is none.
func (o Options) sheetRule(sheet string) SheetRule {
	for _, r := range o.Sheets {
		if r.Sheet == sheet {
			return r
		}
	}
	return SheetRule{}
}
