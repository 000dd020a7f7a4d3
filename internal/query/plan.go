package query

import (
	"slices"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/plan"
	"bihuan/internal/domain/workday"
	"bihuan/internal/store"
)

// PlanPage is the versions of the plan of an inspection, newest first.
type PlanPage struct {
	InspectionID string
	Proposed     string // title, until a version has one
	Versions     []plan.Version
	Gaps         []PlanGap   // what the plan still lacks
	Due          workday.Due // when the plan is due for review
	CanDraft     bool
}

// PlanGap is how many problems lack something; Code is the value of
// WorkFilter.Lacks that opens them.
type PlanGap struct {
	Code  string
	Count int
}

// Plan lists the versions of the plan, to those who see detail.
func Plan(v *View, inspectionID string) (PlanPage, error) {
	i, t, err := v.Inspection(inspectionID, org.SeeDetail)
	if err != nil {
		return PlanPage{}, err
	}
	out := PlanPage{InspectionID: i.ID, CanDraft: v.Can(org.PlanDraft, t)}
	if out.Versions, err = store.PlanVersions.List(v.Tx, "WHERE inspection_id = ? ORDER BY number DESC", i.ID); err != nil {
		return out, err
	}
	if !v.Inside(t) {
		out.Versions = shared(out.Versions)
	}
	if out.Proposed, err = v.planTitle(i, out.Versions); err != nil {
		return out, err
	}
	round, err := v.round(i.RoundID)
	if err != nil {
		return out, err
	}
	out.Due = v.deadlines(i, round)[workday.Plan]
	out.Gaps, err = v.planGaps(i.ID)
	return out, err
}

// shared keeps the versions that were sent outside.
func shared(all []plan.Version) []plan.Version {
	var out []plan.Version
	for _, v := range all {
		if v.SharedOn != "" {
			out = append(out, v)
		}
	}
	return out
}

// planTitle is the title of the newest version, or the usual one.
func (v *View) planTitle(i inspection.Inspection, versions []plan.Version) (string, error) {
	if len(versions) > 0 {
		return versions[0].Title, nil
	}
	o, err := store.Organisations.Get(v.Tx, i.OrgID)
	if err != nil {
		return "", err
	}
	team, err := store.Teams.Get(v.Tx, i.TeamID)
	return o.PartyName + "关于贯彻落实" + team.Name + "反馈意见的整改方案", err
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
