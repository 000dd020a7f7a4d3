package store

import (
	"slices"

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
	wording, err := wordingOf(tx, p)
	return work.Sums(wording, measures, entries, reasons), err
}

// NamedMoneyOf is the amount that a problem's original wording names, in 分.
func NamedMoneyOf(tx *Tx, p work.Problem) (int64, error) {
	wording, err := wordingOf(tx, p)
	return work.NamedMoney(wording), err
}

func wordingOf(tx *Tx, p work.Problem) (string, error) {
	node, err := Nodes.Get(tx, p.ID)
	if fault.Is(err, fault.NotFound) {
		return p.Title, nil
	}
	return node.Title + node.Text, err
}

// ExtensionRulesOf gives what the round of an inspection sets for extensions.
func ExtensionRulesOf(tx *Tx, inspectionID string) (work.ExtensionRules, error) {
	i, err := Inspections.Get(tx, inspectionID)
	if err != nil {
		return work.ExtensionRules{}, err
	}
	round, err := Rounds.Get(tx, i.RoundID)
	return round.Settings.Extensions.OrDefault(), err
}

// EvidenceOf gives the files that stand as evidence of a problem: its own, and
// those of other problems that prove it too.
func EvidenceOf(tx *Tx, problemID string) ([]work.Evidence, error) {
	all, err := AllEvidenceOf(tx, problemID)
	return slices.DeleteFunc(all, func(e work.Evidence) bool { return !e.Stands() }), err
}

// AllEvidenceOf is EvidenceOf with the files that stand no more.
func AllEvidenceOf(tx *Tx, problemID string) ([]work.Evidence, error) {
	return Evidences.List(tx, `WHERE problem_id = ? OR id IN (SELECT evidence_id FROM evidence_link WHERE problem_id = ?)
		ORDER BY at, id`, problemID, problemID)
}

// EvidenceTarget says where a file lies: it counts as submitted once one of
// the problems that it proves was applied for at the inspection office.
func EvidenceTarget(tx *Tx, e work.Evidence) (org.Target, error) {
	_, t, err := ProblemTarget(tx, e.ProblemID)
	if err != nil {
		return t, err
	}
	n, err := tx.Count(`SELECT COUNT(*) FROM problem WHERE submitted_on <> '' AND
		(id = ? OR id IN (SELECT problem_id FROM evidence_link WHERE evidence_id = ?))`, e.ProblemID, e.ID)
	t.Kind, t.ID, t.Submitted = Evidences.Name(), e.ID, t.Submitted && n > 0
	t.Issued = t.Submitted
	return t, err
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
