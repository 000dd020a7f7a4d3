package workday

// Move is one deadline before and after a change of its rule, of its base date
// or of the calendar. The due of a code that one side lacks has no rule.
type Move struct {
	Code Code
	Was  Due
	Will Due
}

// Moves compares two resolutions, in the order of the later one; codes that it
// lacks come last.
func Moves(was, will []Due) []Move {
	before := map[Code]Due{}
	for _, d := range was {
		before[d.Rule.Code] = d
	}
	var out []Move
	for _, d := range will {
		out = append(out, Move{Code: d.Rule.Code, Was: before[d.Rule.Code], Will: d})
		delete(before, d.Rule.Code)
	}
	for _, d := range was {
		if _, left := before[d.Rule.Code]; left {
			out = append(out, Move{Code: d.Rule.Code, Was: d})
		}
	}
	return out
}

// Moved tells whether the day changes.
func (m Move) Moved() bool { return m.Was.Date != m.Will.Date }

// BecomesOverdue tells whether the change alone makes the deadline overdue
// today. Whether its work is done already is for others to say.
func (m Move) BecomesOverdue(today Date) bool {
	return !m.Will.Date.IsZero() && Overdue(m.Will.Date, today) && (m.Was.Date.IsZero() || !Overdue(m.Was.Date, today))
}

// Rule is the rule that the move leaves behind; the old one of a code that is
// taken out.
func (m Move) Rule() Rule {
	if m.Will.Rule.Code != "" {
		return m.Will.Rule
	}
	return m.Was.Rule
}
