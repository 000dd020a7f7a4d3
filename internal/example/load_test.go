package example_test

import (
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"bihuan/internal/domain/work"
	"bihuan/internal/example"
)

const folder = "../../examples/city"

func load(t *testing.T) *example.City {
	t.Helper()
	city, err := example.Load(os.DirFS(folder))
	if err != nil {
		t.Fatal(err)
	}
	return city
}

func TestTheFourStagesAreThere(t *testing.T) {
	city := load(t)
	want := map[example.Stage]string{example.Reporting: "market-bureau", example.Carrying: "water-bureau",
		example.Planning: "city-investment", example.FedBack: "yunze-county"}
	for _, i := range city.Inspections {
		if want[i.Stage] != i.Organisation {
			t.Errorf("%s is %s", i.Organisation, i.Stage)
		}
		delete(want, i.Stage)
	}
	if len(want) > 0 {
		t.Errorf("no organisation for %v", want)
	}
}

func TestTheMarketBureauIsAsLargeAsPromised(t *testing.T) {
	o := load(t).Organisations[0]
	measures, kinds := 0, map[string]int{}
	for _, p := range o.Plan.Problems {
		for _, m := range p.Measures {
			measures++
			kinds[m.Kind]++
		}
	}
	if n := len(o.Feedback.Problems()); n != 35 || measures < 85 || measures > 100 {
		t.Errorf("%d problems and %d measures", n, measures)
	}
	for _, kind := range work.MeasureKinds() {
		if kinds[string(kind)] < 20 {
			t.Errorf("only %d measures of the kind %s", kinds[string(kind)], kind)
		}
	}
	if got, want := o.Figures("2026-07-06"), (example.Figures{Done: 26, BasicallyDone: 5, UnderWay: 3, NotDone: 1}); got != want {
		t.Errorf("the verdicts add up to %+v, not %+v", got, want)
	}
}

func TestVerdictsFollowTheRecordsThroughTime(t *testing.T) {
	o := load(t).Organisations[0]
	for day, want := range map[string]work.Verdict{
		"2026-01-31": work.NotStarted, "2026-02-25": work.UnderWay, "2026-05-08": work.Done, "2026-06-20": work.UnderWay,
	} {
		if got := o.Verdicts(date(t, day))["1.4.3"]; got != want {
			t.Errorf("1.4.3 on %s is %s, not %s", day, got, want)
		}
	}
}

// TestFaultsInTheRecordsAreFound spoils one thing at a time.
func TestFaultsInTheRecordsAreFound(t *testing.T) {
	for name, c := range map[string]struct{ file, was, is, want string }{
		"unknown key":           {"city.yaml", "province:", "provinz:", "field provinz not found"},
		"unknown person":        {"market-bureau/plan.yaml", "person: liaowenjing", "person: nobody", `no person "nobody"`},
		"unknown department":    {"market-bureau/plan.yaml", "lead: party", "lead: choir", `no department "choir"`},
		"wrong total":           {"market-bureau/feedback.yaml", "具体问题, count: 35", "具体问题, count: 34", "34具体问题 stated, 35 written"},
		"misplaced problem":     {"market-bureau/feedback.yaml", "key: 1.2.3", "key: 1.2.9", `"1.2.9" stands at 1.2.3`},
		"two administrators":    {"city.yaml", "role: security-auditor", "role: security-administrator", "2 administrators"},
		"lost file":             {"water-bureau/progress.yaml", "1.4.1-水质检测汇总.csv", "1.4.1-水质.csv", "no such file"},
		"impossible day":        {"water-bureau/party.yaml", "date: 2026-06-10", "date: 2026-06-31", "is not a day"},
		"term that lies":        {"market-bureau/plan.yaml", "2026年4月15日前}", "2026年4月16日前}", "means"},
		"own work judged":       {"water-bureau/progress.yaml", "by: qiyiming", "by: duruoxi", "his own work"},
		"step left out":         {"water-bureau/progress.yaml", "      - {step: leader, by: wuchunlan, date: 2026-06-17}\n", "", `cannot be "rectification-office"`},
		"meeting not held":      {"water-bureau/progress.yaml", "meeting: party-group-late-june", "meeting: party-group-may", "no meeting"},
		"verdicts not added up": {"market-bureau/progress.yaml", "done: 26", "done: 27", "stated are"},
		"reopened while open":   {"market-bureau/progress.yaml", "  - problem: 1.4.3\n    kind: relapse", "  - problem: 2.3.1\n    kind: relapse", "it was not closed"},
		"chair away":            {"water-bureau/party.yaml", "chair: zhongqiming\n    present: [zhongqiming,", "chair: zhongqiming\n    present: [", "its chair"},
	} {
		t.Run(name, func(t *testing.T) {
			files := copied(t)
			text := string(files[c.file].Data)
			if !strings.Contains(text, c.was) {
				t.Fatalf("%s has no %q", c.file, c.was)
			}
			files[c.file].Data = []byte(strings.Replace(text, c.was, c.is, 1))
			if _, err := example.Load(files); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
}

func copied(t *testing.T) fstest.MapFS {
	t.Helper()
	out := fstest.MapFS{}
	source := os.DirFS(folder)
	err := fs.WalkDir(source, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(source, name)
		out[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}
