package incoming

import (
	"testing"

	"pgregory.net/rapid"
)

var values = []string{"", "甲", "乙", "丙"}

// What a person entered in the product is never overwritten without a decision:
// whatever the base, the records and the file say, an undecided row only fills
// gaps, and one that is kept changes nothing.
func TestNothingIsOverwrittenWithoutADecision(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		field := rapid.SampledFrom([]Field{Cause, Goal, Leader, Lead, Owner, Verdict, Text}).Draw(t, "field")
		current := rapid.SampledFrom(values).Draw(t, "current")
		file := rapid.SampledFrom(values).Draw(t, "file")
		var base *string
		if rapid.Bool().Draw(t, "imported before") {
			v := rapid.SampledFrom(values).Draw(t, "base")
			base = &v
		}
		choice := rapid.SampledFrom([]Choice{"", Take, Keep}).Draw(t, "choice")
		doubt := rapid.SampledFrom([]Doubt{"", PersonUnknown}).Draw(t, "doubt")
		row := Row{Choice: choice, Cells: []Cell{{Field: field, Value: file, Doubt: doubt, Current: current, State: Compare(field, base, current, file)}}}
		row.Settle()
		c := row.Cells[0]
		if row.Taken(c) && current != "" && choice != Take {
			t.Fatalf("%q would become %q undecided: %s", current, file, c.State)
		}
		if row.Taken(c) && (choice == Keep || doubt != "") {
			t.Fatalf("kept or doubtful, yet taken: %+v", row)
		}
		if file == current && c.State != Untouched {
			t.Fatalf("the same value is %s", c.State)
		}
		if current != "" && file != "" && file != current && (base == nil || *base != current && *base != file) && c.State != Conflict {
			t.Fatalf("base %v, records %q, file %q: %s", base, current, file, c.State)
		}
	})
}

func TestCompare(t *testing.T) {
	a, b := "甲", "乙"
	for _, c := range []struct {
		base          *string
		current, file string
		want          Comparison
	}{
		{nil, "", "甲", New}, {nil, "甲", "", Untouched}, {nil, "甲", "乙", Conflict}, {&a, "甲", "乙", Changed},
		{&a, "乙", "甲", Untouched}, {&b, "甲", "丙", Conflict}, {&a, "", "乙", Conflict}, {&a, "甲", "", Gone}, {&a, "乙", "", Untouched},
	} {
		if got := Compare(Cause, c.base, c.current, c.file); got != c.want {
			t.Errorf("%v %q %q: %s, want %s", c.base, c.current, c.file, got, c.want)
		}
	}
	if got := Compare(Due, nil, "2026年6月底前", "2026.6.30"); got != Untouched {
		t.Errorf("the same day in other words is %s", got)
	}
	if got := Compare(Assist, nil, "d1,d2", "d2,d1"); got != Untouched {
		t.Errorf("the same departments in another order are %s", got)
	}
}
