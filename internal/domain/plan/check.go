package plan

import (
	"strings"

	"bihuan/internal/domain/work"
)

// Lack is one thing that a plan should have and lacks.
type Lack string

// What a plan can lack: of a problem or a measure who answers and by when, of
// a problem why, whereto and how, and of an assisting department its part.
const (
	LackDeadline Lack = "deadline"
	LackEarly    Lack = "early" // before the feedback, without a reason
	LackLate     Lack = "late"  // after the concentrated period, without a reason
	LackLeader   Lack = "leader"
	LackLead     Lack = "lead"
	LackOwner    Lack = "owner"
	LackCause    Lack = "cause"
	LackCategory Lack = "category"
	LackGoal     Lack = "goal"
	LackCriteria Lack = "criteria"
	LackMeasure  Lack = "measure" // none at all
	LackSimilar  Lack = "similar-cases"
	LackLongTerm Lack = "long-term"
	LackPart     Lack = "part"
)

// Lacks lists them in the order of the check.
func Lacks() []Lack {
	return []Lack{LackDeadline, LackEarly, LackLate, LackLeader, LackLead, LackOwner, LackCause, LackCategory, LackGoal,
		LackCriteria, LackMeasure, LackSimilar, LackLongTerm, LackPart}
}

// DefaultBlocks are the lacks with which no plan is adopted or issued unless
// the round says otherwise: nobody without a deadline, none outside the time
// without a reason, no problem that nobody answers for.
func DefaultBlocks() []Lack {
	return []Lack{LackDeadline, LackEarly, LackLate, LackLeader, LackLead, LackMeasure}
}

// Missing is one lack at its place.
type Missing struct {
	Lack      Lack
	ProblemID string
	Number    string // of the problem
	Title     string // of the problem
	MeasureID string // empty: the problem itself
	Measure   string // wording
	Note      string // the deadline, or the department
}

// Check lists everything that the plan lacks, problem by problem. Deadlines
// lie in the span, or bear a reason; a measure that shares its problem's
// deadline shares the reason.
func (c Content) Check(span work.Span) []Missing {
	var out []Missing
	for _, p := range c.Problems {
		ch := checker{span: span, at: Missing{ProblemID: p.ID, Number: p.Number, Title: p.Title}}
		ch.problem(p)
		for _, m := range p.Measures {
			ch.measure(p, m)
		}
		out = append(out, ch.found...)
	}
	return out
}

type checker struct {
	span  work.Span
	at    Missing
	found []Missing
}

func (c *checker) miss(l Lack, when bool, note string) {
	if when {
		m := c.at
		m.Lack, m.Note = l, note
		c.found = append(c.found, m)
	}
}

func (c *checker) problem(p Problem) {
	c.duty(p.Duty, false)
	c.miss(LackLeader, p.Duty.Leader.ID == "", "")
	c.miss(LackLead, p.Duty.Lead.ID == "", "")
	c.miss(LackOwner, p.Duty.Owner.ID == "", "")
	c.miss(LackCause, p.Cause == "", "")
	c.miss(LackCategory, p.Category == "", "")
	c.miss(LackGoal, p.Goal == "", "")
	c.miss(LackCriteria, p.Criteria == "", "")
	has := p.Kinds()
	c.miss(LackMeasure, len(has) == 0, "")
	c.miss(LackSimilar, len(has) > 0 && !has[work.Similar], "")
	c.miss(LackLongTerm, len(has) > 0 && !has[work.LongTerm], "")
	c.parts(p)
}

// parts notes a problem once, with all assisting departments whose part nobody
// said.
func (c *checker) parts(p Problem) {
	said := map[string]bool{}
	for _, part := range p.Parts {
		said[part.Department.ID] = true
	}
	var silent []string
	for _, d := range p.Duty.Assist {
		if !said[d.ID] {
			silent = append(silent, d.Name)
		}
	}
	c.miss(LackPart, len(silent) > 0, strings.Join(silent, "、"))
}

func (c *checker) measure(p Problem, m Measure) {
	c.at.MeasureID, c.at.Measure = m.ID, m.Text
	c.duty(m.Duty, m.Duty.Deadline == p.Duty.Deadline)
	c.miss(LackLead, m.Duty.Lead.ID == "", "")
	c.miss(LackOwner, m.Duty.Owner.ID == "", "")
}

// duty checks a deadline; one that is shared is the problem's own matter.
func (c *checker) duty(d Duty, shared bool) {
	c.miss(LackDeadline, d.Deadline == "" && d.Term == "" && !d.LongTerm, "")
	if shared || d.Reason != "" {
		return
	}
	breach := c.span.Breach(d.Deadline)
	c.miss(LackEarly, breach == work.TooEarly, string(d.Deadline))
	c.miss(LackLate, breach == work.TooLate, string(d.Deadline))
}

// Blocking keeps of what is missing that with which no plan is adopted or
// issued.
func Blocking(missing []Missing, blocks []Lack) []Missing {
	var out []Missing
	for _, m := range missing {
		for _, b := range blocks {
			if m.Lack == b {
				out = append(out, m)
			}
		}
	}
	return out
}

// Blocks are the lacks that stop a plan in a round whose settings name them; a
// round that says nothing has the default ones.
func Blocks(codes []string) []Lack {
	if codes == nil {
		return DefaultBlocks()
	}
	out := make([]Lack, len(codes))
	for i, c := range codes {
		out[i] = Lack(c)
	}
	return out
}
