package issuing_test

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"path/filepath"
	"testing"

	"bihuan/internal/action"
	"bihuan/internal/action/issuing"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/register"
	"bihuan/internal/fault"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

// press prints what it is told and keeps files in memory.
type press struct {
	says    string
	missing []string
	number  string
	kept    map[string][]byte
}

func (p *press) print(*store.Tx, org.Actor, inspection.PaperAsk) (inspection.PrintedPaper, error) {
	return inspection.PrintedPaper{Composed: inspection.Composed{Title: "公文", Body: []byte(`{"Subject":"` + p.says + `"}`), Data: []byte("null"), Missing: p.missing},
		OrgID: "bureau", Number: p.number, On: "2026-03-10", CutOff: "2026-03-10", Docx: []byte("docx " + p.says)}, nil
}

func (p *press) keep(_ context.Context, body []byte) (string, int64, error) {
	sum := sha256.Sum256(body)
	hash := hex.EncodeToString(sum[:])
	p.kept[hash] = body
	return hash, int64(len(body)), nil
}

func (p *press) issue(kind inspection.PaperKind, of, reason string) *issuing.Issue {
	return &issuing.Issue{PaperAsk: inspection.PaperAsk{InspectionID: "i-bureau", Kind: kind, Of: of}, Reason: reason, Print: p.print, Keep: p.keep}
}

func newPress() *press { return &press{says: "一", kept: map[string][]byte{}} }

func wantCode(t *testing.T, w *testkit.World, who string, cmd action.Command, code string) {
	t.Helper()
	_, err := w.Do(t, who, cmd)
	var f *fault.Error
	if !errors.As(err, &f) || f.Code != code {
		t.Errorf("%T as %s: %v, want %s", cmd, who, err, code)
	}
}

func get(t *testing.T, w *testkit.World, id string) (p inspection.IssuedPaper) {
	t.Helper()
	w.See(t, func(tx *store.Tx) (err error) { p, err = store.IssuedPapers.Get(tx, id); return err })
	return p
}

func TestAPaperIsIssuedOnceAndCorrectedWithAReason(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w, p := testkit.NewWorld(t, url), newPress()
		p.missing = []string{"整改措施"}
		wantCode(t, w, "clerk", p.issue(inspection.LedgerPaper, "", ""), "issued-paper.missing")
		p.missing = nil
		wantCode(t, w, "officer", p.issue(inspection.LedgerPaper, "", ""), "fault.denied")
		wantCode(t, w, "other-clerk", p.issue(inspection.LedgerPaper, "", ""), "fault.not-found")
		wantCode(t, w, "clerk", p.issue(inspection.SignInSheet, "", ""), "fault.not-found")
		first := w.Must(t, "clerk", p.issue(inspection.LedgerPaper, "", ""))
		a := get(t, w, first)
		if a.State != inspection.IssueDone || a.Number != 1 || !a.Intact() || string(p.kept[a.FileHash]) != "docx 一" || a.Name != "clerk" {
			t.Fatalf("issued as %+v", a)
		}
		wantCode(t, w, "clerk", p.issue(inspection.LedgerPaper, "", "再印一次"), "issued-paper.same")
		p.says = "二"
		wantCode(t, w, "clerk", p.issue(inspection.LedgerPaper, "", ""), "fault.invalid")
		second := get(t, w, w.Must(t, "clerk", p.issue(inspection.LedgerPaper, "", "更正数字")))
		if second.Number != 2 || second.Reason != "更正数字" || second.Hash == a.Hash {
			t.Errorf("corrected as %+v", second)
		}
		if again := get(t, w, first); again.Hash != a.Hash || string(again.Body) != string(a.Body) {
			t.Error("the first version changed")
		}
		logged(t, w, first, a.Hash)
		if err := w.DB.Write(t.Context(), func(tx *store.Tx) error { return store.IssuedPapers.Delete(tx, first) }); err == nil {
			t.Error("the database deletes an issued paper")
		}
		take := &issuing.Take{ID: first}
		w.Must(t, "clerk", take)
		if take.Paper.FileHash != a.FileHash {
			t.Error("another file is handed out")
		}
		wantCode(t, w, "office", &issuing.Take{ID: first}, "fault.denied")
	})
}

// logged: the hash stands in the audit entry of the issue.
func logged(t *testing.T, w *testkit.World, id, hash string) {
	t.Helper()
	w.See(t, func(tx *store.Tx) error {
		n, err := tx.Count("SELECT COUNT(*) FROM audit_entry WHERE action = ? AND record LIKE ?", org.PaperIssue, "%"+hash+"%")
		if n != 1 {
			t.Errorf("%d entries bear the hash of %s", n, id)
		}
		return err
	})
}

