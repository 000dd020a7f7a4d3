package example

import "bihuan/internal/domain/workday"

// Feedback is the feedback paper and what happened at the feedback meeting.
type Feedback struct {
	Title           string          `yaml:"title"`
	Notice          Notice          `yaml:"notice"`
	Meeting         FeedbackMeeting `yaml:"meeting"`
	Statement       Statement       `yaml:"statement"`
	Date            workday.Date    `yaml:"date"` // under the paper
	Signature       string          `yaml:"signature"`
	Addressee       string          `yaml:"addressee"`
	Marks           Marks           `yaml:"marks"`
	Stated          []Total         `yaml:"stated"`
	Introduction    []string        `yaml:"introduction"`
	Assessment      []string        `yaml:"assessment"`
	ProblemsLead    string          `yaml:"problemsLead"`
	Aspects         []Aspect        `yaml:"aspects"`
	AdviceLead      string          `yaml:"adviceLead,omitempty"`
	Recommendations []Paragraph     `yaml:"recommendations"`
	Closing         []string        `yaml:"closing"`
	Immediate       []Immediate     `yaml:"immediate,omitempty"`
	Referrals       Referrals       `yaml:"referrals,omitempty"`
}

// Notice is the numbered paper by which the feedback was handed over.
type Notice struct {
	Title  string       `yaml:"title"`
	Number string       `yaml:"number"`
	On     workday.Date `yaml:"date"`
}

// FeedbackMeeting is the meeting whose day is D0.
type FeedbackMeeting struct {
	On       workday.Date `yaml:"date"`
	Place    string       `yaml:"place"`
	Chair    string       `yaml:"chair"`
	Attended string       `yaml:"attended"`
}

// Statement is what the head said at the feedback meeting.
type Statement struct {
	By     string   `yaml:"by"`
	Points []string `yaml:"points"`
}

// Marks are the heading marks of the paper: a pattern per level with one
// specimen numeral, such as （一）, 1. or 第一，; empty where the level is absent.
type Marks struct {
	Aspect  string `yaml:"aspect"`
	Item    string `yaml:"item"`
	Problem string `yaml:"problem"`
	Advice  string `yaml:"advice"`
	// Inline puts the problems of an item into one paragraph (一是…；二是…).
	Inline bool `yaml:"inline,omitempty"`
}

// Total is a number that the paper states, with its unit.
type Total struct {
	Unit  string `yaml:"unit"`
	Count int    `yaml:"count"`
}

// Aspect is the top level of the problems. A paper of one level has a single
// aspect and item without titles.
type Aspect struct {
	Title string `yaml:"title"`
	Items []Item `yaml:"items"`
}

// Item is the middle level.
type Item struct {
	Title    string    `yaml:"title"`
	Problems []Problem `yaml:"problems"`
}

// Problem is one specific problem in its original wording.
type Problem struct {
	Key   string `yaml:"key"` // 1.2.3, its place in the paper
	Title string `yaml:"title"`
	Text  string `yaml:"text"`
}

// Paragraph is a recommendation.
type Paragraph struct {
	Title string `yaml:"title"`
	Text  string `yaml:"text"`
}

// Immediate is a matter handed over during the inspection (立行立改).
type Immediate struct {
	Number    string       `yaml:"number"`
	Text      string       `yaml:"text"`
	Demand    string       `yaml:"demand"`
	Issued    workday.Date `yaml:"issued"`
	Due       workday.Date `yaml:"due"`
	Reply     string       `yaml:"reply"`
	RepliedOn workday.Date `yaml:"repliedOn"`
	Accepted  bool         `yaml:"accepted"`
}

// Referrals are the clues handed over, in numbers only.
type Referrals struct {
	Received int          `yaml:"received"`
	Handled  int          `yaml:"handled"`
	Until    workday.Date `yaml:"until,omitempty"`
}

// Problems gives all problems in the order of the paper.
func (f Feedback) Problems() []Problem {
	var out []Problem
	for _, a := range f.Aspects {
		for _, i := range a.Items {
			out = append(out, i.Problems...)
		}
	}
	return out
}
