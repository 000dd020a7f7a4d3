package work_test

import (
	"testing"

	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
)

func yuan(amount int64, total bool) []work.Figure {
	return []work.Figure{{Result: work.Result{Kind: work.ResultMoney, Amount: amount * 100, Unit: "元"}, Total: total}}
}

func TestFiguresAddUpToWhatWasWantedOrAReasonIsGiven(t *testing.T) {
	measures := []work.Measure{{ID: "m1", Results: work.ReadResults("清收3000元，约谈2人")}}
	entries := []work.Progress{
		{ID: "1", MeasureID: "m1", Figures: yuan(1000, false)},
		{ID: "2", MeasureID: "m1", Figures: yuan(1500, true)}, // a running total
		{ID: "3", MeasureID: "m1", Figures: yuan(900, false)},
		{ID: "4", MeasureID: "m1", Figures: yuan(500, false), Corrects: "3"},
		{ID: "5", MeasureID: "m1", People: 3}, // from before there were figures
	}
	sums := work.Sums("涉及资金0.3万元，其中0.1万元已付。", measures, entries, nil)
	if len(sums) != 2 {
		t.Fatalf("%+v", sums)
	}
	m, people := sums[0], sums[1]
	if m.Reported != 2000_00 || m.Expected != 3000_00 || m.Named != 3000_00 || m.Even() || m.Settled() {
		t.Errorf("money: %+v", m)
	}
	if people.Reported != 3 || people.Expected != 2 || !people.Even() {
		t.Errorf("people: %+v", people)
	}
	why := work.SumReason{Kind: work.ResultMoney, Reported: 2000_00, Wanted: 3000_00, Reason: "其余进入诉讼"}
	if s := work.Sums("", measures, entries, []work.SumReason{why})[0]; !s.Settled() {
		t.Error("a reason does not settle the sum that it was given for")
	}
	more := append(entries, work.Progress{ID: "6", MeasureID: "m1", Figures: yuan(1, false)})
	if s := work.Sums("", measures, more, []work.SumReason{why})[0]; s.Settled() {
		t.Error("the reason outlives a change of the figures")
	}
}

func TestNamedMoneyIsTheLargestAmount(t *testing.T) {
	for text, want := range map[string]int64{
		"应收未收租金326.58万元，其中12户98.6万元": 326_580_000, "多发补贴1,200元": 120000, "涉及3家企业": 0, "资金2.1亿元": 21000000000,
	} {
		if got := work.NamedMoney(text); got != want {
			t.Errorf("%s: %d, want %d", text, got, want)
		}
	}
}

func TestSilenceIsAStateOfAPeriod(t *testing.T) {
	c := workday.China()
	periods := work.Periods(workday.Offset{N: 1, Unit: workday.Months}, "2026-03-15", "2026-06-10", c)
	if len(periods) != 4 || periods[0].Code != "2026-03" || periods[3].Until != "2026-06-30" {
		t.Fatalf("%+v", periods)
	}
	m := work.Measure{ID: "m1", Verdict: work.UnderWay}
	entries := []work.Progress{
		{ID: "1", MeasureID: "m1", On: "2026-03-20", Verdict: work.UnderWay},
		{ID: "2", MeasureID: "m1", On: "2026-05-02", Period: "2026-04", Verdict: work.UnderWay}, // late, for April
	}
	want := []work.Report{work.Reported, work.Reported, work.Silent, work.ReportDue}
	for n, p := range periods {
		if got := p.ReportIn(m, entries, "2026-06-10"); got != want[n] {
			t.Errorf("%s: %s, want %s", p.Code, got, want[n])
		}
	}
	m.Verdict = work.Done
	done := append(entries, work.Progress{ID: "3", MeasureID: "m1", On: "2026-05-20", Verdict: work.Done})
	if got := periods[3].ReportIn(m, done, "2026-06-10"); got != work.NotOwed {
		t.Errorf("after it was finished: %s", got)
	}
	if got := periods[2].ReportIn(m, done, "2026-06-10"); got != work.Reported {
		t.Errorf("in the month in which it was finished: %s", got)
	}
}

func TestARhythmInDaysIsCountedFromTheBeginning(t *testing.T) {
	p := work.Periods(workday.Offset{N: 14, Unit: workday.Days}, "2026-03-02", "2026-03-20", workday.China())
	if len(p) != 2 || p[0].Code != "2026-03-02" || p[1].From != "2026-03-16" || p[1].Until != "2026-03-29" {
		t.Errorf("%+v", p)
	}
	if p := work.Periods(workday.Offset{}, "2026-03-02", "2026-03-20", workday.China()); p != nil {
		t.Errorf("without a rhythm: %+v", p)
	}
}

func TestMoneyIsReadInTheUnitInWhichItIsTyped(t *testing.T) {
	for _, c := range []struct {
		text, unit string
		want       int64
		ok         bool
	}{{"227.94", "万元", 227940000, true}, {"1,200.50", "元", 120050, true}, {"3", "", 300, true}, {"2.1", "亿元", 21000000000, true},
		{"0.0000001", "万元", 0, false}, {"-1", "万元", 0, false}, {"3", "美元", 0, false}, {"1.x", "万元", 0, false}} {
		if got, ok := work.ParseMoney(c.text, c.unit); ok != c.ok || ok && got != c.want {
			t.Errorf("%s%s: %d, %v", c.text, c.unit, got, ok)
		}
	}
}
