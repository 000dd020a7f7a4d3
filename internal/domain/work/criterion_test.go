package work_test

import (
	"errors"
	"testing"

	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
)

func TestEveryCriterionIsTickedWithAFileThatStands(t *testing.T) {
	criteria := work.Criteria{{ID: "a", Text: "追回资金"}, {ID: "b", Text: "制度印发"}}
	stands := func(e string) bool { return e == "e1" || e == "e2" }
	tick := func(id string, evidence ...string) work.Tick { return work.Tick{CriterionID: id, Evidence: evidence} }
	for name, c := range map[string]struct {
		ticks []work.Tick
		open  int
	}{
		"none":            {nil, 2},
		"one":             {[]work.Tick{tick("a", "e1")}, 1},
		"both":            {[]work.Tick{tick("a", "e1"), tick("b", "e1", "e2")}, 0},
		"without a file":  {[]work.Tick{tick("a", "e1"), tick("b")}, 1},
		"a foreign file":  {[]work.Tick{tick("a", "e1"), tick("b", "e2", "e9")}, 1},
		"another problem": {[]work.Tick{tick("x", "e1"), tick("b", "e2")}, 1},
	} {
		var checks fault.Checks
		criteria.CheckTicks(&checks, c.ticks, stands)
		var f *fault.Error
		got := 0
		if errors.As(checks.Err(), &f) {
			got = len(f.Fields)
		}
		if got != c.open {
			t.Errorf("%s: %d are open, want %d", name, got, c.open)
		}
	}
	if got := criteria.String(); got != "（1）追回资金\n（2）制度印发" {
		t.Errorf("written as %q", got)
	}
	if got := (work.Criteria{{Text: "一条"}}).String(); got != "一条" {
		t.Errorf("a single one is written as %q", got)
	}
}

func TestTheTaxonomyIsTheShippedCategoriesAsTheOrganisationChangedThem(t *testing.T) {
	list := work.Taxonomy([]work.CauseCategory{
		{Code: "own", Name: "信息化支撑不足", Sort: 25},
		{Code: "duty", Name: "责任传导", Sort: 20},
		{Code: "legacy", Sort: 60, RetiredOn: "2026-03-10"},
	})
	var codes []string
	for _, c := range list {
		codes = append(codes, c.Code)
	}
	if got := len(codes); got != 8 || codes[1] != "duty" || codes[2] != "own" || codes[3] != "institution" {
		t.Errorf("the taxonomy is %v", codes)
	}
	if got := work.Usable(list, ""); len(got) != 7 {
		t.Errorf("usable are %v", got)
	}
	if got := work.Usable(list, "legacy"); len(got) != 8 {
		t.Errorf("a problem cannot keep its retired category: %v", got)
	}
}
