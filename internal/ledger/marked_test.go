package ledger

import (
	"bytes"
	"testing"

	"bihuan/internal/domain/incoming"
	"bihuan/internal/query"

	"github.com/xuri/excelize/v2"
)

// TestWhatIsNoWorkbookComesBackAsAListOfItsFaults: each doubtful cell of a .csv
// or .docx with its place, text, reason and what could be meant.
func TestWhatIsNoWorkbookComesBackAsAListOfItsFaults(t *testing.T) {
	faults := []query.ImportFault{
		{Cell: "C2", Row: 2, Field: incoming.Owner, Text: "孙垒", Doubt: incoming.PersonPinyin, Options: []string{"孙磊", "孙蕾"}},
		{Row: 31, Field: incoming.Due, Text: "2026年13月"},
	}
	say := func(f query.ImportFault) string { return "原因：" + f.Text }
	for _, name := range []string{"台账.csv", "台账.docx"} {
		b, err := Marked(name, []byte("原件"), faults, say, func(key string, _ ...any) string { return key })
		if err != nil {
			t.Fatal(err)
		}
		book, err := excelize.OpenReader(bytes.NewReader(b))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		rows, err := book.GetRows(book.GetSheetName(0))
		if err != nil {
			t.Fatal(err)
		}
		var found [][]string
		for _, r := range rows {
			if len(r) >= 5 && (r[1] == "C2" || r[1] == "31") {
				found = append(found, r)
			}
		}
		if len(found) != 2 || found[0][3] != "孙垒" || found[0][4] != "原因：孙垒" || found[0][5] != "孙磊、孙蕾" || found[1][3] != "2026年13月" {
			t.Errorf("%s lists %q", name, rows)
		}
	}
}
