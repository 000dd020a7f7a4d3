package party_test

import (
	"testing"

	do "bihuan/internal/action/party"
	"bihuan/internal/domain/party"
	"bihuan/internal/fault"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

func talks(t *testing.T, w *testkit.World) []party.Talk {
	t.Helper()
	var out []party.Talk
	w.See(t, func(tx *store.Tx) (err error) {
		out, err = store.Talks.List(tx, "WHERE inspection_id = ? ORDER BY to_id", "i-bureau")
		return err
	})
	return out
}

func TestOneEntryRecordsATalkWithEachPerson(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		w.Must(t, "clerk", &do.RecordTalks{InspectionID: "i-bureau", HeldOn: "2026-03-08", FromID: "head",
			With: []string{"leader", "depthead", "officer", "leader"}, Topics: "巡察整改"})
		want := map[string]party.TalkScope{"leader": party.LeaderWithLeader, "depthead": party.LeaderWithDeptHead, "officer": party.LeaderWithStaff}
		got := talks(t, w)
		if len(got) != 3 {
			t.Fatalf("got %+v", got)
		}
		for _, x := range got {
			if x.Scope != want[x.ToID] || x.Topics != "巡察整改" || x.FromID != "head" {
				t.Errorf("got %+v", x)
			}
		}
	})
}

func TestTalksThatCannotHaveBeenAreRefused(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		in := do.RecordTalks{InspectionID: "i-bureau", HeldOn: "2026-03-08", FromID: "leader", With: []string{"head"}}
		w.Must(t, "leader", &in)
		for name, c := range map[string]struct {
			change func(*do.RecordTalks)
			field  string
		}{
			"recorded already, from the other side": {func(c *do.RecordTalks) { c.FromID, c.With = "head", []string{"leader"} }, "with"},
			"nobody":                                {func(c *do.RecordTalks) { c.With = nil }, "with"},
			"with himself":                          {func(c *do.RecordTalks) { c.With = []string{"leader"} }, "with"},
			"by an officer":                         {func(c *do.RecordTalks) { c.FromID, c.With = "officer", []string{"depthead"} }, "talker"},
			"before he was a leader":                {func(c *do.RecordTalks) { c.HeldOn = "2023-12-31" }, "talker"},
			"tomorrow":                              {func(c *do.RecordTalks) { c.HeldOn = "2026-03-11" }, "held_on"},
			"with a stranger":                       {func(c *do.RecordTalks) { c.With = []string{"other-head"} }, "with"},
		} {
			bad := do.RecordTalks{InspectionID: "i-bureau", HeldOn: in.HeldOn, FromID: in.FromID, With: in.With}
			c.change(&bad)
			_, err := w.Do(t, "clerk", &bad)
			t.Run(name, func(t *testing.T) { wantFields(t, err, c.field) })
		}
		if n := len(talks(t, w)); n != 1 {
			t.Errorf("%d talks were recorded", n)
		}
	})
}

func TestATalkIsChangedAndTakenBack(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		w.Must(t, "clerk", &do.RecordTalks{InspectionID: "i-bureau", HeldOn: "2026-03-08", FromID: "head", With: []string{"leader"}})
		id := talks(t, w)[0].ID
		w.Must(t, "clerk", &do.EditTalk{ID: id, Version: 1, HeldOn: "2026-03-07", FromID: "head", ToID: "depthead", Topics: "x"})
		if got := talks(t, w)[0]; got.Scope != party.LeaderWithDeptHead || got.HeldOn != "2026-03-07" || got.Version != 2 {
			t.Errorf("got %+v", got)
		}
		if _, err := w.Do(t, "clerk", &do.EditTalk{ID: id, Version: 1, HeldOn: "2026-03-07", FromID: "head", ToID: "leader"}); !fault.Is(err, fault.Conflict) {
			t.Errorf("a stale edit gave %v", err)
		}
		_, err := w.Do(t, "clerk", &do.RemoveTalk{ID: id, Version: 2})
		wantFields(t, err, "reason")
		if _, err := w.Do(t, "clerk", &do.RemoveTalk{ID: id, Version: 1, Reason: "误登"}); !fault.Is(err, fault.Conflict) {
			t.Errorf("a stale removal gave %v", err)
		}
		for account, kind := range map[string]fault.Kind{"officer": fault.Denied, "depthead": fault.Denied, "resident": fault.Denied,
			"office": fault.Denied, "other-clerk": fault.NotFound} {
			if _, err := w.Do(t, account, &do.RemoveTalk{ID: id, Version: 2, Reason: "误登"}); fault.Of(err) != kind {
				t.Errorf("%s: %v", account, err)
			}
		}
		w.Must(t, "clerk", &do.RemoveTalk{ID: id, Version: 2, Reason: "误登"})
		if n := len(talks(t, w)); n != 0 {
			t.Errorf("%d talks are left", n)
		}
	})
}
