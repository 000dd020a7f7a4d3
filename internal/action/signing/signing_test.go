package signing_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"bihuan/internal/action"
	"bihuan/internal/action/carrying"
	"bihuan/internal/action/closing"
	"bihuan/internal/action/delegating"
	"bihuan/internal/action/handover"
	"bihuan/internal/action/signing"
	domain "bihuan/internal/domain/closing"
	"bihuan/internal/domain/org"
	paper "bihuan/internal/domain/signing"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

func wrong(err error) map[string]string {
	out := map[string]string{}
	var f *fault.Error
	if errors.As(err, &f) {
		for _, field := range f.Fields {
			out[field.Name] = field.Code
		}
	}
	return out
}

func code(err error) string {
	var f *fault.Error
	if errors.As(err, &f) {
		return f.Code
	}
	return ""
}

// applied is a world in which an officer applied for the sign-off of p1, and
// the head of the department has to decide.
func applied(t *testing.T, url, by string) (*testkit.World, string) {
	t.Helper()
	w := testkit.NewWorld(t, url)
	w.Must(t, "officer", &carrying.AddProgress{ProblemID: "p1", MeasureID: "m1", On: "2026-03-09", Body: "已补齐台账", Verdict: work.Done})
	w.Must(t, "officer", &carrying.AddEvidence{ProblemID: "p1", MeasureID: "m1", SpeaksFor: "2026-03-08", File: carrying.File{Name: "台账.xlsx", Hash: "ab", Size: 3}})
	return w, w.Must(t, by, &closing.Apply{ProblemID: "p1", Statement: "对照标准已完成"})
}

func sheet(t *testing.T, w *testkit.World, id string) (s paper.Sheet) {
	t.Helper()
	w.See(t, func(tx *store.Tx) (err error) { s, err = store.Sheets.Get(tx, id); return err })
	return s
}

func scanned(id string) *signing.Enter {
	return &signing.Enter{ID: id, Version: 1, SignedOn: "2026-03-10", Agree: true, FileName: "签批.pdf", FileHash: "cd", FileSize: 9, FileMIME: "application/pdf"}
}

func TestWhatIsSignedOnPaperIsTheSignersApproval(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w, app := applied(t, url, "officer")
		make := &signing.Print{Act: paper.Signoff, RecordID: app, SignerID: "depthead"}
		for _, who := range []string{"officer", "depthead", "head"} {
			if _, err := w.Do(t, who, make); !fault.Is(err, fault.Denied) {
				t.Errorf("%s prints: %v", who, err)
			}
		}
		if _, err := w.Do(t, "clerk", &signing.Print{Act: paper.Signoff, RecordID: app, SignerID: "other-depthead"}); wrong(err)["signer"] == "" {
			t.Errorf("a signer from elsewhere: %v", err)
		}
		if _, err := w.Do(t, "clerk", &signing.Print{Act: paper.Signoff, RecordID: app, SignerID: "clerk"}); wrong(err)["signer"] != "sheet.self" {
			t.Errorf("the clerk for himself: %v", err)
		}
		id := w.Must(t, "clerk", make)
		bad := scanned(id)
		bad.FileMIME, bad.SignedOn = "text/plain", "2026-03-09"
		if _, err := w.Do(t, "clerk", bad); wrong(err)["file"] == "" || wrong(err)["signed_on"] == "" {
			t.Errorf("no scan, signed before it was printed: %v", err)
		}
		w.Must(t, "clerk", scanned(id))
		w.See(t, func(tx *store.Tx) error {
			d, err := store.Decisions.One(tx, "WHERE application_id = ?", app)
			if d.By != "depthead" || d.Step != "department-head" || !strings.Contains(d.Name, "书面签署") || !strings.Contains(d.Name, "clerk") {
				t.Errorf("the decision is %+v", d)
			}
			return err
		})
		if s := sheet(t, w, id); s.State != paper.Entered || s.FileHash != "cd" || s.EnteredBy != "clerk" {
			t.Errorf("the sheet is %+v", s)
		}
		if _, err := w.Do(t, "clerk", scanned(id)); code(err) != "sheet.entered" {
			t.Errorf("entered twice: %v", err)
		}
	})
}

