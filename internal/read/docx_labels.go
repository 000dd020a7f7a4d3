package read

import "strings"

// labelRows takes a table that sets labels beside their values, as a card of
// one problem does, for the lines that it stands for: 责任领导：张三. False when it
// is no such table.
func labelRows(rows [][]docCell) ([]line, bool) {
	var out []line
	known := 0
	for _, row := range rows {
		cells := filledCells(row)
		if len(cells)%2 != 0 {
			return nil, false
		}
		for i := 0; i < len(cells); i += 2 {
			name := strings.TrimRight(squeezed(cells[i].text()), colons)
			if _, ok := labelKinds[name]; ok {
				known++
			} else if len(cells[i].lines) != 1 || len([]rune(name)) > 8 {
				return nil, false
			}
			out = append(out, labelLines(name, cells[i].lines[0], cells[i+1].lines)...)
		}
	}
	return out, known >= 2 && known*3 >= len(rows)
}

// filledCells leaves out the empty cells at the end of a row.
func filledCells(row []docCell) []docCell {
	n := len(row)
	for n > 0 && len(row[n-1].lines) == 0 {
		n--
	}
	if n%2 != 0 && n < len(row) {
		n++ // a label without a value
	}
	return row[:n]
}

// labelLines are a label and its value as lines of a paper: one, or the label
// alone over the paragraphs of its value.
func labelLines(name string, at line, value []line) []line {
	if len(value) == 1 && value[0].auto.text == "" {
		return []line{{text: name + "：" + value[0].text, source: at.source}}
	}
	return append([]line{{text: name + "：", source: at.source}}, value...)
}
