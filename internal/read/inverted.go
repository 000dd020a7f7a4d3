package read

// raiseClauses gives 一是 and 第一， at the start of lines an outer level where a
// paper uses them so: between two outer marks they come first, lists by figures
// stand under them, and the next of them goes on after such a list.
func raiseClauses(all []piece) {
	for from := 0; from < len(all); {
		end := from + 1
		for end < len(all) && !parts(all[end]) {
			end++
		}
		if clausesLead(all[from:end]) {
			for i := from; i < end; i++ {
				if m := all[i].mark; m != nil && !all[i].inline && isClause(m) {
					m.level = int(formChineseBracket) + 5
				}
			}
		}
		from = end
	}
}

// parts tells whether a piece begins a passage of an outer form.
func parts(p piece) bool { return p.mark != nil && !p.inline && p.mark.level < int(formDecimal) }

func isClause(m *mark) bool { return m.form == formClause || m.form == formOrdinal }

// clausesLead tells whether the marks at the starts of lines are clauses with
// lists by figures under them.
func clausesLead(stretch []piece) bool {
	first, listed := (*mark)(nil), false
	for _, p := range stretch {
		switch m := p.mark; {
		case m == nil || p.inline || parts(p):
		case first == nil:
			if !isClause(m) || m.number != 1 {
				return false
			}
			first = m
		case m.form == formDecimal || m.form == formDecimalBracket:
			listed = true
		case m.form == first.form && m.number == 2:
			return listed
		}
	}
	return false
}
