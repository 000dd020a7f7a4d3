package query

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/plan"
	"bihuan/internal/domain/work"
	"bihuan/internal/store"
)

// tasks: what I have to claim, and what of mine is overdue or coming due.
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
	late, lateArgs := isLate(b.Today)
	soon, soonArgs := isSoon(b.Today, ladder)
	for _, list := range []struct {
		code string
		cond string
		args []any
		show bool
	}{
		{DeskClaim, "claim NOT IN ('claimed', 'refused') AND " + isPlanned, nil, issued > 0 && b.Actor.Has(org.RoleDeptHead)},
		{DeskLate, late, lateArgs, true},
		{DeskSoon, soon, soonArgs, true},
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
			if !b.mine(list.code, m) {
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
			if code == DeskLate || (code == DeskSoon || code == DeskFollow) && g.Role == org.RoleClerk {
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

// dueReports: measures of mine that are to be reported on in the period that
// runs. Two taps from here an entry is made.
func (b *deskBuilder) dueReports(i inspection.Inspection, t org.Target) error {
	if !b.Inside(t) || !b.Actor.Has(org.RoleOfficer) {
		return nil
	}
	g, err := b.periodGrid(i.ID)
	if err != nil || len(g.periods) == 0 {
		return err
	}
	now := g.periods[len(g.periods)-1]
	for _, m := range g.measures {
		if b.mine(DeskReport, m) && now.ReportIn(m, g.entries[m.ProblemID], b.Today) == work.ReportDue {
			b.add(DeskReport, DeskItem{Title: m.Text, Href: "/measures/" + m.ID + "/report", Due: Due{Date: now.Until, Days: b.Today.DaysUntil(now.Until)}})
		}
	}
	return nil
}

// helps: difficulties that name me or my department and wait for an answer.
func (b *deskBuilder) helps(i inspection.Inspection, t org.Target) error {
	if !b.Inside(t) {
		return nil
	}
	list, err := store.ProgressEntries.List(b.Tx, `WHERE inspection_id = ? AND (help_dept_id <> '' OR help_person_id <> '')
		AND id NOT IN (SELECT corrects FROM progress WHERE inspection_id = ?)
		AND id NOT IN (SELECT progress_id FROM progress_comment WHERE inspection_id = ? AND kind = ?) ORDER BY at, id`,
		i.ID, i.ID, i.ID, work.HelpAnswer)
	if err != nil {
		return err
	}
	for _, e := range list {
		if b.Can(org.ProgressHelp, store.HelpTarget(t, e)) {
			b.add(DeskHelp, DeskItem{Title: e.Difficulty, Note: e.AuthorName, Href: "/problems/" + e.ProblemID + "#progress"})
		}
	}
	return nil
}
