package work

import (
	"testing"

	"pgregory.net/rapid"
)

func TestDerivedVerdict(t *testing.T) {
	m := func(vs ...Verdict) []Measure {
		var out []Measure
		for _, v := range vs {
			out = append(out, Measure{Verdict: v})
		}
		return out
	}
	for _, c := range []struct {
		measures []Measure
		want     Verdict
	}{
		{nil, BasicallyDone}, // no measures: its own
		{m(Done, Done), Done},
		{m(Done, BasicallyDone), BasicallyDone},
		{m(NotStarted, NotStarted), NotStarted},
		{m(NotStarted, Done), UnderWay},
		{m(UnderWay, BasicallyDone), UnderWay},
	} {
		if got := Derived(BasicallyDone, c.measures); got != c.want {
			t.Errorf("%v gave %s, want %s", c.measures, got, c.want)
		}
	}
}

func TestOverdueHidesNeitherDoneNorBasicallyDone(t *testing.T) {
	for v, want := range map[Verdict]Verdict{NotStarted: NotDone, UnderWay: NotDone, BasicallyDone: BasicallyDone, Done: Done} {
		if got := Effective(v, "2026-06-30", "2026-07-01"); got != want {
			t.Errorf("%s a day late is %s, want %s", v, got, want)
		}
		if got := Effective(v, "2026-06-30", "2026-06-30"); got != v {
			t.Errorf("%s on its day is %s", v, got)
		}
		if got := Effective(v, "", "2026-06-30"); got != v {
			t.Errorf("%s without a deadline is %s", v, got)
		}
	}
}

func TestYuan(t *testing.T) {
	for text, want := range map[string]int64{"": 0, "12": 1200, "1,234.5": 123450, "0.05": 5, "3200元": 320000} {
		if got, ok := ParseYuan(text); !ok || got != want {
			t.Errorf("%q gave %d, %v", text, got, ok)
		}
	}
	for _, text := range []string{"-1", "1.234", "abc", ".5", "99999999999999"} {
		if _, ok := ParseYuan(text); ok {
			t.Errorf("%q was accepted", text)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Int64Range(0, 1e14).Draw(t, "amount")
		if got, ok := ParseYuan(Yuan(n)); !ok || got != n {
			t.Fatalf("%d became %s and %d", n, Yuan(n), got)
		}
	})
}
