package work

import "bihuan/internal/domain/workday"

// Derived gives the verdict of a problem from the verdicts of its measures:
// done when all are done, basically done when all are at least that, not
// started when none has begun. A problem without measures keeps its own.
func Derived(own Verdict, measures []Measure) Verdict {
	if len(measures) == 0 {
		return own
	}
	n := map[Verdict]int{}
	for _, m := range measures {
		n[m.Verdict]++
	}
	switch len(measures) {
	case n[Done]:
		return Done
	case n[Done] + n[BasicallyDone]:
		return BasicallyDone
	case n[NotStarted]:
		return NotStarted
	}
	return UnderWay
}

// Closed reports whether the problem is signed off and not reopened.
func (p Problem) Closed() bool { return p.ClosedOn != "" }

// Effective is the problem's verdict as shown on a day.
func (p Problem) Effective(today workday.Date) Verdict {
	return Effective(p.Verdict, p.Deadline, today)
}

// Effective is the measure's verdict as shown on a day.
func (m Measure) Effective(today workday.Date) Verdict {
	return Effective(m.Verdict, m.Deadline, today)
}

// FollowMissed reports whether a follow-up of what must be kept up was not
// answered in time.
func (p Problem) FollowMissed(today workday.Date) bool {
	return p.FollowDue != "" && p.FollowDue < today
}
