package planning_test

import (
	"testing"

	"bihuan/internal/action/planning"
	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

func group(w *testkit.World, t *testing.T) (org.LeadingGroup, []org.GroupSeat) {
	t.Helper()
	var g org.LeadingGroup
	var seats []org.GroupSeat
	w.See(t, func(tx *store.Tx) (err error) {
		if g, err = store.LeadingGroups.One(tx, "WHERE inspection_id = ?", "i-bureau"); err != nil {
			return err
		}
		seats, err = store.GroupSeats.List(tx, "WHERE group_id = ? ORDER BY sort", g.ID)
		return err
	})
	return g, seats
}

func TestALeadingGroupIsFoundedOnceAndChanged(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		first := planning.SaveGroup{InspectionID: "i-bureau", FoundedOn: "2026-03-05", OfficeDepartmentID: "d1",
			Seats: []planning.SeatRow{{PersonID: "head", Position: org.GroupLeader}, {PersonID: "leader", Position: org.GroupDeputy}}}
		w.Must(t, "clerk", &first)
		g, seats := group(w, t)
		if len(seats) != 2 || seats[0].PersonID != "head" || seats[1].Position != org.GroupDeputy {
			t.Fatalf("the seats are %+v", seats)
		}
		second := planning.SaveGroup{InspectionID: "i-bureau", Version: g.Version, FoundedOn: "2026-03-05", OfficeDepartmentID: "d1",
			Seats: []planning.SeatRow{{ID: seats[0].ID, PersonID: "head", Position: org.GroupLeader},
				{ID: seats[1].ID, PersonID: "leader", Position: org.GroupDeputy, Until: "2026-03-08"},
				{PersonID: "leader2", Position: org.GroupDeputy, From: "2026-03-09"}}}
		w.Must(t, "clerk", &second)
		if _, seats = group(w, t); len(seats) != 3 || seats[1].Until != "2026-03-08" {
			t.Errorf("after the change: %+v", seats)
		}
		stale := second
		if _, err := w.Do(t, "clerk", &stale); !fault.Is(err, fault.Conflict) {
			t.Errorf("a stale change gave %v", err)
		}
	})
}

func TestRefusedLeadingGroups(t *testing.T) {
	w := testkit.NewWorld(t, t.TempDir()+"/db")
	for name, c := range map[string]struct {
		cmd   planning.SaveGroup
		field string
	}{
		"no day":            {planning.SaveGroup{}, "founded_on"},
		"future":            {planning.SaveGroup{FoundedOn: "2026-03-11"}, "founded_on"},
		"foreign person":    {planning.SaveGroup{FoundedOn: "2026-03-05", Seats: []planning.SeatRow{{PersonID: "other-head", Position: org.GroupLeader}}}, "seats[0].person"},
		"unknown seat":      {planning.SaveGroup{FoundedOn: "2026-03-05", Seats: []planning.SeatRow{{PersonID: "head", Position: "king"}}}, "seats[0].position"},
		"foreign office":    {planning.SaveGroup{FoundedOn: "2026-03-05", OfficeDepartmentID: "other-d1"}, "office_department"},
		"leaves before own": {planning.SaveGroup{FoundedOn: "2026-03-05", Seats: []planning.SeatRow{{PersonID: "head", Position: org.GroupLeader, From: "2026-03-06", Until: "2026-03-05"}}}, "seats[0].until"},
	} {
		c.cmd.InspectionID = "i-bureau"
		_, err := w.Do(t, "clerk", &c.cmd)
		if _, ok := wrong(err)[c.field]; !ok {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, account := range []string{"officer", "office", "other-clerk"} {
		if _, err := w.Do(t, account, &planning.SaveGroup{InspectionID: "i-bureau", FoundedOn: "2026-03-05"}); err == nil {
			t.Errorf("%s founded a group", account)
		}
	}
}
