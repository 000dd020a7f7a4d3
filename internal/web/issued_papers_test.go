package web_test

import (
	"net/http"
	"net/url"
	"testing"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/regulation"
	"bihuan/internal/gongwen"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

// TestAPaperIsIssuedAndStaysAsItWas walks a clerk through issuing a list: what
// it lacks, the issue, the file, a record that changes, a correction.
func TestAPaperIsIssuedAndStaysAsItWas(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db string) {
		w := testkit.NewWorld(t, db)
		clerk := visit(t, w, "clerk")
		page, action := "/inspections/i-bureau/paper?kind=regulations", "/inspections/i-bureau/paper/issue?kind=regulations"
		wantText(t, clerk.get(page), "#issue", "还缺 1 处内容")
		if got := clerk.post(page, action, url.Values{}); got.status != http.StatusConflict {
			t.Errorf("issued with a gap: %d", got.status)
		}
		rule := regulation.Regulation{ID: "r", OrgID: "bureau", InspectionID: "i-bureau", Title: "公务接待办法", Change: regulation.Enact, State: regulation.InForce, StartedOn: "2026-03-03", IssuedOn: "2026-03-05"}
		w.Write(t, func(tx *store.Tx) error { return store.Regulations.Insert(tx, &rule) })
		made := clerk.post(page, action, url.Values{})
		if made.status != http.StatusSeeOther {
			t.Fatalf("issuing answered %d: %s", made.status, made.body)
		}
		if got := clerk.get(page); got.status != http.StatusSeeOther || got.location != made.location {
			t.Errorf("its place shows %d %s", got.status, got.location)
		}
		file := clerk.get(made.location + ".docx").body
		rule.Title = "公务接待管理办法"
		rule.Version = 1
		w.Write(t, func(tx *store.Tx) error { return store.Regulations.Update(tx, &rule) })
		issued := clerk.get(made.location)
		wantText(t, issued, "article.gw", "公务接待办法")
		wantText(t, issued, "#changes .diff-after", "公务接待管理办法")
		if again := clerk.get(made.location + ".docx").body; again != file || len(file) == 0 {
			t.Error("the file that is handed out changed")
		}
		if got := clerk.post(page+"&now=1", action, url.Values{}); got.status != http.StatusUnprocessableEntity {
			t.Errorf("corrected without a reason: %d", got.status)
		}
		second := clerk.post(page+"&now=1", action, url.Values{"issue_reason": {"名称有误"}})
		wantText(t, clerk.get(second.location+"/compare?with="+id(made.location)), "main", "名称有误")
		wantText(t, clerk.get("/inspections/i-bureau/issued-papers"), "tbody", "第 2 版")
		wantText(t, clerk.get("/inspections/i-bureau/papers"), "tbody", "第 2 版")
		for who, want := range map[string]int{"head": http.StatusOK, "officer": http.StatusForbidden, "office": http.StatusForbidden, "other-clerk": http.StatusNotFound} {
			if got := visit(t, w, who).get(made.location).status; got != want {
				t.Errorf("%s: %d, want %d", who, got, want)
			}
		}
	})
}

// id is the last part of an address.
func id(address string) string { return address[len("/issued-papers/"):] }

// TestAFigureOfAnIssuedPaperOpensWhatItCounted: as it was that day, for those
// who may see the paper and its records.
func TestAFigureOfAnIssuedPaperOpensWhatItCounted(t *testing.T) {
	w := testkit.NewWorld(t, t.TempDir()+"/test.db")
	d := &gongwen.Document{Title: gongwen.WrapTitle("整改台账"), Blocks: []gongwen.Block{gongwen.P(gongwen.Text("1", "problems:all"), gongwen.Text("个问题。"))}}
	body, err := gongwen.Encode(d)
	if err != nil {
		t.Fatal(err)
	}
	p := inspection.IssuedPaper{ID: "x", OrgID: "bureau", InspectionID: "i-bureau", Kind: inspection.LedgerPaper, Number: 1, State: inspection.IssueDone,
		Title: "整改台账", On: "2026-03-10", CutOff: "2026-03-10", Body: body, FileName: "整改台账.docx", By: "clerk", Name: "clerk",
		Data: []byte(`[{"Ref":"problems:all","Rows":[{"Ref":"problem:p1","Label":"那天的标题","Verdict":"done"}]}]`)}
	p.Hash = p.Seal()
	w.Write(t, func(tx *store.Tx) error { return store.IssuedPapers.Insert(tx, &p) })
	clerk := visit(t, w, "clerk")
	wantText(t, clerk.get("/issued-papers/x"), "aside.sources", "那天的标题")
	counted := "/issued-papers/x/counted?ref=problems%3Aall"
	wantText(t, clerk.get(counted), "tbody", "那天的标题")
	for address, want := range map[string]int{counted: http.StatusNotFound, "/issued-papers/x/counted?ref=problems%3Aclosed": http.StatusNotFound} {
		if got := visit(t, w, "other-clerk").get(address).status; got != want {
			t.Errorf("a stranger: %s answers %d", address, got)
		}
	}
	if got := clerk.get("/issued-papers/x/counted?ref=problems%3Aclosed").status; got != http.StatusNotFound {
		t.Errorf("what it did not count answers %d", got)
	}
}

// TestThePaperOfARoundIsSignedByAnother: the office's own report.
func TestThePaperOfARoundIsSignedByAnother(t *testing.T) {
	w := testkit.NewWorld(t, t.TempDir()+"/test.db")
	w.Write(t, func(tx *store.Tx) error {
		o, err := store.Organisations.Get(tx, "office")
		if err != nil {
			return err
		}
		o.Name = "市委巡察工作领导小组办公室" // the leading group is who the report goes to
		return store.Organisations.Update(tx, &o)
	})
	office := visit(t, w, "office")
	page := office.get("/rounds/round/summary")
	if len(page.all("#issue")) != 1 {
		t.Fatal("the office cannot issue its report")
	}
	got := office.post("/rounds/round/summary", "/rounds/round/summary/issue", url.Values{})
	if got.status != http.StatusSeeOther {
		t.Fatalf("issuing answered %d: %s", got.status, got.body)
	}
	wantText(t, office.get(got.location), "#sign", "自己送签的公文")
	w.See(t, func(tx *store.Tx) error {
		p, err := store.IssuedPapers.Get(tx, id(got.location))
		if p.State != inspection.IssueProposed || p.RoundID != "round" {
			t.Errorf("put forward as %+v", p)
		}
		return err
	})
}