func TestAnotherSignsForIssue(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w, p := testkit.NewWorld(t, url), newPress()
		p.number = "市监党组发〔2026〕3号"
		w.Write(t, func(tx *store.Tx) error {
			if err := store.RegisterSeries.Insert(tx, &register.Series{ID: "series", OrgID: "bureau", Word: "市监党组发"}); err != nil {
				return err
			}
			return store.RegisterEntries.Insert(tx, &register.Entry{ID: "three", OrgID: "bureau", SeriesID: "series", Year: 2026, Sequence: 3,
				Number: p.number, State: register.Reserved, Subject: "公文"})
		})
		id := w.Must(t, "clerk", p.issue(inspection.GroupNotice, "", ""))
		if x := get(t, w, id); x.State != inspection.IssueProposed {
			t.Fatalf("put forward as %s", x.State)
		}
		wantCode(t, w, "clerk", p.issue(inspection.GroupNotice, "", "再来"), "issued-paper.waits")
		wantCode(t, w, "clerk", &issuing.Sign{ID: id, Version: 1, Agree: true}, "fault.denied")
		wantCode(t, w, "head", &issuing.Sign{ID: id, Version: 1}, "fault.invalid")
		w.Must(t, "head", &issuing.Sign{ID: id, Version: 1, Opinion: "职责写全"})
		wantCode(t, w, "head", &issuing.Sign{ID: id, Version: 2, Agree: true}, "issued-paper.not-proposed")
		own := w.Must(t, "head", p.issue(inspection.GroupNotice, "", ""))
		wantCode(t, w, "head", &issuing.Sign{ID: own, Version: 1, Agree: true}, "issued-paper.own-work")
		w.Write(t, func(tx *store.Tx) error {
			x, err := store.IssuedPapers.Get(tx, own)
			if err != nil {
				return err
			}
			x.By = "clerk"
			return store.IssuedPapers.Update(tx, &x)
		})
		wantCode(t, w, "head", &issuing.Sign{ID: own, Version: 1, Agree: true}, "fault.stale")
		w.Must(t, "head", &issuing.Sign{ID: own, Version: 2, Agree: true})
		x := get(t, w, own)
		if x.State != inspection.IssueDone || x.SignedName != "head" || !x.Intact() {
			t.Errorf("signed as %+v", x)
		}
		w.See(t, func(tx *store.Tx) error {
			e, err := store.RegisterEntries.Get(tx, "three")
			if e.State != register.Used || e.RecordID != own || e.Kind != "issued_paper" {
				t.Errorf("the number is bound as %+v", e)
			}
			return err
		})
	})
}

func TestMinutesGoOutOnceTheyAreApproved(t *testing.T) {
	w, p := testkit.NewWorld(t, filepath.Join(t.TempDir(), "test.db")), newPress()
	meeting := party.Meeting{ID: "m", OrgID: "bureau", InspectionID: "i-bureau", Kind: party.PartyGroup, Title: "局党组会议", HeldOn: "2026-03-09"}
	w.Write(t, func(tx *store.Tx) error { return store.Meetings.Insert(tx, &meeting) })
	wantCode(t, w, "clerk", p.issue(inspection.Minutes, "m", ""), "issued-paper.minutes")
	w.Write(t, func(tx *store.Tx) error {
		meeting.ApprovedOn, meeting.ApprovedBy, meeting.ApprovedName = "2026-03-10", "head", "周正"
		return store.Meetings.Update(tx, &meeting)
	})
	if x := get(t, w, w.Must(t, "clerk", p.issue(inspection.Minutes, "m", ""))); x.SignedName != "周正" || x.State != inspection.IssueDone {
		t.Errorf("issued as %+v", x)
	}
}

func TestTheOfficesPapersAreTheOffices(t *testing.T) {
	w, p := testkit.NewWorld(t, filepath.Join(t.TempDir(), "test.db")), newPress()
	wantCode(t, w, "clerk", p.issue(inspection.ImmediateNotice, "", ""), "fault.denied")
	w.Must(t, "team", p.issue(inspection.ImmediateNotice, "", ""))
	round := &issuing.Issue{PaperAsk: inspection.PaperAsk{RoundID: "round", Kind: inspection.RoundReport}, Print: p.print, Keep: p.keep}
	if _, err := w.Do(t, "team", round); err == nil {
		t.Error("a team issues the report on the round")
	}
	id := w.Must(t, "office", round)
	wantCode(t, w, "office", &issuing.Sign{ID: id, Version: 1, Agree: true}, "issued-paper.own-work")
}

func TestADamagedPaperIsNotHandedOut(t *testing.T) {
	w, p := testkit.NewWorld(t, filepath.Join(t.TempDir(), "test.db")), newPress()
	id := w.Must(t, "clerk", p.issue(inspection.LedgerPaper, "", ""))
	w.Write(t, func(tx *store.Tx) error {
		if _, err := tx.Exec("DROP TRIGGER issued_paper_unchanged"); err != nil {
			return err
		}
		_, err := tx.Exec("UPDATE issued_paper SET body = ? WHERE id = ?", `{"Subject":"三"}`, id)
		return err
	})
	wantCode(t, w, "clerk", &issuing.Take{ID: id}, "issued-paper.damaged")
}
