package query

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/publication"
	"bihuan/internal/domain/warning"
	"bihuan/internal/domain/workday"
	"bihuan/internal/store"
)

// publishes reports whether an actor, who may what can says, has a part in
// publishing, and whether there is something to publish.
func publishes(i inspection.Inspection, t org.Target, can func(org.Permission, org.Target) bool) bool {
	return i.AcceptedOn != "" && i.PublishedOn == "" && (can(org.PublicationEdit, t) || can(org.PublicationPublish, t))
}

// publishing: the circular and the public version of an accepted report, as far
// as they wait for the caller: to be prepared, or to be published.
func (b *deskBuilder) publishing(i inspection.Inspection, t org.Target) error {
	if !publishes(i, t, b.Can) {
		return nil
	}
	round, err := b.round(i.RoundID)
	if err != nil {
		return err
	}
	p := PublicationPage{States: map[inspection.PaperKind]publication.State{}}
	if err := b.publications(&p, i); err != nil || p.Report == nil {
		return err
	}
	due := b.deadlines(i, round)[workday.Publish].Date
	for _, k := range publication.Kinds() {
		if p.States[k] == "" && b.Can(org.PublicationEdit, t) || p.States[k] == publication.Draft && b.Can(org.PublicationPublish, t) {
			b.add(DeskPublish, DeskItem{Title: p.Report.Title, Href: "/inspections/" + i.ID + "/publication?kind=" + string(k),
				Due: b.dueOf(round.Settings.Ladder, due, due, "", false)})
			break // the page shows both
		}
	}
	return nil
}

// heard: opinions about the public version that wait for the caller: to be
// given to a department, or to be answered.
func (b *deskBuilder) heard(i inspection.Inspection, t org.Target) error {
	open, err := b.openOpinions(i, t, b.Can)
	if err != nil || len(open) == 0 {
		return err
	}
	ladder, err := b.ladderOf(i.ID)
	if err != nil {
		return err
	}
	for _, o := range open {
		b.add(DeskHeard, DeskItem{Title: o.Text, Note: string(o.ReceivedOn), Href: opinionHref(o), Due: b.dueOf(ladder, o.Due, o.Due, "", false)})
	}
	return nil
}

// openOpinions are the unanswered opinions of an inspection that an actor may
// see to: give to a department, or answer.
func (v *View) openOpinions(i inspection.Inspection, t org.Target, can func(org.Permission, org.Target) bool) ([]publication.Opinion, error) {
	if !v.Inside(t) {
		return nil, nil
	}
	all, err := store.PublicOpinions.List(v.Tx, "WHERE inspection_id = ? AND answered_on = '' ORDER BY received_on, id", i.ID)
	var out []publication.Opinion
	for _, o := range all {
		one := t
		if o.DepartmentID != "" {
			one.Departments = []string{o.DepartmentID}
		}
		wants := org.OpinionAnswer
		if o.AssignedOn == "" {
			wants = org.OpinionRecord
		}
		if can(wants, one) {
			out = append(out, o)
		}
	}
	return out, err
}

func opinionHref(o publication.Opinion) string {
	return "/inspections/" + o.InspectionID + "/public-opinions#o-" + o.ID
}

// publishing adds the day by which both publications must be out.
func (g *warner) publishing(i inspection.Inspection, t org.Target, round inspection.Round) error {
	if !round.Settings.Warnings.Warns(warning.Publish) || !publishes(i, t, g.may) {
		return nil
	}
	return g.term(round.Settings.Warnings, WarningRow{Warning: warning.Warning{Kind: warning.Publish, RecordID: i.ID, Due: g.deadlines(i, round)[workday.Publish].Date},
		InspectionID: i.ID, OrgID: i.OrgID, Title: i.Title, Href: "/inspections/" + i.ID + "/publication"})
}

// heard adds the opinions about the public version whose answer runs out.
func (g *warner) heard(i inspection.Inspection, t org.Target, round inspection.Round) error {
	if !round.Settings.Warnings.Warns(warning.Opinion) {
		return nil
	}
	open, err := g.openOpinions(i, t, g.may)
	if err != nil {
		return err
	}
	for _, o := range open {
		if err := g.term(round.Settings.Warnings, WarningRow{Warning: warning.Warning{Kind: warning.Opinion, RecordID: o.ID, Due: o.Due},
			InspectionID: i.ID, OrgID: i.OrgID, Title: o.Text, Note: string(o.ReceivedOn), Href: opinionHref(o)}); err != nil {
			return err
		}
	}
	return nil
}
