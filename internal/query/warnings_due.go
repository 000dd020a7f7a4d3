package query

import (
	"bihuan/internal/domain/closing"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/warning"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
)

// dueRow is what a deadline's warning needs to know of its problem or measure.
type dueRow struct {
	id, problem, number, title string
	due                        workday.Date
	subject                    warning.Subject
}

// dueRows gives the deadlines of an inspection of which the actor is warned
// today: problems first, and of measures those whose problem he is not warned
// of at least as urgently.
func (g *warner) dueRows(i inspection.Inspection, ladder workday.Ladder) ([]WarningRow, error) {
	handed, err := g.handedIn(i.ID)
	if err != nil {
		return nil, err
	}
	var out []WarningRow
	warned := map[string]int{} // step by problem
	for _, kind := range []warning.Kind{warning.Problem, warning.Measure} {
		rows, err := g.nearing(kind, i, ladder)
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			r.subject.OrgID, r.subject.Inner, r.subject.HandedIn = i.OrgID, kind == warning.Measure, handed[r.problem]
			step, at, told := warning.Told(g.actor, ladder, r.subject, r.due, g.Today)
			before, covered := warned[r.problem]
			if !told || kind == warning.Measure && covered && before >= at {
				continue
			}
			row := WarningRow{Warning: warning.Warning{Kind: kind, RecordID: r.id, Step: at, Due: r.due, Colour: step.Colour},
				InspectionID: i.ID, OrgID: i.OrgID, Number: r.number, Title: r.title, Href: "/problems/" + r.problem}
			if kind == warning.Problem {
				warned[r.problem] = at
			} else {
				row.Href += "#measures"
			}
			out = append(out, row)
		}
	}
	return out, nil
}

// handedIn tells for which problems a sign-off is applied for and waits.
func (g *warner) handedIn(inspectionID string) (map[string]bool, error) {
	out := map[string]bool{}
	err := g.Tx.Each(func(scan func(...any) error) error {
		var id string
		err := scan(&id)
		out[id] = true
		return err
	}, "SELECT problem_id FROM application WHERE inspection_id = ? AND state = ?", inspectionID, closing.Open)
	return out, err
}

// nearing gives the open problems or measures of an inspection whose deadline
// some step has reached. A measure of a problem that is done is not open.
func (g *warner) nearing(kind warning.Kind, i inspection.Inspection, ladder workday.Ladder) ([]dueRow, error) {
	const open = "(x.verdict NOT IN ('done', 'basically-done'))"
	var w where
	w.add("x.inspection_id = ?", i.ID)
	w.add("x.deadline <> '' AND x.deadline <= ?", horizon(ladder, g.Today))
	w.add(open)
	w.add("p.closed_on = '' AND p.verdict NOT IN ('done', 'basically-done')")
	g.own(&w, i.OrgID, ladder)
	from := "x.title FROM problem x JOIN problem p ON p.id = x.id"
	if kind == warning.Measure {
		from = "x.body FROM measure x JOIN problem p ON p.id = x.problem_id"
	}
	var out []dueRow
	err := g.Tx.Each(func(scan func(...any) error) error {
		var r dueRow
		var p work.Problem
		err := scan(&r.id, &p.ID, &p.Number, &p.Deadline, &p.FirstDeadline, &p.Extended, &r.due, &r.subject.LeaderID, &r.subject.LeadDeptID, &r.subject.OwnerID, &r.title)
		r.problem, r.number, r.due = p.ID, p.Number, p.DueWith(r.due)
		out = append(out, r)
		return err
	}, `SELECT x.id, p.id, p.number, p.deadline, p.first_deadline, p.extended, x.deadline, x.leader_id, x.lead_dept_id, x.owner_id, `+from+
		" WHERE "+w.text(), w.args...)
	return out, err
}

// own narrows to what could be the actor's own where no step tells him of a
// whole organisation; who is told of what warning.Told decides.
func (g *warner) own(w *where, orgID string, ladder workday.Ladder) {
	if warning.Whole(g.actor, ladder, orgID) {
		return
	}
	var o where
	o.add("x.owner_id = ?", g.actor.PersonID)
	o.add("x.leader_id = ?", g.actor.PersonID)
	if depts := g.actor.Departments(org.RoleDeptHead); len(depts) > 0 {
		o.add("x.lead_dept_id IN ("+marks(len(depts))+")", anyOf(depts)...)
	}
	w.add("("+o.either()+")", o.args...)
}
