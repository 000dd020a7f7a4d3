package paper

import (
	"bihuan/internal/gongwen"
	"bihuan/internal/ledger"
	"bihuan/internal/query"
)

// CheckSheet is the sheet of a look-back (回头看核查表) to be printed and taken
// along.
func CheckSheet(c query.CheckSheet, by string) (*gongwen.Document, error) {
	return tablePaper(ledger.CheckSheetTable(c), by, []gongwen.Block{
		gongwen.P(gongwen.Text("核查人（签名）：　　　　　　　　　　　　　　　　核查日期：　　　　年　　月　　日"))})
}
