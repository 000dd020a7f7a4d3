package query

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/letter"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/plan"
	"bihuan/internal/domain/warning"
	"bihuan/internal/store"
)

// inside adds what runs out inside the organisation: claims and immediate
// matters.
func (g *warner) inside(i inspection.Inspection, round inspection.Round) error {
	t := store.TargetOf(i)
	if g.may(org.ImmediateReply, t) && round.Settings.Warnings.Warns(warning.Immediate) {
		if err := g.immediates(i, round); err != nil {
			return err
		}
	}
	if g.may(org.LetterSee, t) && round.Settings.Warnings.Warns(warning.Letter) {
		if err := g.letters(i, round); err != nil {
			return err
		}
	}
	for _, part := range []func(inspection.Inspection, org.Target, inspection.Round) error{g.meetings, g.reviewed, g.publishing, g.heard} {
		if err := part(i, t, round); err != nil {
			return err
		}
	}
	if !round.Settings.Warnings.Warns(warning.Claim) {
		return nil
	}
	return g.claims(i, t, round)
}

// term adds a warning about a short term where it has come near.
func (g *warner) term(r warning.Rules, row WarningRow) error {
	colour, step, near := r.Term(row.Warning.Due, g.Today, g.Calendar)
	if !near {
		return nil
	}
	row.Colour, row.Step = colour, step
	return g.add(row)
}

func (g *warner) immediates(i inspection.Inspection, round inspection.Round) error {
	list, err := store.Immediates.List(g.Tx, "WHERE inspection_id = ? AND replied_on = '' ORDER BY due, id", i.ID)
	if err != nil {
		return err
	}
	for _, m := range list {
		err := g.term(round.Settings.Warnings, WarningRow{Warning: warning.Warning{Kind: warning.Immediate, RecordID: m.ID, Due: m.Due},
			InspectionID: i.ID, OrgID: i.OrgID, Number: m.Number, Title: m.Text, Href: "/inspections/" + i.ID + "/immediates"})
		if err != nil {
			return err
		}
	}
	return nil
}

// letters adds the letters that the actor has to answer.
func (g *warner) letters(i inspection.Inspection, round inspection.Round) error {
	list, err := store.Letters.List(g.Tx, "WHERE inspection_id = ? AND state IN (?, ?) ORDER BY due_on, id", i.ID, letter.Issued, letter.Received)
	if err != nil {
		return err
	}
	for _, l := range list {
		if !l.Takes(g.actor) {
			continue
		}
		err := g.term(round.Settings.Warnings, WarningRow{Warning: warning.Warning{Kind: warning.Letter, RecordID: l.ID, Due: l.DueOn},
			InspectionID: i.ID, OrgID: i.OrgID, Number: l.Number, Title: l.Title, Href: "/letters/" + l.ID})
		if err != nil {
			return err
		}
	}
	return nil
}

// claims adds, for the head of a department, its tasks that are not claimed,
// and for those who chase them the departments that are late.
func (g *warner) claims(i inspection.Inspection, t org.Target, round inspection.Round) error {
	chases, own := g.may(org.TaskAnswer, t), g.actor.Departments(org.RoleDeptHead)
	if !chases && len(own) == 0 {
		return nil
	}
	issued, ok, err := store.IssuedPlan(g.Tx, i.ID)
	if err != nil || !ok {
		return err
	}
	page := IssuePage{Version: issued}
	if err := g.loadClaims(i, t, &page); err != nil {
		return err
	}
	for _, c := range page.Claims {
		mine := contains(own, c.DepartmentID) && c.Open > 0
		if !mine && (!chases || c.Open == 0 || !page.Due.Date.Before(g.Today)) {
			continue
		}
		err := g.term(round.Settings.Warnings, WarningRow{Warning: warning.Warning{Kind: warning.Claim, RecordID: issued.ID + "/" + c.DepartmentID, Due: page.Due.Date},
			InspectionID: i.ID, OrgID: i.OrgID, Title: issued.Title, Note: c.Department, Href: "/inspections/" + i.ID + "/issue#claims"})
		if err != nil {
			return err
		}
	}
	return nil
}

// rounds adds the comment rounds that ask the actor and run out.
func (g *warner) rounds() error {
	var w where
	w.add("ended_on = '' AND until_on >= ?", g.Today)
	g.orgs(&w, "org_id")
	open, err := store.PlanRounds.List(g.Tx, "WHERE "+w.text()+" ORDER BY id", w.args...)
	if err != nil {
		return err
	}
	for _, r := range open {
		i, round, err := g.roundOf(r.InspectionID)
		if err != nil {
			return err
		}
		if !round.Settings.Warnings.Warns(warning.Comment) {
			continue
		}
		asked, err := store.PlanInvitees.List(g.Tx, "WHERE round_id = ? ORDER BY seq", r.ID)
		if err != nil {
			return err
		}
		for _, a := range asked {
			if a.Standing(r, g.Today) != plan.Awaited || !a.Speaks(g.actor) {
				continue
			}
			err := g.term(round.Settings.Warnings, WarningRow{Warning: warning.Warning{Kind: warning.Comment, RecordID: a.ID, Due: r.Until},
				InspectionID: i.ID, OrgID: i.OrgID, Title: r.Name, Note: a.Name, Href: "/plan-rounds/" + r.ID})
			if err != nil {
				return err
			}
		}
	}
	return nil
}
