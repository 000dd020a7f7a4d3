package party_test

import (
	"testing"

	do "bihuan/internal/action/party"
	"bihuan/internal/domain/party"
	"bihuan/internal/fault"
	"bihuan/internal/store"
	"bihuan/internal/testkit"

	"github.com/google/go-cmp/cmp"
)

func democratic() do.LifeMeeting {
	return do.LifeMeeting{Kind: party.DemocraticLife, Theme: "巡察整改", ConsentAskedOn: "2026-03-03", ConsentOn: "2026-03-04",
		ConsentBy: "市委", OpinionsOn: "2026-03-05", Opinions: 12, PapersOn: "2026-03-07", HeldOn: "2026-03-08", HostID: "head"}
}

func TestALifeMeetingGrowsStepByStep(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		first := do.LifeMeeting{Kind: party.DemocraticLife, Theme: "巡察整改", ConsentAskedOn: "2026-03-03"}
		id := w.Must(t, "clerk", &do.AddLifeMeeting{InspectionID: "i-bureau", LifeMeeting: first})
		w.Must(t, "head", &do.EditLifeMeeting{ID: id, Version: 1, LifeMeeting: democratic()})
		if _, err := w.Do(t, "clerk", &do.EditLifeMeeting{ID: id, Version: 1, LifeMeeting: first}); !fault.Is(err, fault.Conflict) {
			t.Errorf("a stale edit gave %v", err)
		}
		bad := democratic()
		bad.ReportOn, bad.HostID = "2026-03-07", "other-head"
		_, err := w.Do(t, "clerk", &do.EditLifeMeeting{ID: id, Version: 2, LifeMeeting: bad})
		wantFields(t, err, "report_on", "host")
		for account, kind := range map[string]fault.Kind{"leader": fault.Denied, "officer": fault.Denied, "resident": fault.Denied,
			"office": fault.Denied, "other-clerk": fault.NotFound, "auditor": fault.NotFound} {
			if _, err := w.Do(t, account, &do.EditLifeMeeting{ID: id, Version: 2, LifeMeeting: democratic()}); fault.Of(err) != kind {
				t.Errorf("%s: %v", account, err)
			}
		}
	})
}

func TestPapersAreSavedRowByRow(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		id := w.Must(t, "clerk", &do.AddLifeMeeting{InspectionID: "i-bureau", LifeMeeting: democratic()})
		rows := []do.Paper{{ReviewedBy: "head", ReviewedOn: "2026-03-07", Revisions: 3}, {PersonID: "head", ReviewedBy: party.BySuperior, ReviewedOn: "2026-03-07"},
			{PersonID: "leader", ReviewedBy: "head", ReviewedOn: "2026-03-06", Revisions: 2}}
		w.Must(t, "clerk", &do.SavePapers{LifeMeetingID: id, Version: 1, Papers: rows})
		rows[1], rows[2] = do.Paper{PersonID: "head"}, do.Paper{PersonID: "leader"}
		rows[0].Revisions = 4
		w.Must(t, "clerk", &do.SavePapers{LifeMeetingID: id, Version: 2, Papers: rows})
		if _, err := w.Do(t, "clerk", &do.SavePapers{LifeMeetingID: id, Version: 2, Papers: rows}); !fault.Is(err, fault.Conflict) {
			t.Errorf("stale rows gave %v", err)
		}
		w.See(t, func(tx *store.Tx) error {
			got, err := store.SelfPapers.List(tx, "WHERE life_meeting_id = ?", id)
			want := party.SelfPaper{OrgID: "bureau", LifeMeetingID: id, ReviewedBy: "head", ReviewedOn: "2026-03-07", Revisions: 4, Version: 2}
			if len(got) != 1 {
				t.Fatalf("stored %+v", got)
			}
			want.ID = got[0].ID
			if d := cmp.Diff(want, got[0]); d != "" {
				t.Error(d)
			}
			return err
		})
		bad := []do.Paper{{PersonID: "head", ReviewedBy: "head", ReviewedOn: "2026-03-09"}, {PersonID: "other-head", ReviewedBy: "other-head", ReviewedOn: "2026-03-07"},
			{PersonID: "head", ReviewedBy: "leader", ReviewedOn: "2026-03-07"}}
		_, err := w.Do(t, "clerk", &do.SavePapers{LifeMeetingID: id, Version: 3, Papers: bad})
		wantFields(t, err, "papers[0].reviewed_by", "papers[0].reviewed_on", "papers[1].person", "papers[1].reviewed_by", "papers[2].person")
	})
}

func TestCriticismsAreRecordedAnsweredAndTakenBack(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		id := w.Must(t, "clerk", &do.AddLifeMeeting{InspectionID: "i-bureau", LifeMeeting: democratic()})
		made := do.Criticism{FromID: "leader", ToID: "head", Text: "调研不深"}
		w.Must(t, "clerk", &do.AddCriticism{LifeMeetingID: id, Criticism: made})
		x := criticisms(t, w, id)[0]
		made.Measure, made.Due, made.DoneOn = "每月到所一次", "2026-06-30", "2026-03-10"
		w.Must(t, "head", &do.EditCriticism{ID: x.ID, Version: 1, Criticism: made})
		if got := criticisms(t, w, id)[0]; got.Measure != "每月到所一次" || got.DoneOn != "2026-03-10" || got.Version != 2 {
			t.Errorf("got %+v", got)
		}
		made.FromID = "other-leader"
		_, err := w.Do(t, "clerk", &do.EditCriticism{ID: x.ID, Version: 2, Criticism: made})
		wantFields(t, err, "critic")

		moved := democratic()
		moved.HeldOn = "2026-03-20"
		_, err = w.Do(t, "clerk", &do.EditLifeMeeting{ID: id, Version: 1, LifeMeeting: moved})
		wantFields(t, err, "held_on")

		if _, err := w.Do(t, "clerk", &do.RemoveCriticism{ID: x.ID, Version: 1, Reason: "误登"}); !fault.Is(err, fault.Conflict) {
			t.Errorf("a stale removal gave %v", err)
		}
		w.Must(t, "clerk", &do.RemoveCriticism{ID: x.ID, Version: 2, Reason: "误登"})
		if n := len(criticisms(t, w, id)); n != 0 {
			t.Errorf("%d criticisms are left", n)
		}
		w.See(t, func(tx *store.Tx) error {
			n, err := tx.Count("SELECT COUNT(*) FROM audit_entry WHERE target_id = ? AND detail = ?", x.ID, "误登")
			if n != 1 {
				t.Errorf("%d audit entries keep the reason", n)
			}
			return err
		})
	})
}

func criticisms(t *testing.T, w *testkit.World, meeting string) []party.Criticism {
	t.Helper()
	var out []party.Criticism
	w.See(t, func(tx *store.Tx) (err error) {
		out, err = store.Criticisms.List(tx, "WHERE life_meeting_id = ? ORDER BY id", meeting)
		return err
	})
	return out
}
