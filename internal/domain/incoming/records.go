package incoming

import (
	"strings"

	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
)

// Records are what the rows of an import are compared with: the problems of
// the inspection with what is planned and done, and what earlier imports brought.
type Records struct {
	Problems []Known
	Measures map[string][]work.Measure // by problem
	Reported map[string]string         // squeezed texts of progress entries, by problem or measure, joined
	Bases    map[string]string         // by record and field: see BaseKey
	Span     work.Span                 // in which deadlines lie
	Issued   bool                      // the plan is issued
	Reason   string                    // given for deadlines outside the span
	Today    workday.Date

	places   map[string]int
	measures map[string]work.Measure
	titles   map[string][]int
	pairs    map[[2]rune][]int
}

// Known is a problem with its original wording.
type Known struct {
	work.Problem
	Words string
}

// BaseKey names a field of a record.
func BaseKey(recordID string, f Field) string { return recordID + "/" + string(f) }

// DeclinedField is the base that remembers a measure that a person refused.
func DeclinedField(text string) Field { return "declined:" + Field(plain(text)) }

// Prepare makes the records ready for looking things up.
func (r *Records) Prepare() {
	r.places, r.titles, r.pairs = map[string]int{}, map[string][]int{}, map[[2]rune][]int{}
	r.measures = map[string]work.Measure{}
	for _, list := range r.Measures {
		for _, m := range list {
			r.measures[m.ID] = m
		}
	}
	for i, p := range r.Problems {
		r.places[p.ID] = i
		r.titles[plain(p.Title)] = append(r.titles[plain(p.Title)], i)
		for pair := range pairs(p.Title) {
			r.pairs[pair] = append(r.pairs[pair], i)
		}
	}
}

// Problem gives a problem by its id.
func (r *Records) Problem(id string) (Known, bool) {
	i, ok := r.places[id]
	if !ok {
		return Known{}, false
	}
	return r.Problems[i], true
}

// base gives what the last import brought into a field; nil for nothing.
func (r *Records) base(recordID string, f Field) *string {
	if v, ok := r.Bases[BaseKey(recordID, f)]; ok {
		return &v
	}
	return nil
}

// current gives a field of a record as a cell's value.
func (r *Records) current(row *Row, c Cell) string {
	if c.Field == Progress {
		if c.Value != "" && strings.Contains(r.Reported[row.RecordID], "\n"+Squeezed(c.Value)+"\n") {
			return c.Value
		}
		return ""
	}
	if row.Kind == MeasureRow {
		m, ok := r.measures[row.RecordID]
		if !ok {
			return ""
		}
		return fieldOf(c.Field, work.Problem{LeaderID: m.LeaderID, LeadDeptID: m.LeadDeptID, AssistDepts: m.AssistDepts, OwnerID: m.OwnerID,
			Deadline: m.Deadline, Term: m.Term, LongTerm: m.LongTerm, Verdict: m.Verdict}, m.Text)
	}
	p, _ := r.Problem(row.RecordID)
	return fieldOf(c.Field, p.Problem, "")
}

func fieldOf(f Field, p work.Problem, text string) string {
	switch f {
	case Cause:
		return p.Cause
	case Goal:
		return p.Goal
	case Text:
		return text
	case Leader:
		return p.LeaderID
	case Lead:
		return p.LeadDeptID
	case Assist:
		return strings.Join(p.AssistDepts, ",")
	case Owner:
		return p.OwnerID
	case Due:
		return DueText(p.Deadline, p.Term, p.LongTerm)
	case Verdict:
		if p.Verdict == work.NotStarted {
			return "" // what nobody has reported on yet
		}
		return string(p.Verdict)
	}
	return ""
}

// DueText is a deadline as ParseDeadline reads it back. One that an extension
// moved counts by its day, not by its old words.
func DueText(day workday.Date, term string, long bool) string {
	d, err := workday.ParseDeadline(term)
	if term != "" && err == nil && d.Date == day {
		return term
	}
	text := day.Chinese()
	if long && text != "" {
		return text + "并长期坚持"
	}
	if long {
		return "长期坚持"
	}
	if text == "" {
		return term
	}
	return text
}
