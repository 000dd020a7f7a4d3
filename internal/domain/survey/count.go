package survey

import (
	"time"

	"bihuan/internal/fault"
)

// Tally is how often each choice of each question was ticked.
type Tally map[string]map[string]int

// Add counts one tick, or several.
func (t Tally) Add(question, choice string, n int) {
	if t[question] == nil {
		t[question] = map[string]int{}
	}
	t[question][choice] += n
}

// Of is how many ticked one of the question's choices.
func (t Tally) Of(q Question) int {
	sum := 0
	for _, c := range q.Choices {
		sum += t[q.Key][c.Key]
	}
	return sum
}

// Satisfied is how many ticked one of the choices that count as satisfied.
func (t Tally) Satisfied(q Question) int {
	sum := 0
	for _, c := range q.Choices {
		if c.Satisfied {
			sum += t[q.Key][c.Key]
		}
	}
	return sum
}

// Count is one person's count of a box of paper ballots.
type Count struct {
	Issued   int   `json:"issued"`
	Returned int   `json:"returned"`
	Invalid  int   `json:"invalid"`
	Blank    int   `json:"blank"`
	Tally    Tally `json:"tally"`
}

// Valid is the ballots that say something.
func (c Count) Valid() int { return c.Returned - c.Invalid - c.Blank }

// Check notes what does not add up: returned within issued, invalid and blank
// within returned, and no question with more ticks than valid ballots.
func (c Count) Check(checks *fault.Checks, s Survey) {
	if c.Issued < 0 || c.Returned < 0 || c.Invalid < 0 || c.Blank < 0 {
		checks.Add("returned", "survey.count.negative")
	}
	if c.Returned > c.Issued {
		checks.Add("returned", "survey.count.returned", c.Issued)
	}
	if c.Valid() < 0 {
		checks.Add("invalid", "survey.count.invalid", c.Returned)
	}
	for n, q := range s.Questions {
		for _, o := range q.Choices {
			if c.Tally[q.Key][o.Key] < 0 {
				checks.Add("ticks", "survey.count.negative")
			}
		}
		if ticks := c.Tally.Of(q); ticks > c.Valid() {
			checks.Add("ticks", "survey.count.ticks", n+1, ticks, c.Valid())
		}
	}
}

// Same reports whether two people counted the same.
func (c Count) Same(o Count, s Survey) bool {
	if c.Issued != o.Issued || c.Returned != o.Returned || c.Invalid != o.Invalid || c.Blank != o.Blank {
		return false
	}
	for _, q := range s.Questions {
		for _, x := range q.Choices {
			if c.Tally[q.Key][x.Key] != o.Tally[q.Key][x.Key] {
				return false
			}
		}
	}
	return true
}

// BoxState is how far a box of paper ballots is counted.
type BoxState string

// The states.
const (
	CountedOnce BoxState = "once"    // the second count is due
	Differs     BoxState = "differs" // both have to count anew
	Agreed      BoxState = "agreed"
)

// Box is paper ballots that two people count, each by himself.
type Box struct {
	ID           string
	OrgID        string
	InspectionID string
	SurveyID     string
	Number       int
	Label        string // where it was collected
	State        BoxState
	First        Count
	FirstBy      string
	FirstName    string
	Second       Count
	SecondBy     string
	SecondName   string
	At           time.Time
	Version      int
}
