package paper

import (
	"cmp"

	"bihuan/internal/gongwen"
	"bihuan/internal/ledger"
	"bihuan/internal/query"
	"bihuan/internal/store"
)

// CheckSheet is the sheet of a look-back (回头看核查表) to be printed and taken
// along.
func CheckSheet(c query.CheckSheet, by string, o drafts) (*gongwen.Document, error) {
	return tablePaper(checkSheetOutline, tabled[query.CheckSheet]{c, ledger.CheckSheetTable(c)}, by, o, query.Ref(store.Samples, c.Sample.ID))
}

// drawnFrom is what a sample was drawn from: one organisation, or the round.
func drawnFrom(c query.CheckSheet) string { return cmp.Or(c.Organisation, c.Round.Name) }
