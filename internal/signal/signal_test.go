package signal_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"bihuan/internal/signal"
)

// scan runs all rules over a town.
func scan(t *testing.T, town *town) []signal.Finding {
	t.Helper()
	s := signal.New(orgs)
	words := map[string]string{}
	for _, d := range town.all() {
		for _, c := range d.Cases {
			for _, m := range c.Measures {
				words[m.ID] = m.Text
			}
			for _, p := range c.Progress {
				words[p.ID] = p.Body
			}
		}
		s.Add(d)
	}
	found, err := s.Findings(func(_ string, ids []string) (map[string]string, error) { return words, nil })
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestAnHonestTownGivesNoSignal(t *testing.T) {
	for _, f := range scan(t, clean()) {
		t.Errorf("%s %s %v", f.Rule, f.Variant, f.Args)
	}
}

// The planted set: every signal is found where it was planted, nothing else is
// found there, and nothing on its honest twin. The table is for the log.
func TestPlantedSignalsAreFoundAndTheirHonestTwinsAreNot(t *testing.T) {
	table := fmt.Sprintf("%-17s %-42s %5s %6s %5s\n", "signal", "planted", "found", "missed", "false")
	sums := [3]int{}
	for _, p := range plants {
		row := tally(t, p)
		table += fmt.Sprintf("%-17s %-42s %5d %6d %5d\n", p.rule, p.name, row[0], row[1], row[2])
		for i := range sums {
			sums[i] += row[i]
		}
	}
	table += fmt.Sprintf("%-17s %-42s %5d %6d %5d", "all", fmt.Sprint(len(plants), " planted, ", len(plants), " honest twins"), sums[0], sums[1], sums[2])
	t.Log("\n" + table)
}

// tally gives found, missed and false of one plant and its twin.
func tally(t *testing.T, p plant) (row [3]int) {
	planted := clean()
	p.put(planted)
	missed := true
	for _, f := range scan(t, planted) {
		if f.Rule == p.rule {
			missed = false
			checkFinding(t, p, f)
			continue
		}
		row[2]++
		t.Errorf("%s: also found %s %s %v", p.name, f.Rule, f.Variant, f.Args)
	}
	if missed {
		row[1]++
		t.Errorf("%s (%s) was missed", p.rule, p.name)
	} else {
		row[0]++
	}
	twin := clean()
	p.honest(twin)
	for _, f := range scan(t, twin) {
		row[2]++
		t.Errorf("the honest twin %q of %s gave %s %s %v", p.twin, p.rule, f.Rule, f.Variant, f.Args)
	}
	return row
}

// checkFinding: a finding rests on records, its own quoted, those of others not.
func checkFinding(t *testing.T, p plant, f signal.Finding) {
	t.Helper()
	if len(f.Base) == 0 || f.Subject == "" || f.Stage == "" {
		t.Errorf("%s: a finding without base, subject or stage: %+v", p.name, f)
	}
	for _, b := range f.Base {
		own := b.InspectionID == f.InspectionID
		if b.RecordID == "" || !own && b.Kind != "problem" && b.Label != "" || own && b.Label == "" {
			t.Errorf("%s: base %+v of a finding in %s", p.name, b, f.InspectionID)
		}
	}
}

func TestEveryRuleIsPlanted(t *testing.T) {
	for _, r := range signal.Rules() {
		if !slices.ContainsFunc(plants, func(p plant) bool { return p.rule == r }) {
			t.Errorf("%s is not planted", r)
		}
	}
}

func TestARuleThatIsOffFindsNothing(t *testing.T) {
	for _, p := range plants {
		town := clean()
		p.put(town)
		for _, d := range town.all() {
			d.Settings.Off = []signal.Rule{p.rule}
		}
		for _, f := range scan(t, town) {
			t.Errorf("%s (%s), switched off, found %s", p.rule, p.name, f.Rule)
		}
	}
}

func TestFindingsAreTheSameEachTime(t *testing.T) {
	all := func() string {
		town := clean()
		for _, p := range plants[:16] {
			p.put(town)
		}
		var b strings.Builder
		for _, f := range scan(t, town) {
			fmt.Fprintln(&b, f.InspectionID, f.Key(), f.Args)
		}
		return b.String()
	}
	first := all()
	for range 5 {
		if again := all(); again != first {
			t.Fatalf("%s\n---\n%s", first, again)
		}
	}
}

func TestThresholdsBound(t *testing.T) {
	s := signal.DefaultSettings()
	for _, th := range signal.Thresholds() {
		if n := *th.Of(&s); n < th.Min || n > th.Max {
			t.Errorf("the default of %s is %d", th.Name, n)
		}
		if !slices.Contains(signal.Rules(), th.Rule) {
			t.Errorf("%s is of no rule", th.Name)
		}
	}
}
