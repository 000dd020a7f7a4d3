package admin_test

import (
	"testing"

	"bihuan/internal/action"
	"bihuan/internal/action/admin"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/workday"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

// TestACalendarSaysWhichDeadlinesItMoves: holidays that fall between a base day
// and its deadline move it, and are counted without a name.
func TestACalendarSaysWhichDeadlinesItMoves(t *testing.T) {
	w := testkit.NewWorld(t, t.TempDir()+"/db")
	w.Write(t, func(tx *store.Tx) error {
		i, err := store.Inspections.Get(tx, "i-bureau")
		if err != nil {
			return err
		}
		r, err := store.Rounds.Get(tx, i.RoundID)
		if err != nil {
			return err
		}
		i.FeedbackOn = "2026-12-31"
		r.Settings = inspection.Settings{Deadlines: workday.DefaultProfile(workday.City)}
		if err := store.Inspections.Update(tx, &i); err != nil {
			return err
		}
		return store.Rounds.Update(tx, &r)
	})
	cmd := &admin.ImportCalendar{Text: "2027-01-01,休,元旦\n2027-01-04,休,元旦假期\n2027-01-05,休,元旦假期"}
	if err := w.Runner.Preview(t.Context(), action.Call{Actor: w.Actor(t, "sysadmin")}, cmd); err != nil {
		t.Fatal(err)
	}
	moved := map[workday.Code]admin.MovedDue{}
	for _, m := range cmd.Moved {
		moved[m.Code] = m
	}
	for _, code := range []workday.Code{workday.Mobilise, workday.Plan} {
		if m := moved[code]; m.Organisations != 1 || m.Will.Date <= m.Was.Date {
			t.Errorf("%s: %+v", code, m)
		}
	}
	if _, ok := moved[workday.LifeMeeting]; ok {
		t.Error("a deadline in months moves")
	}
}
