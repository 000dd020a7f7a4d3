package work

import "bihuan/internal/domain/workday"

// Assignment is who answers for a problem or a measure, and by when. A nil
// part stays as it is.
type Assignment struct {
	LeaderID    *string
	LeadDeptID  *string
	AssistDepts *[]string
	OwnerID     *string
	Deadline    *workday.Deadline
}

// Problem gives the problem with the assignment.
func (a Assignment) Problem(p Problem) Problem {
	a.who(&p.LeaderID, &p.LeadDeptID, &p.OwnerID, &p.AssistDepts)
	if a.Deadline != nil {
		p.Deadline, p.FirstDeadline = moved(p.Deadline, p.FirstDeadline, a.Deadline.Date)
		p.Term, p.LongTerm = a.Deadline.Term, a.Deadline.LongTerm
	}
	return p
}

// Measure gives the measure with the assignment.
func (a Assignment) Measure(m Measure) Measure {
	a.who(&m.LeaderID, &m.LeadDeptID, &m.OwnerID, &m.AssistDepts)
	if a.Deadline != nil {
		m.Deadline, m.FirstDeadline = moved(m.Deadline, m.FirstDeadline, a.Deadline.Date)
		m.Term, m.LongTerm = a.Deadline.Term, a.Deadline.LongTerm
	}
	return m
}

func (a Assignment) who(leader, lead, owner *string, assist *[]string) {
	for _, part := range []struct{ from, to *string }{{a.LeaderID, leader}, {a.LeadDeptID, lead}, {a.OwnerID, owner}} {
		if part.from != nil {
			*part.to = *part.from
		}
	}
	if a.AssistDepts != nil {
		*assist = *a.AssistDepts
	}
	*assist = without(*assist, *lead)
}

// without drops the lead department from the assisting ones.
func without(ids []string, lead string) []string {
	var out []string
	for _, id := range ids {
		if id != "" && id != lead {
			out = append(out, id)
		}
	}
	return out
}

// moved gives the deadline and the first deadline after planning. Planning
// sets both: only an extension moves the one and leaves the other.
func moved(was, first, now workday.Date) (deadline, firstDeadline workday.Date) {
	if was == now {
		return was, first
	}
	return now, now
}

// Fixed reports whether planning may no longer move a deadline: once the plan
// is issued, or after an extension, only a further extension does.
func Fixed(was, first, now workday.Date, issued bool) bool {
	return was != "" && was != now && (issued || was != first)
}

// Breach says how a deadline lies outside the time for rectification.
type Breach string

// The breaches; empty is none.
const (
	TooEarly Breach = "too-early" // before the feedback
	TooLate  Breach = "too-late"  // after the end of the concentrated period
)

// Span is the time in which deadlines lie: from the feedback meeting to the
// end of the concentrated period. An empty end bounds nothing.
type Span struct{ From, Until workday.Date }

// Breach tells how a deadline lies outside the span; one outside needs a
// reason.
func (s Span) Breach(d workday.Date) Breach {
	switch {
	case d.Before(s.From):
		return TooEarly
	case d.After(s.Until):
		return TooLate
	}
	return ""
}
