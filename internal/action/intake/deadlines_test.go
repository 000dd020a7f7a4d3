package intake_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"bihuan/internal/action"
	"bihuan/internal/action/intake"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

// asShipped is the form of the shipped profile, unchanged.
func asShipped() *intake.SaveDeadlines {
	c := &intake.SaveDeadlines{RoundID: "round", Version: 1, ClaimWithin: 3}
	for _, r := range workday.DefaultProfile(workday.City) {
		c.Lines = append(c.Lines, intake.DeadlineLine{Code: r.Code, Base: r.Base, N: r.Offset.N, Unit: r.Offset.Unit, Repeat: r.Repeat})
	}
	for _, s := range workday.DefaultLadder() {
		c.Steps = append(c.Steps, intake.WarningStep{DaysBefore: s.DaysBefore, Colour: s.Colour, Roles: s.Roles})
	}
	return c
}

func line(c *intake.SaveDeadlines, code workday.Code) *intake.DeadlineLine {
	return &c.Lines[slices.IndexFunc(c.Lines, func(l intake.DeadlineLine) bool { return l.Code == code })]
}

func preview(t *testing.T, w *testkit.World, c *intake.SaveDeadlines) error {
	t.Helper()
	return w.Runner.Preview(context.Background(), action.Call{Actor: w.Actor(t, "office")}, c)
}

func TestDeadlinesAreSavedAsTheyWerePreviewed(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		c := asShipped()
		line(c, workday.PeriodEnd).N = 3
		line(c, workday.Plan).N, line(c, workday.Plan).Unit = 5, workday.Days
		c.Lines = append(c.Lines, intake.DeadlineLine{Name: "中期督导", Base: workday.Base(workday.PeriodEnd), N: 10, Unit: workday.Workdays}, intake.DeadlineLine{})
		c.Steps = append(c.Steps, intake.WarningStep{DaysBefore: 5, Colour: workday.Yellow, Roles: []string{"leader", "head"}}, intake.WarningStep{})
		if err := preview(t, w, c); err != nil {
			t.Fatal(err)
		}
		// The plan, the period's end, and what counts from it: reports, evaluation, follow-up, the new one.
		if len(c.Shifts) != 2 || c.Shifts[0].Moved() != 6 {
			t.Fatalf("%d inspections, %d deadlines move", len(c.Shifts), c.Shifts[0].Moved())
		}
		for _, m := range c.Shifts[0].Moves {
			if m.Code == workday.Plan && (m.Was.Date != "2026-03-23" || m.Will.Date != "2026-03-07" || !m.BecomesOverdue("2026-03-10")) {
				t.Errorf("the plan moves from %s to %s", m.Was.Date, m.Will.Date)
			}
		}
		if _, err := w.Do(t, "office", c); !isUnseen(err) {
			t.Errorf("saving without confirmation gave %v", err)
		}
		c.Seen = c.Mark
		line(c, workday.PeriodEnd).N = 4
		if _, err := w.Do(t, "office", c); !isUnseen(err) {
			t.Errorf("saving other than previewed gave %v", err)
		}
		line(c, workday.PeriodEnd).N = 3
		w.Must(t, "office", c)
		w.See(t, func(tx *store.Tx) error {
			r, err := store.Rounds.Get(tx, "round")
			own, ok := r.Settings.Deadlines.Rule("中期督导")
			if !ok || own.Chinese() != "集中整改期结束后10个工作日内" || len(r.Settings.Deadlines) != 13 {
				t.Errorf("the own deadline is %+v of %d", own, len(r.Settings.Deadlines))
			}
			if l := r.Settings.Ladder; len(l) != 4 || l[2].DaysBefore != 5 || !slices.Equal(l[2].Roles, []string{"leader", "head"}) {
				t.Errorf("the ladder is %+v", l)
			}
			return err
		})
		again := asShipped()
		if err := preview(t, w, again); !fault.Is(err, fault.Conflict) || isUnseen(err) {
			t.Errorf("a stale edit gave %v", err)
		}
	})
}

func TestAnEventThatMovesMeanwhileIsShownAnew(t *testing.T) {
	w := testkit.NewWorld(t, t.TempDir()+"/db")
	c := asShipped()
	line(c, workday.PeriodEnd).N = 3
	if err := preview(t, w, c); err != nil {
		t.Fatal(err)
	}
	c.Seen = c.Mark
	w.Write(t, func(tx *store.Tx) error {
		i, err := store.Inspections.Get(tx, "i-bureau")
		i.FeedbackOn = "2026-03-05"
		return errors.Join(err, store.Inspections.Update(tx, &i))
	})
	if _, err := w.Do(t, "office", c); !isUnseen(err) {
		t.Errorf("a base date that moved since gave %v", err)
	}
}

func TestDeadlinesThatMakeNoSenseAreRefused(t *testing.T) {
	w := testkit.NewWorld(t, t.TempDir()+"/db")
	for name, spoil := range map[string]func(*intake.SaveDeadlines){
		"a shipped one is missing": func(c *intake.SaveDeadlines) { c.Lines = c.Lines[1:] },
		"a circle":                 func(c *intake.SaveDeadlines) { line(c, workday.PeriodEnd).Base = workday.Base(workday.Reports) },
		"no such event":            func(c *intake.SaveDeadlines) { line(c, workday.Plan).Base = "lunch" },
		"from a repeating one":     func(c *intake.SaveDeadlines) { line(c, workday.Plan).Base = workday.Base(workday.Progress) },
		"repeats without distance": func(c *intake.SaveDeadlines) { line(c, workday.Progress).N = 0 },
		"negative":                 func(c *intake.SaveDeadlines) { line(c, workday.Plan).N = -1 },
		"twice": func(c *intake.SaveDeadlines) {
			c.Lines = append(c.Lines, intake.DeadlineLine{Name: "反馈会", Base: workday.FeedbackMeeting, N: 1, Unit: workday.Days})
		},
		"warns nobody":          func(c *intake.SaveDeadlines) { c.Steps[0].Roles = nil },
		"warns an auditor":      func(c *intake.SaveDeadlines) { c.Steps[0].Roles = []string{"security-auditor"} },
		"green after yellow":    func(c *intake.SaveDeadlines) { c.Steps[0].DaysBefore = 3 },
		"no overdue":            func(c *intake.SaveDeadlines) { c.Steps = c.Steps[:2] },
		"no time for claiming":  func(c *intake.SaveDeadlines) { c.ClaimWithin = 0 },
		"a unit without number": func(c *intake.SaveDeadlines) { line(c, workday.Plan).Unit = workday.Open },
	} {
		c := asShipped()
		spoil(c)
		if err := preview(t, w, c); !fault.Is(err, fault.Invalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, account := range []string{"team", "clerk", "sysadmin"} {
		if _, err := w.Do(t, account, asShipped()); err == nil || isUnseen(err) {
			t.Errorf("%s: %v", account, err)
		}
	}
}

func isUnseen(err error) bool {
	var f *fault.Error
	return errors.As(err, &f) && f.Code == inspection.Unseen
}