func TestASheetIsVoidOnceTheContentChanged(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w, app := applied(t, url, "officer")
		id := w.Must(t, "clerk", &signing.Print{Act: paper.Signoff, RecordID: app, SignerID: "depthead"})
		w.Must(t, "officer", &carrying.AddEvidence{ProblemID: "p1", MeasureID: "m1", SpeaksFor: "2026-03-08", File: carrying.File{Name: "补充.pdf", Hash: "ef", Size: 3}})
		if _, err := w.Do(t, "clerk", scanned(id)); code(err) != "sheet.changed" {
			t.Errorf("got %v", err)
		}
	})
}

func TestNoClerkPassesAStepOnHisOwnWorkByPaper(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w, app := applied(t, url, "clerk")
		id := w.Must(t, "clerk", &signing.Print{Act: paper.Signoff, RecordID: app, SignerID: "depthead"})
		if _, err := w.Do(t, "clerk", scanned(id)); code(err) != "signoff.own-work" {
			t.Errorf("got %v", err)
		}
	})
}

func TestBothSidesOfAHandOverCanSignOnPaper(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		h := w.Must(t, "clerk", &handover.Open{InspectionID: "i-bureau", Kind: work.OfLeader, FromID: "leader", On: "2026-03-10", Reason: "调离", ToID: "leader2"})
		for _, who := range []string{"leader", "leader2"} {
			w.Must(t, "clerk", scanned(w.Must(t, "clerk", &signing.Print{Act: paper.HandOver, RecordID: h, SignerID: who})))
		}
		w.See(t, func(tx *store.Tx) error {
			p, err := store.Problems.Get(tx, "p1")
			if p.LeaderID != "leader2" {
				t.Errorf("the leader is %s", p.LeaderID)
			}
			return err
		})
	})
}

// deputy gives the actor of one account in another's name.
func deputy(t *testing.T, w *testkit.World, to, from string, permissions ...org.Permission) org.Actor {
	t.Helper()
	w.Must(t, from, &delegating.Give{ToAccount: to, Permissions: permissions, Reason: "出差", From: "2026-03-10", Until: "2026-03-12"})
	var d org.Delegation
	w.See(t, func(tx *store.Tx) (err error) {
		d, err = store.Delegations.One(tx, "WHERE to_account = ? AND from_account = ?", to, from)
		return err
	})
	return d.For(w.Actor(t, to), w.Actor(t, from))
}

func TestADeputyActsUnderBothNamesAndOnlyAsFarAsHeMay(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w, app := applied(t, url, "officer")
		a := deputy(t, w, "depthead2", "depthead", org.SignoffDecide)
		do := func(cmd action.Command) error {
			_, err := w.Runner.Do(context.Background(), action.Call{Actor: a}, cmd)
			return err
		}
		if err := do(&carrying.AddProgress{ProblemID: "p1", MeasureID: "m1", On: "2026-03-10", Body: "x", Verdict: work.Done}); !fault.Is(err, fault.Denied) {
			t.Errorf("what was not delegated: %v", err)
		}
		if err := do(&delegating.Give{ToAccount: "officer", Permissions: []org.Permission{org.SignoffDecide}, Reason: "x", From: "2026-03-10", Until: "2026-03-11"}); err == nil {
			t.Error("a deputy delegates further")
		}
		if err := do(&closing.Decide{ID: app, Version: 1, Outcome: domain.Agree}); err != nil {
			t.Fatal(err)
		}
		w.See(t, func(tx *store.Tx) error {
			d, err := store.Decisions.One(tx, "WHERE application_id = ?", app)
			if d.Name != "depthead2代depthead" || d.By != "depthead2" || d.PersonID != "depthead" {
				t.Errorf("the decision is %+v", d)
			}
			var record string
			if err := tx.QueryRow("SELECT record FROM audit_entry ORDER BY seq DESC LIMIT 1").Scan(&record); err != nil {
				return err
			}
			if !strings.Contains(record, `"besideId":"depthead"`) || !strings.Contains(record, `"actorId":"depthead2"`) {
				t.Errorf("the audit entry names not both: %s", record)
			}
			return err
		})
	})
}

