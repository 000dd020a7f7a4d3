package party

import (
	"encoding/json"
	"fmt"

	"bihuan/internal/fault"
)

// Topic is one item of a meeting's agenda (议题) with its outcome.
type Topic struct {
	Title    string
	Outcome  string   `json:",omitempty"` // what the meeting came to
	Problems []string `json:",omitempty"` // ids of the problems that it is about
	Plan     string   `json:",omitempty"` // plan version that it treats
	Report   string   `json:",omitempty"` // report that it treats
}

// UnmarshalJSON reads a topic, and what was kept of one before it had an
// outcome: its title alone.
func (t *Topic) UnmarshalJSON(text []byte) error {
	var title string
	if json.Unmarshal(text, &title) == nil {
		*t = Topic{Title: title}
		return nil
	}
	type plain Topic
	return json.Unmarshal(text, (*plain)(t))
}

// Blank reports whether nothing was written.
func (t Topic) Blank() bool {
	return t.Title == "" && t.Outcome == "" && len(t.Problems) == 0 && t.Plan == "" && t.Report == ""
}

// Agenda gives the titles of the topics in their order.
func (m Meeting) Agenda() []string {
	var out []string
	for _, t := range m.Topics {
		out = append(out, t.Title)
	}
	return out
}

// CheckTopics notes what is wrong with the agenda as it was typed: each item
// has a title, and a meeting that is still to come has come to nothing yet.
func (m Meeting) CheckTopics(c *fault.Checks, typed []Topic, held bool) {
	for i, t := range typed {
		if t.Blank() {
			continue
		}
		row := func(part string) string { return fmt.Sprintf("topics[%d].%s", i, part) }
		c.Text(row("title"), t.Title, fault.ShortText)
		c.Max(row("outcome"), t.Outcome, fault.LongText)
		if !held && t.Outcome != "" {
			c.Add(row("outcome"), "party.meeting.not-held")
		}
	}
}
