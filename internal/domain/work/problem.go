package work

import (
	"time"

	"bihuan/internal/domain/workday"
)

// Problem is the work on one specific problem of the feedback paper. Its ID is
// the node's ID; the original wording stays in the node.
type Problem struct {
	ID            string
	OrgID         string
	InspectionID  string
	AspectID      string // node; empty where the paper has no such level
	ItemID        string // node
	Seq           int
	Number        string // 1.2.3
	Title         string // the node's first line, for lists
	Cause         string
	CauseCategory string
	Goal          string
	Criteria      Criteria // completion criteria agreed now, checked at sign-off
	LeaderID      string   // responsible leader (person)
	LeadDeptID    string
	AssistDepts   []string
	OwnerID       string // responsible person
	Deadline      workday.Date
	Term          string       // as people write it: 2026年6月底前, 长期坚持
	LongTerm      bool         // 长期坚持
	FirstDeadline workday.Date // before any extension; stays visible for ever
	Extended      int          // how often it was extended
	// DeadlineReason says why the deadline lies outside the concentrated period.
	DeadlineReason string
	Verdict        Verdict
	ClosedOn       workday.Date // signed off
	ReopenedOn     workday.Date
	// SubmittedOn: a sign-off application reached the inspection office; from
	// then on it sees progress and evidence.
	SubmittedOn workday.Date
	// Cycle is how often it was reopened: what is planned, reported, proved and
	// applied for now belongs to this cycle, and earlier ones stay as they were.
	Cycle int
	// FollowDue is when the next follow-up of what must be kept up is due after
	// the sign-off; empty where nothing is followed up.
	FollowDue workday.Date
	// FollowEndedOn: it was decided that no more follow-up is needed.
	FollowEndedOn workday.Date
	Version       int
}

// Departments gives the lead and the assisting departments.
func (p Problem) Departments() []string { return departments(p.LeadDeptID, p.AssistDepts) }

// DueWith is by when something due under the problem is expected: an extension
// of the whole problem carries along what was due within its first deadline.
func (p Problem) DueWith(due workday.Date) workday.Date {
	if p.Extended > 0 && due <= p.FirstDeadline && p.Deadline.After(due) {
		return p.Deadline
	}
	return due
}

func departments(lead string, assist []string) []string {
	if lead == "" {
		return assist
	}
	return append([]string{lead}, assist...)
}

// MeasureKind is one of the three kinds that are expected for each problem.
type MeasureKind string

// The kinds of measure.
const (
	Direct   MeasureKind = "direct"        // 直接整改
	Similar  MeasureKind = "similar-cases" // 举一反三
	LongTerm MeasureKind = "long-term"     // 长效机制
)

// MeasureKinds lists the kinds in order.
func MeasureKinds() []MeasureKind { return []MeasureKind{Direct, Similar, LongTerm} }

// Claim is how the lead department answered the issued task.
type Claim string

// The answers; empty means not answered.
const (
	Claimed Claim = "claimed" // 已认领
	Refused Claim = "refused" // 有异议
	Asked   Claim = "asked"   // 有疑问，待答复
)

// Measure is one measure against a problem.
type Measure struct {
	ID             string
	OrgID          string
	InspectionID   string
	ProblemID      string
	Seq            int // within the problem, from 1
	Kind           MeasureKind
	Text           string
	Expected       string   // expected result, as written
	Results        []Result // the countable ones among it: see ReadResults
	LeaderID       string
	LeadDeptID     string
	AssistDepts    []string
	OwnerID        string
	Deadline       workday.Date
	Term           string
	LongTerm       bool
	FirstDeadline  workday.Date
	Extended       int
	DeadlineReason string // why it lies outside the concentrated period
	Verdict        Verdict
	Claim          Claim
	ClaimedBy      string // account
	ClaimedAt      time.Time
	ClaimNote      string
	Cycle          int // of its problem in which it was planned
	Origin         Origin
	Version        int
}

// Origin tells from what a measure comes that is none of the plan's.
type Origin string

// The origins; empty is the plan, or the cycle that a reopening began.
const FromLifeMeeting Origin = "life-meeting" // answers a criticism (民主生活会整改措施)

// Planned reports whether an issued plan speaks of the measure.
func (m Measure) Planned() bool { return m.Cycle == 0 && m.Origin == "" }

// Departments gives the lead and the assisting departments.
func (m Measure) Departments() []string { return departments(m.LeadDeptID, m.AssistDepts) }

// Step is a dated step of a measure.
type Step struct {
	ID        string
	OrgID     string
	MeasureID string
	Seq       int
	Text      string
	Due       workday.Date
	DoneOn    workday.Date
	Version   int
}
