package store

import (
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
)

// PeriodsOf gives the periods of an inspection in which measures are reported
// on: from the issue of the plan, in the rhythm of the round.
func PeriodsOf(tx *Tx, inspectionID string, today workday.Date, c *workday.Calendar) ([]work.Period, error) {
	i, err := Inspections.Get(tx, inspectionID)
	if err != nil {
		return nil, err
	}
	round, err := Rounds.Get(tx, i.RoundID)
	if err != nil {
		return nil, err
	}
	var begin workday.Date
	err = tx.QueryRow("SELECT COALESCE(MIN(issued_on), '') FROM plan_version WHERE inspection_id = ? AND issued_on <> ''", inspectionID).Scan(&begin)
	if err != nil {
		return nil, err
	}
	for _, r := range round.Settings.Deadlines {
		if r.Code == workday.Progress {
			return work.Periods(r.Offset, begin, today, c), nil
		}
	}
	return nil, nil
}

// SumsOf holds the figures reported on a problem, those on measures that it
// shares among them, against what was wanted.
func SumsOf(tx *Tx, p work.Problem) ([]work.Sum, error) {
	measures, err := MeasuresOf(tx, p.ID)
	if err != nil {
		return nil, err
	}
	entries, err := ProgressEntries.List(tx, `WHERE problem_id = ? OR measure_id IN
		(SELECT measure_id FROM measure_link WHERE problem_id = ?) ORDER BY at, id`, p.ID, p.ID)
	if err != nil {
		return nil, err
	}
	reasons, err := SumReasons.List(tx, "WHERE problem_id = ? ORDER BY at, id", p.ID)
	if err != nil {
		return nil, err
	}
	node, err := Nodes.Get(tx, p.ID)
	if err != nil && !fault.Is(err, fault.NotFound) {
		return nil, err
	}
	return work.Sums(node.Title+node.Text, measures, entries, reasons), nil
}

// EvidenceOf gives the files that stand as evidence of a problem.
func EvidenceOf(tx *Tx, problemID string) ([]work.Evidence, error) {
	return Evidences.List(tx, "WHERE problem_id = ? AND withdrawn = '' ORDER BY at, id", problemID)
}

// HelpTarget is the target of an entry for those who must help: the department
// and the person that it names, and nobody else.
func HelpTarget(t org.Target, e work.Progress) org.Target {
	t.LeaderID, t.Departments = e.HelpPersonID, nil
	if e.HelpDeptID != "" {
		t.Departments = []string{e.HelpDeptID}
	}
	return t
}
