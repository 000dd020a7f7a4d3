package web_test

import (
	"net/http"
	"path/filepath"
	"strings"
	"testing"

	"bihuan/internal/domain/party"
	"bihuan/internal/store"
	"bihuan/internal/testkit"

	"github.com/xuri/excelize/v2"
)

// TestTheStudyCoverageIsTakenAsAWorkbook: the workbook says per rule and leader
// what the page says, the taking is recorded, and no other organisation has it.
func TestTheStudyCoverageIsTakenAsAWorkbook(t *testing.T) {
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "bihuan.db"))
	w.Write(t, func(tx *store.Tx) error {
		return store.StudyRules.Insert(tx, &party.StudyRule{ID: "sr", OrgID: "bureau", InspectionID: "i-bureau", Seq: 1, Title: "中国共产党纪律处分条例", Required: true})
	})
	const at = "/inspections/i-bureau/studies/coverage.xlsx"
	got := visit(t, w, "clerk").get(at)
	if got.status != http.StatusOK {
		t.Fatalf("the workbook answers %d: %s", got.status, got.body)
	}
	book, err := excelize.OpenReader(strings.NewReader(got.body))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = book.Close() }()
	rows, err := book.GetRows(book.GetSheetName(0))
	if err != nil {
		t.Fatal(err)
	}
	var text []string
	for _, row := range rows {
		text = append(text, strings.Join(row, "|"))
	}
	all := strings.Join(text, "\n")
	for _, want := range []string{"学习覆盖情况", "《中国共产党纪律处分条例》|必学|0|", "未学", "已学必学项", "0 / 1"} {
		if !strings.Contains(all, want) {
			t.Errorf("the workbook lacks %s:\n%s", want, all)
		}
	}
	for who, want := range map[string]int{"other-clerk": http.StatusNotFound, "sysadmin": http.StatusNotFound} {
		if got := visit(t, w, who).get(at).status; got != want {
			t.Errorf("%s: %d, want %d", who, got, want)
		}
	}
	w.See(t, func(tx *store.Tx) error {
		n, err := tx.Count("SELECT COUNT(*) FROM audit_entry WHERE record LIKE '%coverage.xlsx%'")
		if n != 1 {
			t.Errorf("%d entries of the taking", n)
		}
		return err
	})
}
