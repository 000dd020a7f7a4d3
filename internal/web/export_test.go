package web_test

import (
	"net/http"
	"strings"
	"testing"

	"bihuan/internal/store"
	"bihuan/internal/testkit"

	"github.com/xuri/excelize/v2"
)

// rowsOf gives the cells of the first sheet of a workbook.
func rowsOf(t *testing.T, p *page) [][]string {
	t.Helper()
	book, err := excelize.OpenReader(strings.NewReader(p.body))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := book.GetRows(book.GetSheetName(0))
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestAListIsTakenOutAsItIsFilteredAndTheTakingIsRecorded(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, address string) {
		w := testkit.NewWorld(t, address)
		vary(t, w)
		v := visit(t, w, "clerk")
		for path, want := range map[string]struct {
			rows  int
			shows string
		}{
			"problems.xlsx":                 {3, "公务接待台账不全公务接待台账不全的具体情形。"},
			"problems.xlsx?due=late":        {1, "未完成（逾期）"},
			"problems.xlsx?q=差旅":            {1, "差旅费审核不严"},
			"measures.xlsx":                 {3, "补齐台账"},
			"measures.xlsx?problem=p2":      {1, "直接整改"},
			"responsibility.xlsx":           {3, "合计"}, // two duties and the total
			"responsibility.xlsx?verdict=x": {3, "李明"}, // the list knows no filter
		} {
			p := v.get("/inspections/i-bureau/" + path)
			if p.status != http.StatusOK {
				t.Fatalf("%s answers %d", path, p.status)
			}
			rows := rowsOf(t, p)
			all := ""
			for _, r := range rows {
				all += strings.Join(r, "|") + "\n"
			}
			const heads = 4 // title, cut-off, two rows of heads
			if len(rows)-heads != want.rows || !strings.Contains(all, want.shows) {
				t.Errorf("%s has %d rows:\n%s", path, len(rows)-heads, all)
			}
		}
		taken := 0
		w.See(t, func(tx *store.Tx) (err error) {
			taken, err = tx.Count("SELECT COUNT(*) FROM audit_entry WHERE action = 'list.export' AND outcome = 'done' AND detail LIKE '%.xlsx%'")
			return err
		})
		if taken != 7 {
			t.Errorf("%d of 7 exports are recorded", taken)
		}
	})
}

func TestWhoMayNotTakeAListOut(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, address string) {
		w := testkit.NewWorld(t, address)
		for login, status := range map[string]int{"office": http.StatusForbidden, "team": http.StatusForbidden,
			"other-clerk": http.StatusNotFound, "auditor": http.StatusNotFound, "officer": http.StatusOK} {
			for _, list := range []string{"problems", "measures", "responsibility"} {
				if got := visit(t, w, login).get("/inspections/i-bureau/" + list + ".xlsx").status; got != status {
					t.Errorf("%s takes out %s: %d", login, list, got)
				}
			}
		}
	})
}
