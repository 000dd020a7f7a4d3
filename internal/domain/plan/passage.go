package plan

import (
	"strings"

	"bihuan/internal/domain/work"
)

// Passage is the text of one field in a content, where a comment can point.
type Passage struct {
	ProblemID string
	MeasureID string // for a field of a measure
	Field     string // one of CommentFields
}

// Text gives what the content says in the passage; ok is false where it has no
// such field. Without a field it is nothing.
func (c Content) Text(at Passage) (text string, ok bool) {
	for _, p := range c.Problems {
		if p.ID != at.ProblemID {
			continue
		}
		switch at.Field {
		case "cause":
			return p.Cause, true
		case "goal":
			return p.Goal, true
		case "criteria":
			return p.Criteria, true
		case "duty":
			return p.Duty.Words(), true
		case "deadline":
			return p.Duty.Due(), true
		case "measures":
			return p.measureText(at.MeasureID)
		}
	}
	return "", false
}

// measureText is the wording of one measure, or of all where none is named.
func (p Problem) measureText(id string) (string, bool) {
	if id == "" {
		return textsOf(p.Measures), true
	}
	for _, m := range p.Measures {
		if m.ID == id {
			return m.Text, true
		}
	}
	return "", false
}

// Words is who answers, on one line.
func (d Duty) Words() string {
	var out []string
	for _, part := range []string{d.Leader.Name, d.Lead.Name, namesOf(d.Assist), d.Owner.Name} {
		if part != "" {
			out = append(out, part)
		}
	}
	return strings.Join(out, " · ")
}

// Reworded puts the proposed wording into a text: in the place of the quoted
// sentence, or of the whole where nothing is quoted. ok is false where the
// quoted sentence is no longer there.
func Reworded(text, quote, proposed string) (out string, ok bool) {
	if quote == "" {
		return proposed, true
	}
	before, after, found := strings.Cut(text, quote)
	return before + proposed + after, found
}

// Applies reports whether the proposed wording of the comment can be put into
// the records by itself: it is for one text of a problem.
func (c Comment) Applies() bool {
	switch c.Field {
	case "cause", "goal", "criteria":
		return c.Proposed != "" && c.ProblemID != ""
	case "measures":
		return c.Proposed != "" && c.MeasureID != ""
	}
	return false
}

// Target is the field of the records that the comment is about, as it stands.
func (c Comment) Target(p work.Problem, m work.Measure) string {
	switch c.Field {
	case "cause":
		return p.Cause
	case "goal":
		return p.Goal
	case "criteria":
		return p.Criteria.String()
	}
	return m.Text
}
