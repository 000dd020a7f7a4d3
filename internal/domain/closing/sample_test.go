package closing_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"bihuan/internal/domain/closing"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
)

func pool(n int, weight func(int) int) []closing.Candidate {
	out := make([]closing.Candidate, n)
	for i := range out {
		out[i] = closing.Candidate{ID: fmt.Sprintf("p%03d", i), Number: fmt.Sprint(i), Organisation: fmt.Sprint("o", i%3), Weight: weight(i)}
	}
	return out
}

func one(int) int { return 1 }

// The drawing is fixed for good: others must be able to repeat it. The ids were
// worked out with sha256sum.
func TestADrawIsWhatItsDescriptionSays(t *testing.T) {
	if got := fmt.Sprintf("%x", closing.Ticket("青禾2026", "p000", 1)); got != "8cfa4d331bf0a5969f30e3b73e4f95d39152eaaeaee29a3438ba49769c90d3b3" {
		t.Errorf("the first ticket is %s", got)
	}
	if got := closing.Draw("青禾2026", closing.WeighEqual, pool(10, one), 3); !slices.Equal(got, []string{"p009", "p001", "p007"}) {
		t.Errorf("drawn %v", got)
	}
}

func TestADrawDependsOnItsSeedAndNotOnTheOrder(t *testing.T) {
	list := pool(50, func(i int) int { return i%4 + 1 })
	first := closing.Draw("a", closing.WeighSignals, list, 10)
	slices.Reverse(list)
	if again := closing.Draw("a", closing.WeighSignals, list, 10); !slices.Equal(first, again) {
		t.Errorf("%v and %v", first, again)
	}
	if other := closing.Draw("b", closing.WeighSignals, list, 10); slices.Equal(first, other) {
		t.Error("another seed draws the same")
	}
	if all := closing.Draw("a", closing.WeighEqual, list, 500); len(all) != 50 {
		t.Errorf("drew %d of 50", len(all))
	}
}

// A weight is a chance: over many seeds a problem with ten tickets is drawn
// first about ten times as often as one with a single ticket.
func TestWeightsAreChances(t *testing.T) {
	list := pool(20, func(i int) int { return map[bool]int{true: 10, false: 1}[i == 7] })
	hits := 0
	const seeds = 2000
	for s := range seeds {
		if closing.Draw(fmt.Sprint(s), closing.WeighSignals, list, 1)[0] == "p007" {
			hits++
		}
	}
	if want := seeds * 10 / 29; hits < want*85/100 || hits > want*115/100 {
		t.Errorf("drawn first %d times, about %d expected", hits, want)
	}
}

func TestEachOrganisationGetsItsShare(t *testing.T) {
	got := map[string]int{}
	list := pool(31, one) // 11, 10, 10
	for _, id := range closing.Draw("x", closing.WeighShare, list, 10) {
		i := slices.IndexFunc(list, func(c closing.Candidate) bool { return c.ID == id })
		got[list[i].Organisation]++
	}
	if got["o0"] != 4 || got["o1"] != 3 || got["o2"] != 3 {
		t.Errorf("%v", got)
	}
}

func TestAFileTellsWhetherItWasTouched(t *testing.T) {
	s := closing.Sample{Method: closing.DrawMethod, Seed: "s", Weigh: closing.WeighEqual, Size: 5, Pool: pool(30, one)}
	s.Drawn = closing.Draw(s.Seed, s.Weigh, s.Pool, s.Size)
	if !s.File().Repeats() {
		t.Error("an honest file does not repeat")
	}
	for name, touch := range map[string]func(*closing.SampleFile){
		"seed": func(f *closing.SampleFile) { f.Seed = "t" }, "drawn": func(f *closing.SampleFile) { f.Drawn = append([]string{"p999"}, f.Drawn[1:]...) },
		"pool": func(f *closing.SampleFile) {
			f.Pool = slices.DeleteFunc(slices.Clone(f.Pool), func(c closing.Candidate) bool { return c.ID == f.Drawn[0] })
		}, "method": func(f *closing.SampleFile) { f.Method = "mine" },
	} {
		f := s.File()
		touch(&f)
		if f.Repeats() {
			t.Errorf("a changed %s was not found", name)
		}
	}
}

func TestASpotCheckIsChecked(t *testing.T) {
	good := closing.SpotCheck{On: "2026-06-10", Outcome: closing.SpotReal, Asked: 7, Agreed: 7}
	for name, c := range map[string]struct {
		change func(*closing.SpotCheck)
		field  string
	}{
		"good":                       {func(*closing.SpotCheck) {}, ""},
		"before the sign-off":        {func(s *closing.SpotCheck) { s.On = "2026-04-01" }, "on"},
		"ahead":                      {func(s *closing.SpotCheck) { s.On = "2026-08-01" }, "on"},
		"partly, without words":      {func(s *closing.SpotCheck) { s.Outcome = closing.SpotPartly }, "note"},
		"a relapse without its fact": {func(s *closing.SpotCheck) { s.Outcome, s.Note = closing.SpotRelapse, "又有漏登" }, "fact_on"},
		"a fact before the sign-off": {func(s *closing.SpotCheck) {
			s.Outcome, s.Note, s.FactOn = closing.SpotRelapse, "又有漏登", "2026-04-30"
		}, "fact_on"},
		"a relapse": {func(s *closing.SpotCheck) {
			s.Outcome, s.Note, s.FactOn = closing.SpotRelapse, "又有漏登", "2026-05-20"
		}, ""},
		"more agreed than were asked": {func(s *closing.SpotCheck) { s.Agreed = 8 }, "agreed"},
		"another outcome":             {func(s *closing.SpotCheck) { s.Outcome, s.Note = "fine", "x" }, "outcome"},
	} {
		s := good
		c.change(&s)
		var checks fault.Checks
		s.Check(&checks, "2026-05-01", workday.Date("2026-07-01"))
		err := checks.Err()
		if (err == nil) != (c.field == "") || err != nil && !names(err, c.field) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// names reports whether a fault names the field.
func names(err error, field string) bool {
	var f *fault.Error
	return errors.As(err, &f) && slices.ContainsFunc(f.Fields, func(x fault.Field) bool { return x.Name == field })
}
