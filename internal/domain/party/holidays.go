package party

import "bihuan/internal/domain/workday"

// around is how many days before and after a holiday a check belongs to it.
const aroundHoliday = 10

// Proposal is a discipline check that a statutory holiday suggests.
type Proposal struct {
	Holiday string
	From    workday.Date
	Until   workday.Date
	Begins  workday.Date // the last working day before the holiday
	Ends    workday.Date // the first working day after it
}

// Title is how the check is called.
func (p Proposal) Title() string { return p.Holiday + "前后纪律检查" }

// ProposeChecks gives the holidays between two days for which no discipline
// check is recorded near them.
func ProposeChecks(c *workday.Calendar, from, until workday.Date, done []LinkedWork) []Proposal {
	var out []Proposal
	for _, n := range c.Notices() {
		for _, h := range n.Holidays {
			if h.From < from || h.From > until || checked(h, done) {
				continue
			}
			out = append(out, Proposal{Holiday: h.Name, From: h.From, Until: h.To, Begins: step(c, h.From, -1), Ends: step(c, h.To, 1)})
		}
	}
	return out
}

// checked reports whether a discipline check was made around a holiday.
func checked(h workday.Holiday, done []LinkedWork) bool {
	for _, l := range done {
		end := max(l.On, l.Until)
		if l.Kind == LinkedDiscipline && end >= h.From.AddDays(-aroundHoliday) && l.On <= h.To.AddDays(aroundHoliday) {
			return true
		}
	}
	return false
}

// step gives the nearest working day before or after a day.
func step(c *workday.Calendar, d workday.Date, by int) workday.Date {
	for range 30 {
		if d = d.AddDays(by); c.IsWorkday(d) {
			break
		}
	}
	return d
}
