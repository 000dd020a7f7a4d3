package work_test

import (
	"slices"
	"testing"

	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
)

func TestLevelsRiseWithDelayAndGravity(t *testing.T) {
	r := work.DefaultExtensionRules()
	for name, c := range map[string]struct {
		e     work.Extension
		money int64
		want  []string
	}{
		"short":          {work.Extension{Delay: 30, Nth: 1, OldDate: "2026-06-30"}, 0, []string{"leader"}},
		"a day more":     {work.Extension{Delay: 31, Nth: 1, OldDate: "2026-06-30"}, 0, []string{"leader", "head"}},
		"long":           {work.Extension{Delay: 91, Nth: 1, OldDate: "2026-06-30"}, 0, []string{"leader", "head", "office"}},
		"again":          {work.Extension{Delay: 20, Nth: 2, OldDate: "2026-06-30"}, 0, []string{"leader", "head"}},
		"already late":   {work.Extension{Delay: 20, Nth: 1, OldDate: "2026-05-30"}, 0, []string{"leader", "head"}},
		"much money":     {work.Extension{Delay: 20, Nth: 1, OldDate: "2026-06-30"}, 1_000_000_00, []string{"leader", "head"}},
		"all, and long":  {work.Extension{Delay: 120, Nth: 2, OldDate: "2026-05-30"}, 1_000_000_00, []string{"leader", "head", "office"}},
		"a little money": {work.Extension{Delay: 20, Nth: 1, OldDate: "2026-06-30"}, 999_999_99, []string{"leader"}},
	} {
		if got, _ := r.Needed(c.e, "2026-06-10", c.money); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

func TestCapsOnNumberAndLength(t *testing.T) {
	r := work.DefaultExtensionRules()
	for _, c := range []struct {
		e   work.Extension
		bad bool
	}{{work.Extension{Nth: 2, Delay: 180}, false}, {work.Extension{Nth: 3, Delay: 10}, true}, {work.Extension{Nth: 1, Delay: 181}, true}} {
		var checks fault.Checks
		r.Check(&checks, c.e)
		if (checks.Err() != nil) != c.bad {
			t.Errorf("%+v: %v", c.e, checks.Err())
		}
	}
}

func TestAgreementGoesOnToWhoHasNotSpoken(t *testing.T) {
	head := org.Actor{AccountID: "a", Grants: []org.Grant{{Role: org.RoleHead, OrgID: "o"}}}
	e := work.Extension{OrgID: "o", Levels: []string{"leader", "head", "office"}, State: work.ExtensionAsked}
	e = e.Agreed(head, org.Target{OrgID: "o"})
	if e.Waiting() != "office" || e.State != work.ExtensionAsked {
		t.Errorf("%+v", e)
	}
	office := org.Actor{AccountID: "b", Grants: []org.Grant{{Role: org.RoleOffice}}}
	if e = e.Agreed(office, org.Target{}); e.State != work.ExtensionAgreed || e.Waiting() != "" {
		t.Errorf("%+v", e)
	}
}
