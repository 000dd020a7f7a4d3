package closing

import (
	"time"

	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
)

// SpotOutcome is what a look-back on the spot found.
type SpotOutcome string

// The outcomes.
const (
	SpotReal    SpotOutcome = "real"
	SpotPartly  SpotOutcome = "partly"
	SpotNotDone SpotOutcome = "not-done"
	SpotRelapse SpotOutcome = "relapse" // it was done, and came back
)

// SpotOutcomes lists the outcomes.
func SpotOutcomes() []SpotOutcome {
	return []SpotOutcome{SpotReal, SpotPartly, SpotNotDone, SpotRelapse}
}

// SpotCheck is the finding of a look-back at one signed-off problem: whom and
// what was asked on the spot, and what came of it.
type SpotCheck struct {
	ID           string
	OrgID        string
	InspectionID string
	ProblemID    string
	SampleID     string // empty where it was not drawn
	On           workday.Date
	Outcome      SpotOutcome
	FactOn       workday.Date // of the fact that shows the relapse
	Asked        int          // people asked
	Agreed       int          // of them, who said that it is so
	Amount       int64        // money traced, in 分
	Note         string
	Proof        []string // ids of evidence
	Reopened     bool     // it opened the problem again
	By           string
	Name         string
	At           time.Time
}

// Check notes what is wrong with a finding about a problem signed off on a
// day. A relapse rests on a fact after the sign-off; what is not as it was said
// needs words.
func (s SpotCheck) Check(c *fault.Checks, closed, today workday.Date) {
	workday.Need(c, "on", s.On)
	if s.On > today {
		c.Add("on", "field.future")
	}
	if s.On.Before(closed) {
		c.Add("on", "lookback.before-signoff", closed)
	}
	if s.Reopened && s.Outcome != SpotRelapse && s.On == closed {
		c.Add("on", "lookback.fact-before", closed)
	}
	c.OneOf("outcome", string(s.Outcome), string(SpotReal), string(SpotPartly), string(SpotNotDone), string(SpotRelapse))
	c.Max("note", s.Note, fault.LongText)
	if s.Outcome != SpotReal {
		c.Need("note", s.Note)
	}
	workday.Check(c, "fact_on", s.FactOn)
	switch {
	case s.Outcome != SpotRelapse:
	case s.FactOn == "":
		c.Need("fact_on", "")
	case !s.FactOn.After(closed):
		c.Add("fact_on", "lookback.fact-before", closed)
	case s.FactOn > today:
		c.Add("fact_on", "field.future")
	}
	if s.Asked < 0 || s.Agreed < 0 || s.Agreed > s.Asked {
		c.Add("agreed", "lookback.agreed", s.Asked)
	}
}
