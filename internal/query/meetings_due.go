package query

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/warning"
	"bihuan/internal/store"
)

// openResolution is an unfinished resolution with its meeting.
type openResolution struct {
	party.Resolution
	Meeting party.Meeting
}

// openResolutions gives the unfinished resolutions of an inspection, those due
// first before the others.
func (v *View) openResolutions(inspectionID string) ([]openResolution, error) {
	list, err := store.Resolutions.List(v.Tx, `WHERE done_on = '' AND meeting_id IN (SELECT id FROM meeting WHERE inspection_id = ?)
		ORDER BY CASE WHEN due = '' THEN '9' ELSE due END, id`, inspectionID)
	if err != nil || len(list) == 0 {
		return nil, err
	}
	meetings, err := store.Meetings.List(v.Tx, "WHERE inspection_id = ?", inspectionID)
	of := map[string]party.Meeting{}
	for _, m := range meetings {
		of[m.ID] = m
	}
	var out []openResolution
	for _, r := range list {
		out = append(out, openResolution{r, of[r.MeetingID]})
	}
	return out, err
}

// resolutionIs reports whether a resolution waits for the actor himself: he is the one
// who sees to it, or heads its department where nobody is named.
func resolutionIs(a org.Actor, r party.Resolution) bool {
	if r.PersonID != "" {
		return r.PersonID == a.PersonID
	}
	return r.DepartmentID != "" && contains(a.Departments(org.RoleDeptHead), r.DepartmentID)
}

// meetings: meetings to which I am invited, minutes to approve, resolutions to
// carry out.
func (b *deskBuilder) meetings(i inspection.Inspection, t org.Target) error {
	if !b.Inside(t) {
		return nil
	}
	list, err := store.Meetings.List(b.Tx, "WHERE inspection_id = ? AND (held_on >= ? OR approved_on = '') ORDER BY held_on, id", i.ID, b.Today)
	if err != nil {
		return err
	}
	for _, m := range list {
		item := DeskItem{Title: m.Title, Note: m.Place, Href: "/meetings/" + m.ID, Due: Due{Date: m.HeldOn, Days: b.Today.DaysUntil(m.HeldOn)}}
		if m.HeldOn >= b.Today && m.Asks(b.Actor.PersonID) {
			b.add(DeskMeeting, item)
		}
		if err := b.toApprove(m, t, item); err != nil {
			return err
		}
	}
	return b.resolutions(i)
}

// toApprove adds minutes that were asked to be approved by the caller: who
// chaired the meeting, or the head.
func (b *deskBuilder) toApprove(m party.Meeting, t org.Target, item DeskItem) error {
	if !m.Waiting() || !b.Can(org.MinutesApprove, store.MeetingTarget(t, m)) {
		return nil
	}
	list, err := store.Attendances.List(b.Tx, "WHERE meeting_id = ?", m.ID)
	if err == nil && m.CheckApproval(b.Actor.AccountID, list, b.Today) == nil {
		b.add(DeskMinutes, item)
	}
	return err
}

func (b *deskBuilder) resolutions(i inspection.Inspection) error {
	open, err := b.openResolutions(i.ID)
	if err != nil || len(open) == 0 {
		return err
	}
	ladder, err := b.ladderOf(i.ID)
	if err != nil {
		return err
	}
	for _, r := range open {
		if resolutionIs(b.Actor, r.Resolution) {
			b.add(DeskResolve, DeskItem{Title: r.Text, Note: r.Meeting.Title, Href: "/meetings/" + r.MeetingID + "#resolutions",
				Due: b.dueOf(ladder, r.Due, r.Due, "", false)})
		}
	}
	return nil
}

// meetings adds the meetings ahead to which the actor is invited, and the
// resolutions that are his and run out.
func (g *warner) meetings(i inspection.Inspection, t org.Target, round inspection.Round) error {
	if !g.may(org.SeeParty, t) || g.actor.PersonID == "" {
		return nil
	}
	rules := round.Settings.Warnings
	if rules.Warns(warning.Meeting) {
		ahead, err := store.Meetings.List(g.Tx, "WHERE inspection_id = ? AND held_on >= ? ORDER BY held_on, id", i.ID, g.Today)
		if err != nil {
			return err
		}
		for _, m := range ahead {
			if !m.Asks(g.actor.PersonID) {
				continue
			}
			if err := g.term(rules, WarningRow{Warning: warning.Warning{Kind: warning.Meeting, RecordID: m.ID, Due: m.HeldOn},
				InspectionID: i.ID, OrgID: i.OrgID, Title: m.Title, Note: m.Place, Href: "/meetings/" + m.ID}); err != nil {
				return err
			}
		}
	}
	if !rules.Warns(warning.Resolved) {
		return nil
	}
	open, err := g.openResolutions(i.ID)
	if err != nil {
		return err
	}
	for _, r := range open {
		if r.Due == "" || !resolutionIs(g.actor, r.Resolution) {
			continue
		}
		if err := g.term(rules, WarningRow{Warning: warning.Warning{Kind: warning.Resolved, RecordID: r.ID, Due: r.Due},
			InspectionID: i.ID, OrgID: i.OrgID, Title: r.Text, Note: r.Meeting.Title, Href: "/meetings/" + r.MeetingID + "#resolutions"}); err != nil {
			return err
		}
	}
	return nil
}
