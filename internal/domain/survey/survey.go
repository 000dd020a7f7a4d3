// Package survey holds the satisfaction survey (满意度测评): its questions, its
// one-time codes, ballots on screen and on paper, and the result. Nothing in it
// ties an answer to a code, and so to a person.
package survey

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
)

// Choice is one answer that can be ticked.
type Choice struct {
	Key       string `json:"key"`
	Text      string `json:"text"`
	Satisfied bool   `json:"satisfied,omitempty"` // counts as satisfied
}

// Question is one question with its choices. There is no free text: the words
// of an answer tell who wrote them.
type Question struct {
	Key     string   `json:"key"`
	Text    string   `json:"text"`
	Choices []Choice `json:"choices"`
}

// State is how far a survey is.
type State string

// The states.
const (
	Draft  State = "draft"
	Opened State = "open"
	Closed State = "closed"
)

// Survey is one survey about one organisation's rectification.
type Survey struct {
	ID           string
	OrgID        string
	InspectionID string
	RoundID      string
	Title        string
	Audience     string // who is asked
	Questions    []Question
	Least        int // with fewer valid ballots nothing is shown but how many there were
	State        State
	OpensOn      workday.Date
	ClosesOn     workday.Date
	ClosedOn     workday.Date
	By           string
	Name         string
	At           time.Time
	Version      int
}

// Batch is codes issued together, to be handed to one group of people.
type Batch struct {
	ID         string
	OrgID      string
	SurveyID   string
	Number     int
	Receiver   string // 机关干部, 服务对象 …
	Size       int
	Voided     int // codes that were taken back unused
	VoidReason string
	By         string
	Name       string
	At         time.Time
	Version    int
}

// Most of a survey.
const (
	mostQuestions = 30
	mostChoices   = 8
	leastLeast    = 5
	mostLeast     = 100
	MostCodes     = 2000 // of one batch
)

// UsualLeast is below how many ballots nothing is shown.
const UsualLeast = 10

//go:embed questions.json
var shipped []byte

// Shipped gives the shipped questions, to begin from.
func Shipped() ([]Question, error) {
	var out []Question
	if err := json.Unmarshal(shipped, &out); err != nil {
		return nil, fmt.Errorf("shipped questions: %w", err)
	}
	return out, nil
}

// Check notes what is wrong with a survey, under the names of its form fields.
func (s Survey) Check(c *fault.Checks) {
	c.Text("name", s.Title, fault.ShortText)
	c.Text("audience", s.Audience, fault.ShortText)
	workday.Need(c, "opens_on", s.OpensOn)
	workday.Need(c, "closes_on", s.ClosesOn)
	if s.ClosesOn.Before(s.OpensOn) {
		c.Add("closes_on", "survey.order")
	}
	if s.Least < leastLeast || s.Least > mostLeast {
		c.Add("least", "survey.least.bounds", leastLeast, mostLeast)
	}
	if len(s.Questions) == 0 || len(s.Questions) > mostQuestions {
		c.Add("questions", "survey.questions.count", mostQuestions)
	}
	for n, q := range s.Questions {
		c.Max("questions", q.Text, fault.ShortText)
		if len(q.Choices) < 2 || len(q.Choices) > mostChoices {
			c.Add("questions", "survey.choices.count", n+1, mostChoices)
		}
		if !slices.ContainsFunc(q.Choices, func(o Choice) bool { return o.Satisfied }) {
			c.Add("questions", "survey.choices.satisfied", n+1)
		}
	}
}

// Takes reports whether ballots are taken on a day.
func (s Survey) Takes(day workday.Date) bool {
	return s.State == Opened && !day.Before(s.OpensOn) && !s.ClosesOn.Before(day)
}

// Question gives a question by its key.
func (s Survey) Question(key string) (Question, bool) {
	n := slices.IndexFunc(s.Questions, func(q Question) bool { return q.Key == key })
	if n < 0 {
		return Question{}, false
	}
	return s.Questions[n], true
}

// Has reports whether the question has the choice.
func (q Question) Has(choice string) bool {
	return slices.ContainsFunc(q.Choices, func(o Choice) bool { return o.Key == choice })
}
