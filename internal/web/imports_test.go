package web_test

import (
	"net/http"
	"net/url"
	"path/filepath"
	"strings"
	"testing"

	"bihuan/internal/domain/incoming"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

// laid puts an import with two rows in front of the clerk.
func laid(t *testing.T, w *testkit.World) {
	t.Helper()
	w.Write(t, func(tx *store.Tx) error {
		for _, insert := range []func() error{
			insertion(tx, store.Imports, incoming.Import{ID: "im", OrgID: "bureau", InspectionID: "i-bureau", FileName: "台账.csv", State: incoming.Open,
				Columns: []incoming.Column{{Number: 3, Letter: "C", Head: "责任人", Field: "owners", Why: "name"}}}),
			insertion(tx, store.ImportRows, incoming.Row{ID: "r1", OrgID: "bureau", ImportID: "im", Seq: 1, Kind: incoming.ProblemRow, ProblemID: "p1",
				RecordID: "p1", Line: 2, Label: "公务接待台账不全", State: incoming.Untouched, Doubts: 1, Cells: []incoming.Cell{
					{Field: incoming.Record, Value: "p1"},
					{Field: incoming.Owner, Text: "孙垒", At: "C2", Doubt: incoming.PersonPinyin, Hint: "孙垒", Options: []string{"officer"}, Current: "officer"}}}),
			insertion(tx, store.ImportRows, incoming.Row{ID: "r2", OrgID: "bureau", ImportID: "im", Seq: 2, Kind: incoming.ProblemRow, ProblemID: "p2",
				RecordID: "p2", Line: 3, Label: "差旅费审核不严", State: incoming.Conflict, Cells: []incoming.Cell{
					{Field: incoming.Record, Value: "p2"}, {Field: incoming.Owner, Text: "赵敏", At: "C3", Value: "depthead2", Current: "officer", State: incoming.Conflict}}}),
		} {
			if err := insert(); err != nil {
				return err
			}
		}
		return nil
	})
}

func TestAnImportIsLookedThroughOnItsPage(t *testing.T) {
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "bihuan.db"))
	laid(t, w)
	v := visit(t, w, "clerk")
	p := v.get("/imports/im")
	for _, words := range []string{"有读音相同的人", "全部是 孙磊", "C2", "冲突", "需要决定", "确认写入"} {
		if !strings.Contains(p.body, words) {
			t.Errorf("the page does not say %q", words)
		}
	}
	if only := v.get("/imports/im?state=conflict"); strings.Contains(only.body, "row-r1") || !strings.Contains(only.body, "差旅费审核不严") {
		t.Error("the filter by state does not filter")
	}
	if r := v.post("/imports/im", "/imports/im/decide", url.Values{"id": {"r2"}, "choice": {"take"}, "next": {"/imports/im?only=waits"}}); r.location != "/imports/im?only=waits" {
		t.Errorf("after a decision at %q (%d)", r.location, r.status)
	}
	if r := v.post("/imports/im", "/import-rows/r1/mend", url.Values{"version": {"1"}, "field": {"owner"}, "typed": {"无此人"}}); !strings.Contains(r.body, "没有唯一叫") {
		t.Errorf("a name of nobody gave %d", r.status)
	}
	if r := v.post("/imports/im", "/import-rows/r1/mend", url.Values{"version": {"1"}, "field": {"owner"}, "typed": {"孙磊（人教科科员）"}}); r.status != 303 {
		t.Errorf("a name from the list gave %d", r.status)
	}
	if p := v.get("/imports/im"); strings.Contains(p.body, "有读音相同的人") {
		t.Error("the doubt is still there")
	}
	if r := v.post("/imports/im", "/imports/im/confirm", url.Values{"version": {"1"}}); r.status != 303 {
		t.Errorf("confirming gave %d", r.status)
	}
	if p := v.get("/imports/im"); !strings.Contains(p.body, "hx-get") {
		t.Error("the page does not look for the job")
	}
	if r := v.post("/imports/im", "/imports/im/decide", url.Values{"id": {"r2"}, "choice": {"keep"}}); r.status != 409 {
		t.Errorf("deciding while it is written gave %d", r.status)
	}
}

func TestTheListOfImportsIsTheClerks(t *testing.T) {
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "bihuan.db"))
	laid(t, w)
	if p := visit(t, w, "clerk").get("/inspections/i-bureau/imports"); !strings.Contains(p.body, "台账.csv") {
		t.Error("the list does not name the file")
	}
	for login, want := range map[string]int{"officer": 403, "head": 403, "other-clerk": 404, "office": 403} {
		if got := visit(t, w, login).get("/imports/im").status; got != want {
			t.Errorf("%s gets %d, want %d", login, got, want)
		}
	}
}

func TestAnImportIsGivenBackWithItsFaults(t *testing.T) {
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "bihuan.db"))
	v := visit(t, w, "clerk")
	took := v.postFile("/inspections/i-bureau/imports", "/inspections/i-bureau/imports", url.Values{}, "台账.csv", "序号,反馈问题,责任人\n1,公务接待台账不全,孙垒\n")
	id := strings.TrimPrefix(took.location, "/imports/")
	if took.status != http.StatusSeeOther || id == "" {
		t.Fatalf("the upload answered %d at %q", took.status, took.location)
	}
	w.Write(t, func(tx *store.Tx) error {
		i, err := store.Imports.Get(tx, id)
		if err != nil {
			return err
		}
		i.State = incoming.Open
		if err := store.Imports.Update(tx, &i); err != nil {
			return err
		}
		return store.ImportRows.Insert(tx, &incoming.Row{ID: "r1", OrgID: "bureau", ImportID: id, Seq: 1, Kind: incoming.ProblemRow, ProblemID: "p1", RecordID: "p1",
			Line: 2, Label: "公务接待台账不全", State: incoming.Untouched, Doubts: 1, Cells: []incoming.Cell{{Field: incoming.Record, Value: "p1"},
				{Field: incoming.Owner, Text: "孙垒", At: "C2", Doubt: incoming.PersonPinyin, Hint: "孙垒", Options: []string{"officer"}}}})
	})
	if p := v.get("/imports/" + id); !strings.Contains(p.body, "第 2 行") || strings.Contains(p.body, "第2段") {
		t.Error("a row of a .csv is called a paragraph")
	}
	book := v.get("/imports/" + id + "/marked.xlsx")
	if book.status != http.StatusOK || !strings.HasPrefix(book.body, "PK") {
		t.Fatalf("the list of faults answered %d", book.status)
	}
	if got := visit(t, w, "officer").get("/imports/" + id + "/marked.xlsx").status; got == http.StatusOK {
		t.Error("an officer takes it")
	}
	if got := visit(t, w, "other-clerk").get("/imports/" + id + "/marked.xlsx").status; got != http.StatusNotFound {
		t.Errorf("another organisation is answered %d", got)
	}
}
