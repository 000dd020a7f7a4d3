package regulation

import (
	"testing"

	"bihuan/internal/fault"
)

func TestDatesAndStateMustAgree(t *testing.T) {
	good := Regulation{Title: "公务接待管理办法", Change: Enact, State: InForce, StartedOn: "2026-02-01", IssuedOn: "2026-03-01"}
	for name, c := range map[string]struct {
		alter func(*Regulation)
		wrong bool
	}{
		"in order":               {func(*Regulation) {}, false},
		"issued before started":  {func(r *Regulation) { r.IssuedOn = "2026-01-01" }, true},
		"in force, not issued":   {func(r *Regulation) { r.IssuedOn = "" }, true},
		"repealed without day":   {func(r *Regulation) { r.State = Repealed }, true},
		"drafting but issued":    {func(r *Regulation) { r.State = Drafting }, true},
		"revised while in force": {func(r *Regulation) { r.State, r.Change = Drafting, Revise }, false},
		"issued tomorrow":        {func(r *Regulation) { r.IssuedOn = "2026-07-02" }, true},
		"no such day":            {func(r *Regulation) { r.IssuedOn = "2026-02-30" }, true},
		"no title":               {func(r *Regulation) { r.Title = " " }, true},
		"unknown change":         {func(r *Regulation) { r.Change = "amend" }, true},
	} {
		r := good
		c.alter(&r)
		var checks fault.Checks
		r.Check(&checks, "2026-07-01")
		if (checks.Err() != nil) != c.wrong {
			t.Errorf("%s: %v", name, checks.Err())
		}
	}
}

func TestWhenARegulationCameSeenFromTheFeedback(t *testing.T) {
	for _, c := range []struct {
		r    Regulation
		want When
	}{
		{Regulation{State: InForce, IssuedOn: "2026-01-07"}, Before},
		{Regulation{State: InForce, IssuedOn: "2026-01-08"}, During},
		{Regulation{State: Drafting, IssuedOn: "2020-01-01"}, Ahead},
		{Regulation{State: Repealed, IssuedOn: "2020-01-01"}, Gone},
	} {
		if got := c.r.When("2026-01-08"); got != c.want {
			t.Errorf("%+v is %s, want %s", c.r, got, c.want)
		}
	}
}
