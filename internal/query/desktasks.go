package query

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/plan"
	"bihuan/internal/domain/work"
	"bihuan/internal/store"
)

// tasks: what I have to claim, what of mine is overdue or coming due, and what
// I have not reported on this month.
func (b *deskBuilder) tasks(i inspection.Inspection, t org.Target) error {
	if !b.Inside(t) {
		return nil
	}
	ladder, err := b.ladderOf(i.ID)
	if err != nil {
		return err
	}
	issued, err := b.Tx.Count("SELECT COUNT(*) FROM plan_version WHERE inspection_id = ? AND state IN (?, ?)", i.ID, plan.Issued, plan.Claimed)
	if err != nil {
		return err
	}
	reported, err := b.reportedThisMonth(i.ID)
	if err != nil {
		return err
	}
	late, lateArgs := isLate(b.Today)
	soon, soonArgs := isSoon(b.Today, ladder)
	for _, list := range []struct {
		code string
		cond string
		args []any
		show bool
	}{
		{DeskClaim, "claim NOT IN ('claimed', 'refused')", nil, issued > 0 && b.Actor.Has(org.RoleDeptHead)},
		{DeskLate, late, lateArgs, true},
		{DeskSoon, soon, soonArgs, true},
		{DeskReport, "verdict = 'under-way'", nil, issued > 0 && b.Actor.Has(org.RoleOfficer)},
	} {
		if !list.show {
			continue
		}
		measures, err := store.Measures.List(b.Tx, "WHERE inspection_id = ? AND "+list.cond+" ORDER BY deadline, id",
			append([]any{i.ID}, list.args...)...)
		if err != nil {
			return err
		}
		for _, m := range measures {
			if !b.mine(list.code, m) || list.code == DeskReport && reported[m.ID] {
				continue
			}
			b.add(list.code, DeskItem{Title: m.Text, Href: "/problems/" + m.ProblemID + "#measures", Due: b.DueOfMeasure(m, ladder)})
		}
	}
	return nil
}

// mine reports whether a measure presses the caller: the clerks and the head
// on behalf of the organisation, a leader by his portfolio, a department head
// by the department that leads, an officer as the responsible person. Only the
// head of the lead department claims.
func (b *deskBuilder) mine(code string, m work.Measure) bool {
	for _, g := range b.Actor.Grants {
		if g.OrgID != m.OrgID {
			continue
		}
		switch g.Role {
		case org.RoleClerk, org.RoleHead:
			if code == DeskLate || code == DeskSoon && g.Role == org.RoleClerk {
				return true
			}
		case org.RoleLeader:
			if code != DeskClaim && b.Actor.PersonID != "" && m.LeaderID == b.Actor.PersonID {
				return true
			}
		case org.RoleDeptHead:
			if m.LeadDeptID == g.DepartmentID && m.LeadDeptID != "" {
				return true
			}
		case org.RoleOfficer:
			if code != DeskClaim && b.Actor.PersonID != "" && m.OwnerID == b.Actor.PersonID {
				return true
			}
		}
	}
	return false
}

// reportedThisMonth gives the measures with a progress entry this month.
func (b *deskBuilder) reportedThisMonth(inspectionID string) (map[string]bool, error) {
	out := map[string]bool{}
	first := b.Today[:8] + "01"
	err := b.Tx.Each(func(scan func(...any) error) error {
		var id string
		if err := scan(&id); err != nil {
			return err
		}
		out[id] = true
		return nil
	}, "SELECT DISTINCT measure_id FROM progress WHERE inspection_id = ? AND on_day >= ?", inspectionID, first)
	return out, err
}
