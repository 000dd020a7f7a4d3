package incoming

import "slices"

// planned are the fields that an issued plan fixes; a deadline has a rule of
// its own. Who does the work, progress and verdict stay free.
var planned = []Field{Cause, Goal, Text, Leader, Lead, Assist}

// checkIssued notes a change of what the issued plan says.
func (r *Records) checkIssued(row *Row, c *Cell) {
	if c.Doubt == PlanIssued {
		c.Doubt = ""
	}
	if r.Issued && slices.Contains(planned, c.Field) && c.Doubt == "" && c.State != Untouched && row.RecordID != "" {
		c.Doubt, c.Hint, c.Options = PlanIssued, c.Text, nil
	}
}

// checkNew notes a measure that the issued plan does not have.
func (r *Records) checkNew(row *Row) {
	c := row.Cell(Record)
	if c == nil || row.Kind != MeasureRow || row.ProblemID == "" {
		return
	}
	if c.Doubt == PlanIssued {
		c.Doubt = ""
	}
	if r.Issued && c.Doubt == "" && row.RecordID == "" {
		c.Doubt, c.Hint = PlanIssued, row.Label
	}
}
