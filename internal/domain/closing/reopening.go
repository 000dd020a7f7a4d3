package closing

import (
	"slices"
	"time"

	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
)

// ReopenKind is why a closed problem is opened again.
type ReopenKind string

// The kinds. Mistake stands in older records only: what shows that a sign-off
// was wrong is found by somebody, later.
const (
	Relapse   ReopenKind = "relapse"    // 反弹
	LookBack  ReopenKind = "look-back"  // 回头看发现
	Complaint ReopenKind = "complaint"  // 信访举报
	Audited   ReopenKind = "audit"      // 审计、检查发现
	Inspected ReopenKind = "inspection" // 巡视巡察再次指出
	OtherFact ReopenKind = "other"
	Mistake   ReopenKind = "mistake"
)

// ReopenKinds lists the kinds that can be chosen.
func ReopenKinds() []ReopenKind {
	return []ReopenKind{Relapse, LookBack, Complaint, Audited, Inspected, OtherFact}
}

// Reopening is the explicit act that opens a closed problem again, on a fact
// that came after the sign-off. It begins a cycle of its own.
type Reopening struct {
	ID           string
	OrgID        string
	InspectionID string
	ProblemID    string
	Cycle        int // that it begins
	Kind         ReopenKind
	FactOn       workday.Date
	Source       string // where the fact is known from: a document, a number
	Reason       string
	Proof        []string // ids of evidence
	SpotCheckID  string   // the look-back that found it
	FileName     string   // proof that came with it
	FileHash     string
	FileSize     int64
	FileMIME     string
	ClosedOn     workday.Date // the sign-off that it ends
	Deadline     workday.Date // of the new cycle
	OldDeadline  workday.Date
	By           string
	Name         string
	At           time.Time
}

// Proved reports whether something proves the fact.
func (r Reopening) Proved() bool {
	return len(r.Proof) > 0 || r.FileHash != "" || r.SpotCheckID != ""
}

// Check notes what is wrong with a reopening of a problem signed off on a day:
// it rests on a fact after the sign-off, whose source is named and which
// something proves, and the new cycle has a deadline to come.
func (r Reopening) Check(c *fault.Checks, closed, today workday.Date) {
	if !slices.Contains(ReopenKinds(), r.Kind) {
		c.Add("kind", "field.unknown-value", r.Kind)
	}
	c.Text("reason", r.Reason, fault.LongText)
	c.Text("source", r.Source, fault.ShortText)
	workday.Need(c, "fact_on", r.FactOn)
	if r.FactOn.Valid() {
		switch {
		case !r.FactOn.After(closed):
			c.Add("fact_on", "lookback.fact-before", closed)
		case r.FactOn > today:
			c.Add("fact_on", "field.future")
		}
	}
	if !r.Proved() {
		c.Add("file", "reopen.no-proof")
	}
	workday.Need(c, "deadline", r.Deadline)
	if r.Deadline.Valid() && !r.Deadline.After(today) {
		c.Add("deadline", "reopen.deadline-past")
	}
}
