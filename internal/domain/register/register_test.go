package register_test

import (
	"testing"

	"bihuan/internal/domain/register"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestANumberIsReadAsPeopleWriteIt(t *testing.T) {
	want := register.Number{Word: "青市监党组发", Year: 2026, Sequence: 5}
	for _, text := range []string{"青市监党组发〔2026〕5号", "青市监党组发[2026]5号", "青市监党组发（2026）第05号", " 青市监党组发［２０２６］５号 ", "青市监党组发 〔2026〕 005 号"} {
		if got, ok := register.Parse(text); !ok || got != want {
			t.Errorf("%q is %+v, %v", text, got, ok)
		}
	}
	if got := want.String(); got != "青市监党组发〔2026〕5号" {
		t.Errorf("written %s", got)
	}
	for _, text := range []string{"", "5号", "〔2026〕5号", "青市监党组发2026年5号", "青市监党组发〔26〕5号", "青市监党组发〔2026〕0号"} {
		if got, ok := register.Parse(text); ok {
			t.Errorf("%q is read as %+v", text, got)
		}
	}
}

func TestWhatIsWrittenIsReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := register.Number{Word: rapid.StringMatching(`[青市监党组发纪要局]{1,12}`).Draw(t, "word"),
			Year: rapid.IntRange(1990, 2100).Draw(t, "year"), Sequence: rapid.IntRange(1, 99999).Draw(t, "sequence")}
		if got, ok := register.Parse(n.String()); !ok || got != n {
			t.Fatalf("%s is %+v, %v", n, got, ok)
		}
	})
}

func TestGapsAndNumbersAreAllThatIsBelowTheNext(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		taken := rapid.SliceOfDistinct(rapid.IntRange(1, 60), func(n int) int { return n }).Draw(t, "taken")
		var entries []register.Entry
		seen := map[int]bool{}
		for _, n := range taken {
			entries, seen[n] = append(entries, register.Entry{Sequence: n}), true
		}
		for _, g := range register.Gaps(entries) {
			for n := g.From; n <= g.To; n++ {
				if seen[n] {
					t.Fatalf("%d is given and missing", n)
				}
				seen[n] = true
			}
		}
		var all []int
		for n := 1; n < register.Next(entries); n++ {
			if !seen[n] {
				all = append(all, n)
			}
		}
		if diff := cmp.Diff([]int(nil), all); diff != "" {
			t.Fatalf("neither given nor missing: %s", diff)
		}
	})
}
