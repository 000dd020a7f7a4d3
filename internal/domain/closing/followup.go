package closing

import (
	"time"

	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
)

// Kept says whether what was signed off is still kept up.
type Kept string

// The answers.
const (
	StillKept  Kept = "kept"
	PartlyKept Kept = "partly"
	NotKept    Kept = "not-kept"
)

// Kepts lists the answers.
func Kepts() []Kept { return []Kept{StillKept, PartlyKept, NotKept} }

// FollowUp is one answer to a follow-up of what must be kept up after its
// sign-off (长期坚持事项跟踪).
type FollowUp struct {
	ID           string
	OrgID        string
	InspectionID string
	ProblemID    string
	Cycle        int
	Due          workday.Date // the follow-up that it answers
	On           workday.Date // the day that it speaks of
	Kept         Kept
	Body         string
	Proof        []string // ids of evidence
	By           string
	Name         string
	At           time.Time
}

// Check notes what is wrong with an answer: it comes neither before the
// sign-off nor from the future, says what was found, and what is said to be
// kept up is proved.
func (f FollowUp) Check(c *fault.Checks, closed, today workday.Date) {
	workday.Need(c, "on", f.On)
	switch {
	case !f.On.Valid():
	case f.On > today:
		c.Add("on", "field.future")
	case f.On.Before(closed):
		c.Add("on", "lookback.before-signoff", closed)
	}
	c.OneOf("kept", string(f.Kept), string(StillKept), string(PartlyKept), string(NotKept))
	c.Text("body", f.Body, fault.LongText)
	if f.Kept == StillKept && len(f.Proof) == 0 {
		c.Add("proof", "follow.no-proof")
	}
}

// FollowEarly is how many days before its day a follow-up can be answered.
const FollowEarly = 31

// Answering gives the follow-up that an answer on a day is for: the one that is
// due next, or the last one whose day has passed. Those before it stay missed.
// It reports false while it is too early.
func Answering(rule workday.Rule, closed, next, today workday.Date, c *workday.Calendar) (due workday.Date, ok bool) {
	if next > today {
		return next, next.AddDays(-FollowEarly) <= today
	}
	due = next
	for later := After(rule, closed, due, c); later != "" && later <= today; later = After(rule, closed, due, c) {
		due = later
	}
	return due, true
}

// After gives the follow-up after another one, counted from the sign-off; empty
// where the rule gives no later one.
func After(rule workday.Rule, closed, due workday.Date, c *workday.Calendar) workday.Date {
	next := rule.Next(due.AddDays(1), closed, c).Date
	if next <= due {
		return ""
	}
	return next
}

// FollowState is how a follow-up stands.
type FollowState string

// The states.
const (
	FollowAnswered FollowState = "answered"
	FollowMissed   FollowState = "missed"
	FollowComing   FollowState = "coming"
)

// FollowDay is one follow-up of a problem with its answer.
type FollowDay struct {
	Due    workday.Date
	State  FollowState
	Answer *FollowUp
}

// FollowDays lists the follow-ups of a problem signed off on a day, up to the
// one that is due next: answered, missed or coming.
func FollowDays(rule workday.Rule, closed, next, today workday.Date, answers []FollowUp, c *workday.Calendar) []FollowDay {
	at := map[workday.Date]*FollowUp{}
	last := next
	for i := range answers {
		at[answers[i].Due] = &answers[i]
		last = max(last, answers[i].Due)
	}
	var out []FollowDay
	for due := After(rule, closed, closed, c); due != "" && (due <= last || next != "" && due < today); due = After(rule, closed, due, c) {
		d := FollowDay{Due: due, State: FollowMissed, Answer: at[due]}
		switch {
		case d.Answer != nil:
			d.State = FollowAnswered
		case due >= today:
			d.State = FollowComing
		}
		out = append(out, d)
	}
	return out
}

// FollowEndState is how far a request to end the follow-up is.
type FollowEndState string

// The states.
const (
	FollowEndAsked   FollowEndState = "asked"
	FollowEndAgreed  FollowEndState = "agreed"
	FollowEndRefused FollowEndState = "refused"
)

// FollowEnd asks that no more follow-up is needed, and is what was decided.
type FollowEnd struct {
	ID           string
	OrgID        string
	InspectionID string
	ProblemID    string
	Reason       string
	State        FollowEndState
	AskedBy      string // account
	AskedName    string
	AskedAt      time.Time
	Opinion      string
	Basis        string // the decision on which it rests: a meeting, a document
	DecidedBy    string // account
	DecidedName  string
	DecidedAt    time.Time
	Version      int
}
