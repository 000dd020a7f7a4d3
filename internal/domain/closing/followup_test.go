package closing

import (
	"testing"

	"bihuan/internal/domain/workday"
)

func TestFollowUpsComeInTheRhythmOfTheRound(t *testing.T) {
	c := workday.China()
	rule := workday.Rule{Code: workday.FollowUp, Offset: workday.Offset{N: 6, Unit: workday.Months}, Repeat: true}
	const closed workday.Date = "2026-08-31"
	first := After(rule, closed, closed, c)
	second := After(rule, closed, first, c)
	if first != "2027-02-28" || second != "2027-08-31" {
		t.Fatalf("due on %s and %s", first, second)
	}
	for _, try := range []struct {
		today, due workday.Date
		ok         bool
	}{
		{"2027-01-15", first, false}, {"2027-02-01", first, true}, {"2027-05-01", first, true},
		{"2027-09-01", second, true}, {"2028-03-01", "2028-02-29", true},
	} {
		if due, ok := Answering(rule, closed, first, try.today, c); due != try.due || ok != try.ok {
			t.Errorf("on %s it answers %s, %v", try.today, due, ok)
		}
	}
	days := FollowDays(rule, closed, second, "2027-09-02", []FollowUp{{Due: first, Kept: StillKept}}, c)
	if len(days) != 2 || days[0].State != FollowAnswered || days[1].State != FollowMissed {
		t.Errorf("%+v", days)
	}
	if once := After(workday.Rule{Offset: rule.Offset}, closed, first, c); once != "" {
		t.Errorf("a rule that does not repeat goes on to %s", once)
	}
}
