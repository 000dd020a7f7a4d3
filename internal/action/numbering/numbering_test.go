package numbering_test

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"

	"bihuan/internal/action"
	"bihuan/internal/action/numbering"
	"bihuan/internal/domain/register"
	"bihuan/internal/fault"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

const bureau = "i-bureau"

func entries(t *testing.T, w *testkit.World) []register.Entry {
	t.Helper()
	var out []register.Entry
	w.See(t, func(tx *store.Tx) (err error) {
		out, err = store.RegisterEntries.List(tx, "WHERE org_id = 'bureau' ORDER BY series_id, year, sequence")
		return err
	})
	return out
}

func wrong(err error) map[string]string {
	out := map[string]string{}
	var f *fault.Error
	if errors.As(err, &f) {
		for _, field := range f.Fields {
			out[field.Name] = field.Code
		}
	}
	return out
}

// opened is a world whose bureau has a series; every number of it is given here.
func opened(t *testing.T, url string) (*testkit.World, string) {
	t.Helper()
	w := testkit.NewWorld(t, url)
	w.Must(t, "clerk", &numbering.SaveSeries{InspectionID: bureau, Word: "市监党发", Paper: "党组文件"})
	var id string
	w.See(t, func(tx *store.Tx) error {
		s, err := store.RegisterSeries.One(tx, "WHERE org_id = 'bureau'")
		id = s.ID
		return err
	})
	return w, id
}

func TestManyTakeTheNextNumberAtOnce(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w, series := opened(t, url)
		clerk := w.Actor(t, "clerk")
		const people, each = 8, 5
		var group sync.WaitGroup
		failed := make(chan error, people*each)
		for n := range people {
			group.Go(func() {
				for k := range each {
					cmd := &numbering.Reserve{InspectionID: bureau, SeriesID: series, Subject: fmt.Sprint("文件 ", n, " ", k)}
					_, err := w.Runner.Do(context.Background(), action.Call{Actor: clerk}, cmd)
					failed <- err
				}
			})
		}
		group.Wait()
		close(failed)
		for err := range failed {
			if err != nil {
				t.Error(err)
			}
		}
		given := entries(t, w)
		if len(given) != people*each || len(register.Gaps(given)) != 0 || register.Next(given) != people*each+1 {
			t.Errorf("%d numbers, gaps %v, next %d", len(given), register.Gaps(given), register.Next(given))
		}
	})
}

func TestNoNumberIsLeftOutWithoutAReason(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w, _ := opened(t, url)
		record := func(number, gap string) error {
			_, err := w.Do(t, "clerk", &numbering.Record{InspectionID: bureau, Number: number, Subject: "文件", Gap: gap})
			return err
		}
		if got := wrong(record("市监党发〔2026〕4号", ""))["number"]; got != "register.gap" {
			t.Errorf("a jump without a reason: %q", got)
		}
		if got := wrong(record("第四号", ""))["number"]; got != "register.unreadable" {
			t.Errorf("no number: %q", got)
		}
		if err := record("市监党发[2026]第04号", "启用本系统前已用于其他公文"); err != nil {
			t.Fatal(err)
		}
		given := entries(t, w)
		if len(given) != 4 || len(register.Gaps(given)) != 0 {
			t.Fatalf("%+v", given)
		}
		for _, e := range given {
			if (e.State == register.Voided) != (e.Sequence < 4) || e.State == register.Voided && e.Reason == "" {
				t.Errorf("%d is %s: %s", e.Sequence, e.State, e.Reason)
			}
		}
		if got := wrong(record("市监党发〔2026〕4号", ""))["number"]; got != "plan.number.used" {
			t.Errorf("twice: %q", got)
		}
		if got := given[3].Number; got != "市监党发〔2026〕4号" {
			t.Errorf("written %s", got)
		}
	})
}

func TestAReservedNumberIsVoidedWithAReasonOrUsed(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w, series := opened(t, url)
		id := w.Must(t, "clerk", &numbering.Reserve{InspectionID: bureau, SeriesID: series, Subject: "通知"})
		if _, err := w.Do(t, "clerk", &numbering.Void{ID: id, Version: 2}); wrong(err)["reason"] != "field.required" {
			t.Errorf("without a reason: %v", err)
		}
		for _, who := range []string{"officer", "head", "office"} {
			if _, err := w.Do(t, who, &numbering.Void{ID: id, Version: 2, Reason: "不发"}); !fault.Is(err, fault.Denied) {
				t.Errorf("%s voids: %v", who, err)
			}
		}
		if _, err := w.Do(t, "other-clerk", &numbering.Void{ID: id, Version: 2, Reason: "不发"}); !fault.Is(err, fault.NotFound) {
			t.Errorf("another organisation voids: %v", err)
		}
		w.Must(t, "clerk", &numbering.Void{ID: id, Version: 2, Reason: "不发"})
		if _, err := w.Do(t, "clerk", &numbering.Void{ID: id, Version: 3, Reason: "不发"}); !fault.Is(err, fault.Conflict) {
			t.Errorf("twice: %v", err)
		}
		w.Must(t, "clerk", &numbering.Reserve{InspectionID: bureau, SeriesID: series, Subject: "通知"})
		if got := entries(t, w); got[1].Sequence != 2 {
			t.Errorf("the voided number is given again: %+v", got[1])
		}
	})
}
