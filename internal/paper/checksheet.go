package paper

import (
	"bytes"

	"bihuan/internal/gongwen"
	"bihuan/internal/ledger"
	"bihuan/internal/query"
	"bihuan/internal/sheet"
)

// CheckSheet is the sheet of a look-back (回头看核查表) to be printed and taken
// along, as .docx.
func CheckSheet(c query.CheckSheet, by string) ([]byte, error) {
	s := ledger.CheckSheetTable(c)
	table, err := sheet.Table(s)
	if err != nil {
		return nil, err
	}
	table.Caption, table.Points = gongwen.Run{}, 9
	d := &gongwen.Document{Title: []gongwen.Run{gongwen.Text(s.Title)}, Landscape: true, Author: by, Subject: s.Title, Blocks: []gongwen.Block{table,
		gongwen.P(gongwen.Text("核查人（签名）：　　　　　　　　　　　　　　　　核查日期：　　　　年　　月　　日"))}}
	var b bytes.Buffer
	err = gongwen.WriteDocx(&b, d)
	return b.Bytes(), err
}
