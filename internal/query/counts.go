package query

import (
	"slices"

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
	// Of what was signed off and must be kept up, on the day itself: how many are
	// followed up, and of how many a follow-up was missed.
	Followed     int
	FollowMissed int
}

// Done is the number of problems done; basically done does not count.
func (c Counts) Done() int { return c.ByVerdict[work.Done] }

// The conditions behind the counts and behind the lists' filters, over the
// tables problem and measure, whose columns bear the same names. Each has its
// arguments beside it.
const (
	isClosed   = "(closed_on <> '')"
	isLongTerm = "(long_term = 1)"
	isOpen     = "(verdict NOT IN ('done', 'basically-done'))"
	// isPlanned is a measure of the plan, and neither of a cycle that a reopening
	// began nor from a life meeting: work.Measure.Planned.
	isPlanned = "(cycle = 0 AND origin = '')"
	// inCycle is a measure of the cycle that its problem is in.
	inCycle = "(cycle = (SELECT p.cycle FROM problem p WHERE p.id = measure.problem_id))"
)

// lacking is a problem in whose plan something is missing: see Lacks.
func lacking(code string) (string, []any) {
	switch code {
	case "unassigned":
		return isUnassigned(), nil
	case "cause", "goal":
		return "(" + code + " = '')", nil
	}
	return `(NOT EXISTS (SELECT 1 FROM measure m WHERE m.problem_id = problem.id AND m.kind = ?)
		AND NOT EXISTS (SELECT 1 FROM measure_link l JOIN measure m ON m.id = l.measure_id WHERE l.problem_id = problem.id AND m.kind = ?))`, []any{code, code}
}

func isVerdict(verdict work.Verdict, today workday.Date) (string, []any) {
	if verdict == work.NotDone {
		return isLate(today)
	}
	late, args := isLate(today)
	return "(verdict = ? AND NOT " + late + ")", append([]any{verdict}, args...)
}

func isLate(today workday.Date) (string, []any) {
	return "(" + isOpen + " AND deadline <> '' AND deadline < ?)", []any{today}
}

// isFollowed is what is followed up after its sign-off.
const isFollowed = "(follow_due <> '')"

// isFollowMissed is what is followed up and was not answered in time.
func isFollowMissed(today workday.Date) (string, []any) {
	return "(" + isFollowed + " AND follow_due < ?)", []any{today}
}

// isSoon is what is open and has reached the ladder's first step, without
// being late.
func isSoon(today workday.Date, ladder workday.Ladder) (string, []any) {
	days := 0
	if len(ladder) > 0 {
		days = ladder[0].DaysBefore
	}
	return "(" + isOpen + " AND deadline >= ? AND deadline <= ?)", []any{today, today.AddDays(days)}
}

func isUnassigned() string {
	return "(leader_id = '' OR lead_dept_id = '' OR owner_id = '' OR (deadline = '' AND term = ''))"
}

// CountProblems counts the problems of one inspection. The caller must have
// asked whether the inspection may be seen.
func (v *View) CountProblems(inspectionID string) (Counts, error) {
	aspects, err := v.countBy("aspect_id", inspectionID)
	return total(aspects), err
}

// total adds up the parts of a cut.
func total(parts map[string]Counts) Counts {
	sum := Counts{ByVerdict: map[work.Verdict]int{}}
	for _, c := range parts {
		sum = sum.Plus(c)
	}
	return sum
}

// countBy counts the problems of an inspection for each value of a column of
// the table problem. What it gives is shared and must not be changed.
func (v *View) countBy(column, inspectionID string) (map[string]Counts, error) {
	return v.countIn("problem", column, inspectionID)
}

// countIn is countBy for the table problem or measure. A measure is not signed
// off: its problem is.
func (v *View) countIn(table, column, inspectionID string) (map[string]Counts, error) {
	return keeping(v, inspectionID, table+"."+column, func(parts map[string]Counts) int { return total(parts).Total },
		func() (map[string]Counts, error) { return v.recount(table, column, inspectionID) })
}

// recount is countIn without memory.
func (v *View) recount(table, column, inspectionID string) (map[string]Counts, error) {
	missed, missedArgs := isFollowMissed(v.Today)
	closed, follow := sum(isClosed), sum(isFollowed)+", "+sum(missed)
	if table != "problem" {
		closed, follow, missedArgs = "0", "0, 0", nil
	}
	ladder, err := v.ladderOf(inspectionID)
	if err != nil {
		return nil, err
	}
	late, lateArgs := isLate(v.Today)
	soon, soonArgs := isSoon(v.Today, ladder)
	q := `SELECT ` + column + `, verdict, ` + sum(late) + `, ` + sum(soon) + `, ` + closed + `, ` + sum(isLongTerm) + `, ` +
		sum(isUnassigned()) + `, ` + follow + `, COUNT(*) FROM ` + table + ` WHERE inspection_id = ? GROUP BY ` + column + `, verdict`
	out := map[string]Counts{}
	err = v.Tx.Each(func(scan func(...any) error) error {
		var key string
		var verdict work.Verdict
		one := Counts{ByVerdict: map[work.Verdict]int{}}
		if err := scan(&key, &verdict, &one.Late, &one.DueSoon, &one.Closed, &one.LongTerm, &one.Unassigned, &one.Followed, &one.FollowMissed, &one.Total); err != nil {
			return err
		}
		one.ByVerdict[verdict] = one.Total - one.Late
		one.ByVerdict[work.NotDone] += one.Late
		out[key] = out[key].Plus(one)
		return nil
	}, q, slices.Concat(lateArgs, soonArgs, missedArgs, []any{inspectionID})...)
	return out, err
}

// sum counts the rows for which a condition holds.
func sum(condition string) string { return "SUM(CASE WHEN " + condition + " THEN 1 ELSE 0 END)" }

// Plus adds up the counts of several inspections.
func (c Counts) Plus(o Counts) Counts {
	sum := Counts{Total: c.Total + o.Total, Closed: c.Closed + o.Closed, LongTerm: c.LongTerm + o.LongTerm, Late: c.Late + o.Late,
		DueSoon: c.DueSoon + o.DueSoon, Unassigned: c.Unassigned + o.Unassigned,
		Followed: c.Followed + o.Followed, FollowMissed: c.FollowMissed + o.FollowMissed, ByVerdict: map[work.Verdict]int{}}
	for _, v := range work.Verdicts() {
		sum.ByVerdict[v] = c.ByVerdict[v] + o.ByVerdict[v]
	}
	return sum
}
