package planning

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/plan"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// schedule is what decides about deadlines in one inspection.
type schedule struct {
	span   work.Span
	issued bool         // the plan is issued: only an extension moves a deadline
	agreed workday.Date // the problem's deadline, which its measures share without a reason of their own
}

func scheduleOf(s *action.Step, inspectionID string) (schedule, error) {
	i, err := store.Inspections.Get(s.Tx, inspectionID)
	if err != nil {
		return schedule{}, err
	}
	round, err := store.Rounds.Get(s.Tx, i.RoundID)
	if err != nil {
		return schedule{}, err
	}
	issued, err := s.Tx.Count("SELECT COUNT(*) FROM plan_version WHERE inspection_id = ? AND state IN (?, ?)",
		inspectionID, plan.Issued, plan.Claimed)
	end := round.Settings.Dues(i, s.Calendar)[workday.PeriodEnd].Date
	return schedule{span: work.Span{From: i.FeedbackOn, Until: end}, issued: issued > 0}, err
}

// Rules gives what decides about deadlines in one inspection: the span in which
// they lie, and whether the issued plan fixes them.
func Rules(s *action.Step, inspectionID string) (span work.Span, issued bool, err error) {
	sc, err := scheduleOf(s, inspectionID)
	return sc.span, sc.issued, err
}

// parse reads a typed deadline, a day or a term; long adds 长期坚持.
func parse(checks *fault.Checks, text string, long bool) workday.Deadline {
	checks.Max("due", text, action.ShortText)
	d, err := workday.ParseDeadline(text)
	if err != nil {
		checks.Add("due", "deadline.unreadable", text)
	}
	d.LongTerm = d.LongTerm || long
	return d
}

// check notes a deadline that planning may not set: one that only an extension
// moves, or one outside the time for rectification without a reason.
func (sc schedule) check(checks *fault.Checks, was, first, now workday.Date, reason string) {
	checks.Max("due_reason", reason, action.ShortText)
	if was == now {
		return
	}
	if work.Fixed(was, first, now, sc.issued) {
		checks.Add("due", "deadline.fixed", was)
		return
	}
	if reason != "" || now == sc.agreed {
		return
	}
	switch sc.span.Breach(now) {
	case work.TooEarly:
		checks.Add("due", "deadline.too-early", now, sc.span.From)
	case work.TooLate:
		checks.Add("due", "deadline.too-late", now, sc.span.Until)
	}
}

// reasonOf is the reason that is kept with a deadline: the one given now, or
// the one kept before while the deadline stays.
func reasonOf(was, now workday.Date, kept, given string) string {
	if given == "" && was == now {
		return kept
	}
	return given
}

// note keeps the reason of a deadline in the audit entry.
func note(s *action.Step, reason string) {
	if reason != "" {
		s.Note("%s", reason)
	}
}
