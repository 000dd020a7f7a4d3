package example

import (
	"sort"

	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
)

// Verdicts of every problem on a day, as the records say: derived from the
// newest entries on its measures, under way again after a reopening, not done
// when neither done nor basically done after the deadline.
func (o *Organisation) Verdicts(today workday.Date) map[string]work.Verdict {
	measures := o.measuresOn(today)
	out := map[string]work.Verdict{}
	for _, p := range o.Feedback.Problems() {
		due, _ := o.Deadline(p.Key)
		out[p.Key] = work.Effective(work.Derived(work.NotStarted, measures[p.Key]), due, today)
	}
	return out
}

// measuresOn gives the measures of each problem with the verdict and the
// persistence that they have on a day. A problem that was reopened has those of
// its new cycle.
func (o *Organisation) measuresOn(day workday.Date) map[string][]work.Measure {
	newest := map[string]work.Verdict{}
	for _, e := range o.entriesUntil(day) {
		newest[e.For] = work.Verdict(e.Verdict)
	}
	out := map[string][]work.Measure{}
	for _, p := range o.Plan.Problems {
		for n, m := range p.Measures {
			v := work.Measure{Text: m.Text, Verdict: work.NotStarted, LongTerm: p.DeadlineOf(m).LongTerm}
			if is, ok := newest[MeasureKey(p.Problem, n+1)]; ok {
				v.Verdict = is
			}
			out[p.Problem] = append(out[p.Problem], v)
		}
	}
	for _, r := range o.Progress.Reopenings {
		if r.On > day {
			continue
		}
		before := o.planned(r.Problem)
		out[r.Problem] = nil
		for n, m := range r.Measures {
			v := work.Measure{Text: m.Text, Verdict: work.NotStarted}
			if is, ok := newest[MeasureKey(r.Problem, before+n+1)]; ok {
				v.Verdict = is
			}
			out[r.Problem] = append(out[r.Problem], v)
		}
	}
	return out
}

// Figures counts the problems by verdict.
func (o *Organisation) Figures(today workday.Date) Figures {
	var f Figures
	for _, v := range o.Verdicts(today) {
		switch v {
		case work.Done:
			f.Done++
		case work.BasicallyDone:
			f.BasicallyDone++
		case work.UnderWay:
			f.UnderWay++
		case work.NotStarted:
			f.NotStarted++
		case work.NotDone:
			f.NotDone++
		}
	}
	return f
}

// entriesUntil gives the entries in the order of their days.
func (o *Organisation) entriesUntil(today workday.Date) []Entry {
	var out []Entry
	for _, e := range o.Progress.Entries {
		if e.On <= today {
			out = append(out, e)
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].On < out[j].On })
	return out
}
