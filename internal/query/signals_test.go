package query_test

import (
	"context"
	"slices"
	"testing"

	"bihuan/internal/action/signals"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/regulation"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
	"bihuan/internal/query"
	"bihuan/internal/signal"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

// suspicious plants records of several kinds in the world's bureaus.
func suspicious(t *testing.T, w *testkit.World) {
	t.Helper()
	w.Write(t, func(tx *store.Tx) error {
		const same = "由办公室逐笔核对2024年以来的接待凭证，补齐公函并在月末向党组报告核对情况"
		for _, m := range []struct{ id, text string }{{"m1", same}, {"other-m2", same}, {"m2", "完善市水务局差旅审批流程"}} {
			one, err := store.Measures.Get(tx, m.id)
			if err != nil {
				return err
			}
			one.Text = m.text
			if err := store.Measures.Update(tx, &one); err != nil {
				return err
			}
		}
		early := work.Evidence{ID: "ev1", OrgID: "bureau", InspectionID: "i-bureau", ProblemID: "p3", Name: "谈话记录.docx", Hash: "aa", SpeaksFor: "2025-12-01"}
		late := work.Evidence{ID: "ev2", OrgID: "bureau", InspectionID: "i-bureau", ProblemID: "p3", Name: "台账.docx", Hash: "bb", SpeaksFor: "2026-03-05", Withdrawn: "传错"}
		returned := work.Evidence{ID: "ev3", OrgID: "bureau", InspectionID: "i-bureau", ProblemID: "p1", Name: "旧表.xlsx", Hash: "cc", SpeaksFor: "2025-12-01", State: work.EvidenceReturned}
		mute := work.FileFacts{ID: "ev3", OrgID: "bureau", InspectionID: "i-bureau", Hash: "cc", State: work.FileMute}
		facts := work.FileFacts{ID: "ev1", OrgID: "bureau", InspectionID: "i-bureau", Hash: "aa", State: work.FileRead, Company: "市水务局"}
		reg := regulation.Regulation{ID: "reg1", OrgID: "bureau", InspectionID: "i-bureau", Title: "公务接待管理办法", DocumentNumber: "青市监〔2026〕3号",
			Change: regulation.Enact, State: regulation.InForce, IssuedOn: "2026-03-08", Problems: []string{"p1"}}
		meeting := party.Meeting{ID: "meet1", OrgID: "bureau", InspectionID: "i-bureau", Kind: party.PartyGroup, HeldOn: "2026-03-06", Topics: []party.Topic{{Title: "审议《公务接待管理办法》"}}}
		for _, err := range []error{store.Evidences.Insert(tx, &early), store.Evidences.Insert(tx, &late), store.Evidences.Insert(tx, &returned),
			store.EvidenceFacts.Insert(tx, &facts), store.EvidenceFacts.Insert(tx, &mute),
			store.Regulations.Insert(tx, &reg), store.Meetings.Insert(tx, &meeting)} {
			if err != nil {
				return err
			}
		}
		return nil
	})
}

func machine() org.Actor {
	return org.Actor{AccountID: "signals", Grants: []org.Grant{{Role: org.RoleOffice}}}
}

func TestTheFactsOfACityAreGatheredForItsSignals(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		suspicious(t, w)
		out, err := query.Page(context.Background(), w.Reader, machine(), query.ScanSignals, struct{}{})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, in := range out.Inspections {
			for _, f := range out.Found[in] {
				got = append(got, in+" "+f.Key())
			}
		}
		want := []string{"i-bureau evidence-early:p3", "i-bureau similar-text:m1", "i-bureau other-name:m2", "i-bureau file-author:ev1", "i-other similar-text:other-m2"}
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("found %v\nwant %v", got, want)
		}
		if out.Problems != 6 || out.Texts != 6 {
			t.Errorf("looked at %d problems and %d texts", out.Problems, out.Texts)
		}
		for _, in := range out.Inspections {
			w.Must(t, "office", &signals.Record{InspectionID: in, Found: out.Found[in]})
		}
		lists(t, w)
	})
}

// lists: what each sees, and that each count is its list.
func lists(t *testing.T, w *testkit.World) {
	t.Helper()
	for login, want := range map[string]int{"clerk": 4, "officer": 4, "other-clerk": 1} {
		in := query.SignalsIn{Inspection: map[bool]string{true: "i-other", false: "i-bureau"}[login == "other-clerk"]}
		l, err := query.Page(context.Background(), w.Reader, w.Actor(t, login), query.Signals, in)
		if err != nil || l.Total != want || l.ByState["open"] != want || len(l.Rows) != want {
			t.Errorf("%s: %d of %d, %v", login, l.Total, want, err)
		}
	}
	in := query.SignalsIn{Inspection: "i-bureau", Problem: "p1"}
	if l, err := query.Page(context.Background(), w.Reader, w.Actor(t, "clerk"), query.Signals, in); err != nil || l.Total != 1 {
		t.Errorf("of one problem: %d, %v", l.Total, err)
	}
	round, err := query.Page(context.Background(), w.Reader, w.Actor(t, "office"), query.RoundSignals, query.SignalsIn{Round: "round"})
	if err != nil || round.Total != 0 {
		t.Errorf("before any plan was shared the office sees %d signals, %v", round.Total, err)
	}
	if _, err := query.Page(context.Background(), w.Reader, w.Actor(t, "clerk"), query.ScanSignals, struct{}{}); !fault.Is(err, fault.Denied) && !fault.Is(err, fault.NotFound) {
		t.Errorf("a clerk scans the city: %v", err)
	}
	unread, err := query.Page(context.Background(), w.Reader, machine(), query.UnreadEvidence, 10)
	if err != nil || len(unread) != 1 || unread[0].ID != "ev2" {
		t.Errorf("unread: %v, %v", unread, err)
	}
	ledger, err := query.Page(context.Background(), w.Reader, w.Actor(t, "clerk"), query.ExportSignals, query.SignalsIn{Inspection: "i-bureau", Rule: signal.SimilarText})
	if err != nil || len(ledger.Rows) != 1 || !ledger.Filtered {
		t.Errorf("taken out: %v, %v", ledger, err)
	}
}
