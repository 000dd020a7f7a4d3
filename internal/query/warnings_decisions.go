package query

import (
	"time"

	"bihuan/internal/domain/closing"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/warning"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/store"
)

// waits adds a decision that has waited for the actor since a day.
func (g *warner) waits(inspectionID string, kind warning.Kind, since time.Time, row WarningRow) error {
	i, round, err := g.roundOf(inspectionID)
	if err != nil || !round.Settings.Warnings.Warns(kind) {
		return err
	}
	due, colour, step, late := round.Settings.Warnings.Waited(workday.DateOf(since, workday.Zone), g.Today, g.Calendar)
	if !late {
		return nil
	}
	row.Kind, row.Warning.Due, row.Colour, row.Step = kind, due, colour, step
	row.InspectionID, row.OrgID = i.ID, i.OrgID
	return g.add(row)
}

// signoffs adds the steps of sign-offs that wait for the actor.
func (g *warner) signoffs() error {
	if g.actor.PersonID == "" && !g.actor.Has(org.RoleOffice, org.RoleTeam) {
		return nil
	}
	worked, decided, err := g.worked()
	if err != nil {
		return err
	}
	list, err := g.waiting()
	if err != nil {
		return err
	}
	for _, a := range list {
		i, round, err := g.roundOf(a.InspectionID)
		if err != nil {
			return err
		}
		t := store.TargetOf(i)
		t.LeaderID, t.Departments = a.problem.LeaderID, a.problem.Departments()
		t.Submitted = t.Submitted && a.problem.SubmittedOn != ""
		kase := closing.Case{Problem: a.problem, Chain: round.Settings.Chain}
		if worked[a.ProblemID] || decided[a.ID] || kase.CheckDecider(a.Application, g.actor) != nil || !g.may(org.SignoffDecide, t) {
			continue
		}
		err = g.waits(a.InspectionID, warning.Signoff, a.since, WarningRow{Warning: warning.Warning{RecordID: a.ID},
			Number: a.problem.Number, Title: a.problem.Title, Note: a.Applicant, Href: "/signoffs/" + a.ID})
		if err != nil {
			return err
		}
	}
	return nil
}

// waitingApplication is an open application with the day since which its step
// waits.
type waitingApplication struct {
	closing.Application
	problem work.Problem
	since   time.Time
}

// waiting gives the open applications of the organisations in which the actor
// could decide; all of them for the inspection office and the teams.
func (g *warner) waiting() ([]waitingApplication, error) {
	var w where
	w.add("a.state = ?", closing.Open)
	g.orgs(&w, "a.org_id")
	var out []waitingApplication
	err := g.Tx.Each(func(scan func(...any) error) error {
		var a waitingApplication
		var since int64
		err := scan(&a.ID, &a.OrgID, &a.InspectionID, &a.ProblemID, &a.Step, &a.State, &a.AppliedBy, &a.Applicant, &since,
			&a.problem.Number, &a.problem.Title, &a.problem.LeaderID, &a.problem.LeadDeptID, &a.problem.OwnerID, &a.problem.SubmittedOn)
		a.problem.ID, a.problem.OrgID, a.problem.InspectionID = a.ProblemID, a.OrgID, a.InspectionID
		a.since = time.UnixMilli(since)
		out = append(out, a)
		return err
	}, `SELECT a.id, a.org_id, a.inspection_id, a.problem_id, a.step, a.state, a.applied_by, a.applicant,
		COALESCE((SELECT MAX(d.at) FROM decision d WHERE d.application_id = a.id), a.applied_at),
		p.number, p.title, p.leader_id, p.lead_dept_id, p.owner_id, p.submitted_on
		FROM application a JOIN problem p ON p.id = a.problem_id WHERE `+w.text()+` ORDER BY a.id`, w.args...)
	return out, err
}

// orgs narrows a column to the organisations of the actor's grants.
func (g *warner) orgs(w *where, column string) {
	if g.actor.Has(org.RoleOffice, org.RoleTeam, org.RoleReviewer) {
		return
	}
	ids := []string{""}
	for _, grant := range g.actor.Grants {
		ids = append(ids, grant.OrgID)
	}
	w.add(column+" IN ("+marks(len(ids))+")", anyOf(ids)...)
}

// worked gives the problems on which the actor worked himself and the
// applications that he decided a step of already: neither wait for him.
func (g *warner) worked() (problems, applications map[string]bool, err error) {
	problems, applications = map[string]bool{}, map[string]bool{}
	both := []any{g.actor.AccountID, g.actor.Beside.AccountID}
	people := []any{g.actor.PersonID, g.actor.Beside.PersonID}
	for _, q := range []struct {
		text string
		args []any
		into map[string]bool
	}{
		{"SELECT DISTINCT problem_id FROM progress WHERE author_id IN (?, ?) AND author_id <> ''", both, problems},
		{"SELECT DISTINCT problem_id FROM evidence WHERE uploader_id IN (?, ?) AND uploader_id <> ''", both, problems},
		{"SELECT DISTINCT problem_id FROM measure WHERE owner_id IN (?, ?) AND owner_id <> ''", people, problems},
		{"SELECT DISTINCT application_id FROM decision WHERE by_id IN (?, ?) AND by_id <> ''", both, applications},
	} {
		err := g.Tx.Each(func(scan func(...any) error) error {
			var id string
			err := scan(&id)
			q.into[id] = true
			return err
		}, q.text, q.args...)
		if err != nil {
			return nil, nil, err
		}
	}
	return problems, applications, nil
}

// extensions adds the requests that wait for the actor.
func (g *warner) extensions() error {
	if !g.actor.Has(org.RoleLeader, org.RoleHead, org.RoleOffice) {
		return nil
	}
	var w where
	w.add("state = ?", work.ExtensionAsked)
	g.orgs(&w, "org_id")
	list, err := store.Extensions.List(g.Tx, "WHERE "+w.text()+" ORDER BY id", w.args...)
	if err != nil {
		return err
	}
	as := *g.View // the same look at the records, with the actor's eyes
	as.Actor = g.actor
	for _, e := range list {
		if !e.CouldWaitFor(g.actor) {
			continue
		}
		row, err := as.extensionRow(e)
		if err != nil {
			return err
		}
		if !row.CanDecide {
			continue
		}
		since := e.AskedAt
		for _, d := range row.Decisions {
			since = d.At
		}
		err = g.waits(e.InspectionID, warning.Extension, since, WarningRow{Warning: warning.Warning{RecordID: e.ID}, Number: row.Number, Title: row.Title,
			Note: e.AskedName, Href: "/inspections/" + e.InspectionID + "/extensions"})
		if err != nil {
			return err
		}
	}
	return nil
}
