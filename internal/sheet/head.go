package sheet

// headCell is a cell of the head with its place and reach.
type headCell struct {
	text             string
	row, col         int
	rowSpan, colSpan int
}

// headRows counts the rows of the head.
func headRows(columns []Column) int {
	n := 1
	for _, c := range columns {
		n = max(n, len(c.Head))
	}
	return n
}

// headCells lays out the head, row by row from the left.
func headCells(columns []Column) []headCell {
	rows := headRows(columns)
	var out []headCell
	for row := range rows {
		for col := 0; col < len(columns); {
			cell := headCell{text: part(columns[col], row), row: row, col: col, rowSpan: 1, colSpan: 1}
			for col+cell.colSpan < len(columns) && sameGroup(columns[col], columns[col+cell.colSpan], row) {
				cell.colSpan++
			}
			if row == len(columns[col].Head)-1 {
				cell.rowSpan = rows - row
			}
			if row < max(len(columns[col].Head), 1) {
				out = append(out, cell)
			}
			col += cell.colSpan
		}
	}
	return out
}

func part(c Column, row int) string {
	if row < len(c.Head) {
		return c.Head[row]
	}
	return ""
}

// sameGroup reports whether both columns stand under one heading of a group in
// the row: the last heading of a column is its own.
func sameGroup(a, b Column, row int) bool {
	if row >= len(a.Head)-1 || row >= len(b.Head)-1 {
		return false
	}
	for i := range row + 1 {
		if a.Head[i] != b.Head[i] {
			return false
		}
	}
	return true
}
