package web_test

import (
	"net/http"
	"net/url"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

func TestTheCheckOfThePlanLeadsToWhatIsMissing(t *testing.T) {
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "bihuan.db"))
	w.Write(t, func(tx *store.Tx) error {
		p, err := store.Problems.Get(tx, "p1")
		if err != nil {
			return err
		}
		p.Deadline, p.FirstDeadline, p.LeaderID, p.LeadDeptID = "2027-12-31", "2027-12-31", "", "d2"
		return store.Problems.Update(tx, &p)
	})
	v := visit(t, w, "clerk")
	page := v.get("/inspections/i-bureau/plan-check")
	for _, want := range []string{"1 处时限晚于集中整改期且没有理由", "1 个问题没有责任领导", "3 个问题缺举一反三措施", "不补齐不能审议、印发", "吴清"} {
		if !strings.Contains(page.body, want) {
			t.Errorf("the check does not show %s", want)
		}
	}
	for _, link := range page.all("ul.gap-list a") {
		if got := v.get(strings.SplitN(attr(link, "href"), "#", 2)[0]).status; got != http.StatusOK {
			t.Errorf("%s leads to status %d", attr(link, "href"), got)
		}
	}
	accepted := v.post("/inspections/i-bureau/plan-check", "/inspections/i-bureau/plan-check/leaders",
		url.Values{"leader_id": {"portfolio"}, "rows[0].id": {"p1"}, "rows[0].version": {"2"}})
	if accepted.status != http.StatusSeeOther {
		t.Fatalf("taking the proposal answered %d: %s", accepted.status, accepted.body)
	}
	if body := v.get("/problems/p1").body; !strings.Contains(body, "吴清") {
		t.Error("the proposed leader was not taken")
	}
	if got := visit(t, w, "depthead").post("/problems/p1", "/inspections/i-bureau/plan-check/leaders",
		url.Values{"leader_id": {"portfolio"}, "rows[0].id": {"p2"}, "rows[0].version": {"1"}}).status; got != http.StatusForbidden {
		t.Errorf("a department head takes proposals: %d", got)
	}
}

func TestTheLoadOpensWhatItCounts(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, address string) {
		w := testkit.NewWorld(t, address)
		vary(t, w)
		v := visit(t, w, "clerk")
		figures := v.get("/inspections/i-bureau/load").all("td.num a")
		if len(figures) < 6 {
			t.Fatalf("the load has %d figures", len(figures))
		}
		for _, f := range figures {
			want, err := strconv.Atoi(text(f))
			if err != nil {
				t.Fatal(err)
			}
			if got := len(v.get(attr(f, "href")).all("table.rows > tbody > tr")); got != want {
				t.Errorf("%d at %s opens %d", want, attr(f, "href"), got)
			}
		}
	})
}

func TestTheOfficeEditsTheColumnsOfItsLists(t *testing.T) {
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "bihuan.db"))
	v := visit(t, w, "clerk")
	form := "/inspections/i-bureau/columns"
	id := ""
	save := func(version string) *page {
		return v.post(form, form, url.Values{"template": {id}, "name": {"本局清单"}, "in_use": {"on"}, "list": {"problems"}, "version": {version},
			"columns[0].key": {"goal"}, "columns[0].shown": {"true"}, "columns[0].place": {"2"}, "columns[0].head": {"要达到的目标"}, "columns[0].width": {"40"},
			"columns[1].key": {"number"}, "columns[1].shown": {"true"}, "columns[1].place": {"1"}, "columns[2].key": {"cause"}, "columns[2].place": {"3"}})
	}
	if got := save("0"); got.status != http.StatusSeeOther {
		t.Fatalf("saving answered %d: %s", got.status, got.body)
	}
	w.See(t, func(tx *store.Tx) error {
		c, err := store.ColumnsInUse(tx, "bureau", "problems")
		id = c.ID
		if len(c.Columns) != 2 || c.Columns[0].Key != "number" || c.Columns[1].Head != "要达到的目标" || c.Columns[1].Width != 40 {
			t.Errorf("the template is %+v", c.Columns)
		}
		return err
	})
	if got := save("0"); got.status != http.StatusConflict {
		t.Errorf("a stale template answered %d", got.status)
	}
	for _, file := range []string{"problems.xlsx", "problems.docx", "measures.docx", "responsibility.docx", "plan-paper.docx"} {
		if got := v.get("/inspections/i-bureau/" + file); got.status != http.StatusOK || len(got.body) < 2000 {
			t.Errorf("%s: status %d, %d bytes", file, got.status, len(got.body))
		}
	}
	if body := v.get("/inspections/i-bureau/plan-paper").body; !strings.Contains(body, "整改任务及措施") || !strings.Contains(body, "要达到的目标") {
		t.Error("the plan's paper does not show its tasks, or its list not the chosen heading")
	}
	empty := v.post(form, form, url.Values{"template": {id}, "name": {"本局清单"}, "list": {"problems"}, "version": {"1"}})
	if empty.status != http.StatusUnprocessableEntity {
		t.Errorf("a list without columns answered %d", empty.status)
	}
	if got := v.post(form, form+"/remove", url.Values{"template": {id}, "version": {"1"}}); got.status != http.StatusSeeOther {
		t.Errorf("taking the template away answered %d", got.status)
	}
	if got := visit(t, w, "depthead").post("/problems/p1", form, url.Values{"list": {"problems"}}).status; got != http.StatusForbidden {
		t.Errorf("a department head edits columns: %d", got)
	}
}
