package query

import (
	"fmt"
	"slices"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/warning"
	"bihuan/internal/domain/workday"
	"bihuan/internal/store"
)

// warner gathers the warnings of one actor.
type warner struct {
	*View
	actor org.Actor
	names map[string]string // short names of organisations
	out   []WarningRow
}

// gather gives the actor's warnings of all inspections that concern him.
func (g *warner) gather() ([]WarningRow, error) {
	all, err := g.concerned()
	if err != nil {
		return nil, err
	}
	for _, i := range all {
		round, err := g.round(i.RoundID)
		if err != nil {
			return nil, err
		}
		if err := g.dues(i, round); err != nil {
			return nil, err
		}
		if err := g.inside(i, round); err != nil {
			return nil, err
		}
	}
	for _, part := range []func() error{g.signoffs, g.extensions, g.rounds} {
		if err := part(); err != nil {
			return nil, err
		}
	}
	return g.out, nil
}

// concerned lists the inspections whose deadlines the actor could be warned
// of: those of his organisations, and all for the inspection office where a
// round warns it.
func (g *warner) concerned() ([]inspection.Inspection, error) {
	var orgs []string
	for _, grant := range g.actor.Grants {
		if grant.Role.Inside() && !slices.Contains(orgs, grant.OrgID) {
			orgs = append(orgs, grant.OrgID)
		}
	}
	if len(orgs) > 0 {
		return store.Inspections.List(g.Tx, "WHERE org_id IN ("+marks(len(orgs))+") ORDER BY id", anyOf(orgs)...)
	}
	if !g.actor.Has(org.RoleOffice) {
		return nil, nil
	}
	rounds, err := store.Rounds.List(g.Tx, "ORDER BY id")
	if err != nil {
		return nil, err
	}
	var out []inspection.Inspection
	for _, r := range rounds {
		if !warning.Whole(g.actor, Ladder(r), "") {
			continue
		}
		list, err := store.Inspections.List(g.Tx, "WHERE round_id = ? ORDER BY id", r.ID)
		if err != nil {
			return nil, err
		}
		out = append(out, list...)
	}
	return out, nil
}

// may asks the permission table for the actor.
func (g *warner) may(p org.Permission, t org.Target) bool { return org.Can(g.actor, p, t) }

// short is the short name of an organisation.
func (g *warner) short(orgID string) (string, error) {
	return once(&g.names, orgID, func() (string, error) {
		o, err := store.Organisations.Get(g.Tx, orgID)
		return o.ShortName, err
	})
}

// add adds a warning about something that lies in an organisation.
func (g *warner) add(row WarningRow) error {
	var err error
	row.Org, err = g.short(row.OrgID)
	row.Days = g.Today.DaysUntil(row.Warning.Due)
	g.out = append(g.out, row)
	return err
}

// dues adds the deadlines of an inspection of which the actor is warned.
func (g *warner) dues(i inspection.Inspection, round inspection.Round) error {
	if !g.may(org.SeeInspection, store.TargetOf(i)) {
		return nil
	}
	ladder := g.ladder(round)
	name := fmt.Sprintf("warnings %s %v %v", g.actor.PersonID, g.actor.Grants, ladder)
	found, err := keeping(g.View, i.ID, name, func(rows []WarningRow) int { return len(rows) },
		func() ([]WarningRow, error) { return g.dueRows(i, ladder) })
	if err != nil {
		return err
	}
	for _, row := range found {
		if err := g.add(row); err != nil {
			return err
		}
	}
	return nil
}

// horizon is the last deadline of which a step of the ladder could tell today.
func horizon(l workday.Ladder, today workday.Date) workday.Date {
	most := -1
	for _, s := range l {
		most = max(most, s.DaysBefore)
	}
	return today.AddDays(most)
}
