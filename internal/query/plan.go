package query

import (
	"slices"

	"bihuan/internal/domain/org"
	"bihuan/internal/domain/plan"
	"bihuan/internal/domain/workday"
	"bihuan/internal/store"
)

// PlanPage is the versions of the plan of an inspection, newest first.
type PlanPage struct {
	InspectionID string
	Title        string // of the plan; one fact
	Versions     []plan.Version
	Gaps         []PlanGap   // what the records still lack, for those inside
	Due          workday.Due // when the plan is due for review
	CanDraft     bool
	Latest       plan.File // the newest version that the caller sees; none before the first
	SeesRecords  bool
	MayTable     bool // take out the table of comments
	MayName      bool // change the title: until the issue
	// InspectionVersion is the version of the record that holds the title.
	InspectionVersion int
}

// PlanGap is how many problems lack something; Code is the value of
// WorkFilter.Lacks that opens them.
type PlanGap struct {
	Code  string
	Count int
}

// Plan lists the versions of the plan, to those who see it: from outside, what was sent there.
func Plan(v *View, inspectionID string) (PlanPage, error) {
	i, t, err := v.Inspection(inspectionID, org.SeePlan)
	if err != nil {
		return PlanPage{}, err
	}
	out := PlanPage{InspectionID: i.ID, CanDraft: v.Can(org.PlanDraft, t), MayTable: v.Can(org.PlanTable, t), InspectionVersion: i.Version}
	if out.Versions, err = v.seenVersions(i.ID, t); err != nil {
		return out, err
	}
	out.SeesRecords = v.Inside(t)
	if len(out.Versions) > 0 {
		if out.Latest, err = store.PlanFile(v.Tx, out.Versions[0].ID); err != nil {
			return out, err
		}
	}
	if out.Title, err = store.PlanTitle(v.Tx, i.ID); err != nil {
		return out, err
	}
	issued, err := v.planIssued(i.ID)
	if err != nil {
		return out, err
	}
	out.MayName = out.CanDraft && !issued
	round, err := v.round(i.RoundID)
	if err != nil {
		return out, err
	}
	out.Due = v.deadlines(i, round)[workday.Plan]
	if out.SeesRecords {
		out.Gaps, err = v.planGaps(i.ID)
	}
	return out, err
}

// seenVersions lists the versions that the caller may see, newest first.
func (v *View) seenVersions(inspectionID string, t org.Target) ([]plan.Version, error) {
	all, err := store.PlanVersions.List(v.Tx, "WHERE inspection_id = ? ORDER BY number DESC", inspectionID)
	if err != nil || v.Inside(t) {
		return all, err
	}
	var out []plan.Version
	for _, version := range all {
		seen, err := store.PlanSeen(v.Tx, version, v.Actor)
		if err != nil {
			return nil, err
		}
		if seen {
			out = append(out, version)
		}
	}
	return out, nil
}

// planGaps counts the problems that lack something which a plan wants, by the
// filter of the problem list that shows them.
func (v *View) planGaps(inspectionID string) ([]PlanGap, error) {
	var gaps []PlanGap
	var args []any
	q := "SELECT COUNT(*)"
	for _, code := range Lacks() {
		condition, arg := lacking(code)
		gaps, args = append(gaps, PlanGap{Code: code}), append(args, arg...)
		q += ", COALESCE(" + sum(condition) + ", 0)"
	}
	err := v.Tx.Each(func(scan func(...any) error) error {
		to := []any{new(int)}
		for n := range gaps {
			to = append(to, &gaps[n].Count)
		}
		return scan(to...)
	}, q+" FROM problem WHERE inspection_id = ?", append(args, inspectionID)...)
	return slices.DeleteFunc(gaps, func(g PlanGap) bool { return g.Count == 0 }), err
}