func TestADelegationNeverAllowsSelfApproval(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w, app := applied(t, url, "officer")
		for name, a := range map[string]org.Actor{
			"the one who did the work for his head": deputy(t, w, "officer", "depthead", org.SignoffDecide),
		} {
			_, err := w.Runner.Do(context.Background(), action.Call{Actor: a}, &closing.Decide{ID: app, Version: 1, Outcome: domain.Agree})
			if code(err) != "signoff.own-work" {
				t.Errorf("%s: %v", name, err)
			}
		}
		w.Must(t, "depthead", &carrying.AddEvidence{ProblemID: "p2", MeasureID: "m2", SpeaksFor: "2026-03-08", File: carrying.File{Name: "自办.pdf", Hash: "ab", Size: 3}})
		w.Must(t, "depthead", &carrying.AddProgress{ProblemID: "p2", MeasureID: "m2", On: "2026-03-09", Body: "自己办", Verdict: work.Done})
		own := w.Must(t, "officer", &closing.Apply{ProblemID: "p2", Statement: "已完成"})
		a := deputy(t, w, "depthead2", "depthead", org.SignoffDecide)
		_, err := w.Runner.Do(context.Background(), action.Call{Actor: a}, &closing.Decide{ID: own, Version: 1, Outcome: domain.Agree})
		if code(err) != "signoff.own-work" {
			t.Errorf("for the one whose work it is: %v", err)
		}
	})
}

func TestADelegationEndsByItselfAndIsTakenBack(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		for field, c := range map[string]*delegating.Give{
			"deputy":      {ToAccount: "depthead", Permissions: []org.Permission{org.SignoffDecide}, Reason: "x", From: "2026-03-10", Until: "2026-03-11"},
			"until":       {ToAccount: "depthead2", Permissions: []org.Permission{org.SignoffDecide}, Reason: "x", From: "2026-03-10", Until: "2028-03-11"},
			"permissions": {ToAccount: "depthead2", Permissions: []org.Permission{org.ReportSubmit}, Reason: "x", From: "2026-03-10", Until: "2026-03-11"},
			"reason":      {ToAccount: "depthead2", Permissions: []org.Permission{org.SignoffDecide}, From: "2026-03-10", Until: "2026-03-11"},
		} {
			if _, err := w.Do(t, "depthead", c); wrong(err)[field] == "" {
				t.Errorf("%s: %v", field, err)
			}
		}
		deputy(t, w, "depthead2", "depthead", org.SignoffDecide)
		var d org.Delegation
		w.See(t, func(tx *store.Tx) (err error) { d, err = store.Delegations.One(tx, ""); return err })
		if !d.On("2026-03-12") || d.On("2026-03-13") || d.On("2026-03-09") {
			t.Error("it does not hold exactly in its time")
		}
		if _, err := w.Do(t, "depthead2", &delegating.Revoke{ID: d.ID, Version: 1}); !fault.Is(err, fault.NotFound) {
			t.Errorf("the deputy takes it back: %v", err)
		}
		w.Must(t, "depthead", &delegating.Revoke{ID: d.ID, Version: 1})
		w.See(t, func(tx *store.Tx) (err error) { d, err = store.Delegations.One(tx, ""); return err })
		if d.On("2026-03-10") {
			t.Error("it holds after it was taken back")
		}
	})
}
