package incoming

import (
	"slices"

	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
)

// ruleDoubts are doubts that the rules for deadlines raise, not the reading.
var ruleDoubts = []Doubt{DueFixed, DueEarly, DueLate}

func day(text string) workday.Date {
	d, err := workday.ParseDeadline(text)
	if err != nil {
		return ""
	}
	return d.Date
}

// checkDue asks the rules of the product about a deadline that would be set.
func (r *Records) checkDue(row, parent *Row, c *Cell) {
	if c.Field != Due || c.Doubt != "" && !slices.Contains(ruleDoubts, c.Doubt) {
		return
	}
	c.Doubt = ""
	if c.State == Untouched {
		return
	}
	was, first := r.dates(row)
	now := day(c.Value)
	if work.Fixed(was, first, now, r.Issued) {
		c.Doubt, c.Hint = DueFixed, string(was)
		return
	}
	if r.Reason != "" || was == now || parent != nil && parent.shares(now) {
		return
	}
	switch r.Span.Breach(now) {
	case work.TooEarly:
		c.Doubt, c.Hint = DueEarly, string(r.Span.From)
	case work.TooLate:
		c.Doubt, c.Hint = DueLate, string(r.Span.Until)
	}
}

// shares tells whether the row's own deadline is that day: it is asked about
// once.
func (r *Row) shares(d workday.Date) bool {
	c := r.Cell(Due)
	return c != nil && day(c.Value) == d
}

func (r *Records) dates(row *Row) (was, first workday.Date) {
	if row.Kind == MeasureRow {
		m := r.measures[row.RecordID]
		return m.Deadline, m.FirstDeadline
	}
	p, _ := r.Problem(row.RecordID)
	return p.Deadline, p.FirstDeadline
}
