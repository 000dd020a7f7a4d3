package main

import (
	"fmt"
	"strconv"
	"strings"
)

// grid writes a sheet as a table of Word, its merged areas as gridSpan and
// vMerge. A line feed in a cell is a new paragraph.
func (w *docxWriter) grid(sh *sheet) string {
	areas := make([]area, 0, len(sh.merges))
	columns := 0
	for _, m := range sh.merges {
		areas = append(areas, areaOf(m))
	}
	for _, row := range sh.rows {
		columns = max(columns, len(row))
	}
	var b strings.Builder
	b.WriteString(`<w:tbl><w:tblPr><w:tblStyle w:val="a3"/></w:tblPr><w:tblGrid>` + strings.Repeat(`<w:gridCol w:w="1000"/>`, columns) + `</w:tblGrid>`)
	for i, row := range sh.rows {
		b.WriteString(`<w:tr>`)
		for j := 0; j < columns; j++ {
			text, props := "", ""
			if j < len(row) {
				text = row[j]
			}
			for _, a := range areas {
				if i < a.top || i > a.bottom || j != a.left {
					continue
				}
				if a.right > a.left {
					props += fmt.Sprintf(`<w:gridSpan w:val="%d"/>`, a.right-a.left+1)
					j += a.right - a.left
				}
				if a.bottom > a.top && i == a.top {
					props += `<w:vMerge w:val="restart"/>`
				} else if a.bottom > a.top {
					props += `<w:vMerge/>`
				}
			}
			b.WriteString(`<w:tc><w:tcPr><w:tcW w:w="1000" w:type="dxa"/>` + props + `</w:tcPr>` + w.paragraphs(strings.ReplaceAll(text, "\n", `\n`)) + `</w:tc>`)
		}
		b.WriteString(`</w:tr>`)
	}
	return b.String() + `</w:tbl>`
}

type area struct{ top, left, bottom, right int }

func areaOf(ref string) area {
	from, to, _ := strings.Cut(ref, ":")
	a := area{left: int(from[0] - 'A'), right: int(to[0] - 'A')}
	a.top, _ = strconv.Atoi(from[1:])
	a.bottom, _ = strconv.Atoi(to[1:])
	a.top--
	a.bottom--
	return a
}
