package example

import (
	"fmt"

	"bihuan/internal/domain/workday"
)

// checkFeedback holds the paper against its own totals and the calendar.
func checkFeedback(f *faults, x index, c *City, o *Organisation) {
	fb := o.Feedback
	f.day("feedback meeting", fb.Meeting.On, c.Round.From, c.Today)
	f.day("feedback paper", fb.Date, c.Round.From, c.Today)
	f.known(x.people, "person", fb.Statement.By, "statement")
	f.known(x.people, "person", fb.Meeting.Chair, "feedback meeting")
	if fb.Notice.Number == "" || fb.Title == "" || len(fb.Statement.Points) == 0 {
		f.add("feedback lacks its title, number or statement")
	}
	checkTree(f, fb)
	for _, m := range fb.Immediate {
		checkImmediate(f, m, c.Today)
	}
	if fb.Referrals.Handled > fb.Referrals.Received {
		f.add("more referrals handled than received")
	}
}

// checkTree: each problem bears the key of its place, and the totals agree.
func checkTree(f *faults, fb Feedback) {
	counted := map[string]int{}
	for i, a := range fb.Aspects {
		counted["aspect"]++
		for j, it := range a.Items {
			counted["item"]++
			for k, p := range it.Problems {
				counted["problem"]++
				if want := fb.placeKey(i+1, j+1, k+1, counted["problem"]); p.Key != want {
					f.add("problem %q stands at %s", p.Key, want)
				}
				if p.Title == "" {
					f.add("problem %s has no title", p.Key)
				}
			}
		}
	}
	levels := fb.levels()
	if len(levels) != len(fb.Stated) {
		f.add("%d totals stated for %d levels", len(fb.Stated), len(levels))
		return
	}
	for n, level := range levels {
		if got := counted[level]; got != fb.Stated[n].Count {
			f.add("%d%s stated, %d written", fb.Stated[n].Count, fb.Stated[n].Unit, got)
		}
	}
}

// levels are the levels that the paper has, from the top.
func (fb Feedback) levels() []string {
	var out []string
	if fb.Marks.Aspect != "" {
		out = append(out, "aspect")
	}
	if fb.Marks.Item != "" {
		out = append(out, "item")
	}
	return append(out, "problem")
}

func (fb Feedback) placeKey(aspect, item, problem, all int) string {
	switch len(fb.levels()) {
	case 1:
		return fmt.Sprint(all)
	case 2:
		return fmt.Sprintf("%d.%d", aspect, problem)
	default:
		return fmt.Sprintf("%d.%d.%d", aspect, item, problem)
	}
}

func checkImmediate(f *faults, m Immediate, today workday.Date) {
	f.day(m.Number+" due", m.Due, m.Issued, today)
	if m.RepliedOn != "" && m.RepliedOn < m.Issued {
		f.add("%s is answered before it was issued", m.Number)
	}
	if m.Accepted && m.Reply == "" {
		f.add("%s is accepted without a reply", m.Number)
	}
}
