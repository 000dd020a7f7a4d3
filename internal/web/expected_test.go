package web_test

import (
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"bihuan/internal/domain/work"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

// TestEveryExpectedFigureIsItsList follows each figure of what measures are
// expected to bring and counts the measures of the list that it opens.
func TestEveryExpectedFigureIsItsList(t *testing.T) {
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "b.db"))
	w.Write(t, func(tx *store.Tx) error {
		for id, expected := range map[string]string{"m1": "清收326.58万元，约谈7人", "m2": "退缴1.42万元；修订制度2项", "m3": "回访30户"} {
			m, err := store.Measures.Get(tx, id)
			if err != nil {
				return err
			}
			m.Expected, m.Results = expected, work.ReadResults(expected)
			if err := store.Measures.Update(tx, &m); err != nil {
				return err
			}
		}
		return nil
	})
	v := visit(t, w, "clerk")
	const list = "/inspections/i-bureau/measures"
	for from, kinds := range map[string]int{list: 4, list + "?expects=people": 4, list + "?q=1.1.3": 1, list + "?verdict=done": 0} {
		page := v.get(from)
		figures := page.all("a[data-expected]")
		if len(figures) != kinds {
			t.Errorf("%s: %d kinds of results, want %d", from, len(figures), kinds)
		}
		for _, f := range figures {
			want, err := strconv.Atoi(attr(f, "data-measures"))
			if err != nil || want == 0 {
				t.Fatalf("%s counts %d measures: %v", attr(f, "data-expected"), want, err)
			}
			if n := len(v.get(attr(f, "href")).all("table.rows > tbody > tr")); n != want {
				t.Errorf("%s: the figure says %d measures, its list has %d", attr(f, "href"), want, n)
			}
		}
		if kinds == 4 && !strings.Contains(firstText(figures[0]), "328万元") {
			t.Errorf("the money adds up to %s", firstText(figures[0]))
		}
		if page.all(`select[name="expects"]`) == nil {
			t.Error("the list cannot be narrowed to a kind of result")
		}
	}
	gaps := v.get("/inspections/i-bureau").all(`main a[href*="lacks=similar-cases"], main a[href*="lacks=long-term"]`)
	if len(gaps) != 2 {
		t.Errorf("the overview shows %d gaps of measures", len(gaps))
	}
}
