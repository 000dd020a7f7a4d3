package query

import (
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
)

// Counts is how many problems of an inspection stand how. It is the one
// definition of these numbers: pages, papers and exports all use it, and the
// list's filters use the same conditions.
type Counts struct {
	Total      int
	ByVerdict  map[work.Verdict]int // as shown on the day: see work.Effective
	Closed     int                  // signed off
	LongTerm   int
	Late       int // past the deadline, neither done nor basically done
	DueSoon    int // open and due within the warning ladder's first step
	Unassigned int // without leader, department, person or deadline
}

// Done is the number of problems done; basically done does not count.
func (c Counts) Done() int { return c.ByVerdict[work.Done] }

// The conditions behind the counts and behind the lists' filters, over the
// tables problem and measure, whose columns bear the same names. Each has its
// arguments beside it.
const (
	isClosed   = "(closed_on <> '')"
	isLongTerm = "(long_term = 1)"
)

func isVerdict(verdict work.Verdict, today workday.Date) (string, []any) {
	if verdict == work.NotDone {
		return isLate(today)
	}
	late, args := isLate(today)
	return "(verdict = ? AND NOT " + late + ")", append([]any{verdict}, args...)
}

func isLate(today workday.Date) (string, []any) {
	return "(verdict NOT IN ('done', 'basically-done') AND deadline <> '' AND deadline < ?)", []any{today}
}

// isSoon is what is open and has reached the ladder's first step, without
// being late.
func isSoon(today workday.Date, ladder workday.Ladder) (string, []any) {
	days := 0
	if len(ladder) > 0 {
		days = ladder[0].DaysBefore
	}
	return "(verdict NOT IN ('done', 'basically-done') AND deadline >= ? AND deadline <= ?)",
		[]any{today, today.AddDays(days)}
}

func isUnassigned() string {
	return "(leader_id = '' OR lead_dept_id = '' OR owner_id = '' OR (deadline = '' AND term = ''))"
}

// CountProblems counts the problems of one inspection. The caller must have
// asked whether the inspection may be seen.
func (v *View) CountProblems(inspectionID string) (Counts, error) {
	c := Counts{ByVerdict: map[work.Verdict]int{}}
	late, lateArgs := isLate(v.Today)
	ladder, err := v.ladderOf(inspectionID)
	if err != nil {
		return c, err
	}
	soon, soonArgs := isSoon(v.Today, ladder)
	q := `SELECT verdict, ` + sum(late) + `, ` + sum(soon) + `, ` + sum(isClosed) + `, ` + sum(isLongTerm) + `, ` +
		sum(isUnassigned()) + `, COUNT(*) FROM problem WHERE inspection_id = ? GROUP BY verdict`
	args := append(append(append([]any{}, lateArgs...), soonArgs...), inspectionID)
	err = v.Tx.Each(func(scan func(...any) error) error {
		var verdict work.Verdict
		var lateN, soonN, closed, long, unassigned, n int
		if err := scan(&verdict, &lateN, &soonN, &closed, &long, &unassigned, &n); err != nil {
			return err
		}
		c.ByVerdict[verdict] += n - lateN
		c.ByVerdict[work.NotDone] += lateN
		c.Total, c.Late, c.DueSoon = c.Total+n, c.Late+lateN, c.DueSoon+soonN
		c.Closed, c.LongTerm, c.Unassigned = c.Closed+closed, c.LongTerm+long, c.Unassigned+unassigned
		return nil
	}, q, args...)
	return c, err
}

// sum counts the rows for which a condition holds.
func sum(condition string) string { return "SUM(CASE WHEN " + condition + " THEN 1 ELSE 0 END)" }

// plus adds up the counts of several inspections.
func (c Counts) plus(o Counts) Counts {
	sum := Counts{Total: c.Total + o.Total, Closed: c.Closed + o.Closed, LongTerm: c.LongTerm + o.LongTerm, Late: c.Late + o.Late,
		DueSoon: c.DueSoon + o.DueSoon, Unassigned: c.Unassigned + o.Unassigned, ByVerdict: map[work.Verdict]int{}}
	for _, v := range work.Verdicts() {
		sum.ByVerdict[v] = c.ByVerdict[v] + o.ByVerdict[v]
	}
	return sum
}
