package web_test

import (
	"net/http"
	"path/filepath"
	"strings"
	"testing"

	"bihuan/internal/action/admin"
	"bihuan/internal/action/planning"
	"bihuan/internal/audit"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

const wording = "对公务接待管理规定学习不深，审核把关流于形式"

// happened lets the clerk write a cause, be refused an account, and the system
// administrator open one.
func happened(t *testing.T, w *testkit.World) {
	t.Helper()
	var p work.Problem
	w.See(t, func(tx *store.Tx) (err error) { p, err = store.Problems.Get(tx, "p1"); return err })
	w.Must(t, "clerk", &planning.EditProblem{ID: "p1", Version: p.Version, Cause: wording})
	if _, err := w.Do(t, "clerk", &admin.AddAccount{Login: "mine", Name: "我"}); err == nil {
		t.Fatal("the clerk opened an account")
	}
	w.Clock.Set("2026-03-12")
	w.Must(t, "sysadmin", &admin.AddAccount{Login: "zhang", Name: "张三", Password: "a good long one", OrgID: "bureau"})
}

func TestTheAuditLogIsNarrowedByItsAddress(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, address string) {
		w := testkit.NewWorld(t, address)
		happened(t, w)
		v := visit(t, w, "auditor")
		for query, want := range map[string]string{
			"":                                  "3 2 1",
			"?q=clerk":                          "2 1",
			"?q=p1":                             "1",
			"?q=%25":                            "",
			"?outcome=denied":                   "2",
			"?action=account.edit":              "3 2",
			"?kind=problem":                     "1",
			"?org=bureau":                       "3 1",
			"?from=2026-03-11":                  "3",
			"?until=2026-03-10":                 "2 1",
			"?from=2026-03-10&until=2026-03-10": "2 1",
			"?org=bureau&outcome=denied":        "",
		} {
			var got []string
			for _, n := range v.get("/audit" + query).all(`td.num a`) {
				got = append(got, text(n))
			}
			if strings.Join(got, " ") != want {
				t.Errorf("%s lists %q, want %q", query, strings.Join(got, " "), want)
			}
		}
	})
}

func TestAnEntryShowsWhatChangedButNoBusinessWording(t *testing.T) {
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "bihuan.db"))
	happened(t, w)
	v := visit(t, w, "auditor")
	p := v.get("/audit/1")
	if strings.Contains(p.body, wording) || strings.Contains(v.get("/audit").body, wording) {
		t.Error("the auditor reads business wording")
	}
	if !strings.Contains(p.body, "原因分析") || !strings.Contains(p.body, "〔文字 22 字，指纹") {
		t.Error("the auditor does not see that the cause was written")
	}
	if p := v.get("/audit/3"); !strings.Contains(p.body, "张三") || !strings.Contains(p.body, "市市场监管局") {
		t.Error("the auditor does not see which account was opened where")
	}
	if p := v.get("/audit/2"); !strings.Contains(p.body, "被拒绝") || !strings.Contains(p.body, "数据没有变化") {
		t.Error("a denial is not shown as such")
	}
	for _, path := range []string{"/audit/0", "/audit/4", "/audit/x"} {
		if p := v.get(path); p.status != http.StatusNotFound {
			t.Errorf("%s: %d", path, p.status)
		}
	}
}

func TestTheNewestCheckpointIsGivenAway(t *testing.T) {
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "bihuan.db"))
	happened(t, w)
	v := visit(t, w, "auditor")
	if p := v.get("/audit/checkpoint"); p.status != http.StatusNotFound {
		t.Errorf("before any was signed: %d", p.status)
	}
	key, err := audit.OpenKey(t.TempDir(), strings.NewReader(strings.Repeat("seed of the key ", 4)))
	if err != nil {
		t.Fatal(err)
	}
	w.Write(t, func(tx *store.Tx) error { _, err := audit.Sign(tx, key); return err })
	p := v.get("/audit/checkpoint")
	c, err := audit.OpenCheckpoint(p.body, key.Public())
	if err != nil || c.Size != 3 {
		t.Errorf("%d %q: size %d, %v", p.status, p.body, c.Size, err)
	}
	if !strings.Contains(v.get("/audit").body, "最新检查点：第 3 条") {
		t.Error("the page does not tell of the checkpoint")
	}
}

func TestOnlyTheAuditorReadsTheLog(t *testing.T) {
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "bihuan.db"))
	happened(t, w)
	for _, login := range []string{"clerk", "head", "office", "sysadmin", "secadmin"} {
		v := visit(t, w, login)
		for _, path := range []string{"/audit", "/audit/1", "/audit/checkpoint"} {
			if p := v.get(path); p.status != http.StatusForbidden {
				t.Errorf("%s gets %d at %s", login, p.status, path)
			}
		}
	}
	if a := w.Actor(t, "auditor"); !org.Can(a, org.SeeAudit, org.Target{}) {
		t.Error("nor does the auditor")
	}
}

func TestWhoWasNotLetSeeIsOnRecord(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, address string) {
		w := testkit.NewWorld(t, address)
		clerk := visit(t, w, "clerk")
		for _, path := range []string{"/problems/other-p1", "/audit", "/inspections/i-bureau/feedback"} {
			clerk.get(path)
		}
		v := visit(t, w, "auditor")
		if rows := v.get("/audit?outcome=denied").all("tbody tr"); len(rows) != 2 || !strings.Contains(text(rows[0]), "查看审计日志") {
			t.Errorf("%d refusals are on record", len(rows))
		}
		if p := v.get("/audit?q=other-p1"); !strings.Contains(p.body, "查看") || !strings.Contains(p.body, "市水务局") {
			t.Error("the record asked for is not on record")
		}
	})
}
