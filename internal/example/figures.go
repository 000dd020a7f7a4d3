package example

import (
	"sort"

	"bihuan/internal/domain/workday"
)

// Verdict of every problem on a day, as the records say: the newest entry on
// the problem itself counts, else it is under way as soon as anything was
// recorded for one of its measures. What is neither done nor basically done
// after its deadline is not done.
func (o *Organisation) Verdict(today workday.Date) map[string]string {
	out := map[string]string{}
	for _, p := range o.Feedback.Problems() {
		out[p.Key] = "not-started"
	}
	for _, e := range o.entriesUntil(today) {
		problem := problemOf(e.For)
		switch {
		case problem == e.For:
			out[problem] = e.Verdict
		case out[problem] == "not-started":
			out[problem] = "under-way"
		}
	}
	for key, v := range out {
		due, _ := o.Deadline(key)
		if v != "done" && v != "basically-done" && due != "" && due < today {
			out[key] = "not-done"
		}
	}
	return out
}

// Figures counts the problems by verdict.
func (o *Organisation) Figures(today workday.Date) Figures {
	var f Figures
	for _, v := range o.Verdict(today) {
		switch v {
		case "done":
			f.Done++
		case "basically-done":
			f.BasicallyDone++
		case "under-way":
			f.UnderWay++
		case "not-started":
			f.NotStarted++
		case "not-done":
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

// problemOf is the problem of a measure key (1.2.3-1), or the key itself.
func problemOf(key string) string {
	for i := range key {
		if key[i] == '-' {
			return key[:i]
		}
	}
	return key
}
