package query

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/store"
)

// RoundPage is one round with its teams and inspections.
type RoundPage struct {
	Round       inspection.Round
	Teams       []inspection.Team
	Inspections []InspectionRow
	Deadlines   []workday.Rule
	Ladder      workday.Ladder
	Candidates  []Option // organisations not yet in the round
	Totals      Counts   // over the inspections shown
	Bodies      []Option // reviewing bodies that can review jointly
	CanEdit     bool
	CanArchive  bool // the filing package of the round
}

// Rounds lists the rounds, newest first.
func Rounds(v *View, _ struct{}) ([]inspection.Round, error) {
	if err := v.Need(org.SeeRound, v.anyTeam()); err != nil {
		return nil, err
	}
	return store.Rounds.List(v.Tx, "ORDER BY year DESC, number DESC")
}

// anyTeam is a target that a team member's own grant satisfies: he sees the
// rounds, and in them only what is his team's.
func (v *View) anyTeam() org.Target {
	for _, g := range v.Actor.Grants {
		if g.TeamID != "" {
			return org.Target{TeamID: g.TeamID}
		}
	}
	return org.Target{}
}

// Round gives one round.
func Round(v *View, id string) (RoundPage, error) {
	if err := v.Need(org.SeeRound, v.anyTeam()); err != nil {
		return RoundPage{}, err
	}
	round, err := store.Rounds.Get(v.Tx, id)
	if err != nil {
		return RoundPage{}, err
	}
	page := RoundPage{Round: round, Deadlines: round.Settings.Deadlines, Ladder: Ladder(round), CanEdit: v.Can(org.RoundEdit, org.Target{}),
		CanArchive: v.Can(org.RoundPackage, org.Target{Kind: store.Rounds.Name(), ID: round.ID})}
	if page.Teams, err = store.Teams.List(v.Tx, "WHERE round_id = ? ORDER BY number", id); err != nil {
		return page, err
	}
	all, err := store.Inspections.List(v.Tx, "WHERE round_id = ? ORDER BY feedback_on, id", id)
	if err != nil {
		return page, err
	}
	taken := map[string]bool{}
	for _, i := range all {
		taken[i.OrgID] = true
		if !v.Can(org.SeeInspection, store.TargetOf(i)) {
			continue
		}
		row, err := v.inspectionRow(i)
		if err != nil {
			return page, err
		}
		page.Inspections = append(page.Inspections, row)
		page.Totals = page.Totals.Plus(row.Counts)
	}
	if page.Candidates, err = v.inspectable(taken); err != nil {
		return page, err
	}
	reviewers, err := store.Organisations.List(v.Tx, "WHERE kind = ? ORDER BY name", org.Reviewer)
	for _, o := range reviewers {
		page.Bodies = append(page.Bodies, Option{Value: o.ID, Label: o.Name})
	}
	return page, err
}

// ChainOf gives a round whose sign-off chain is to be edited.
func ChainOf(v *View, id string) (inspection.Round, error) {
	if err := v.Need(org.RoundEdit, org.Target{Kind: store.Rounds.Name(), ID: id}); err != nil {
		return inspection.Round{}, err
	}
	return store.Rounds.Get(v.Tx, id)
}

// inspectable lists organisations that can be inspected and are not taken.
func (v *View) inspectable(taken map[string]bool) ([]Option, error) {
	orgs, err := store.Organisations.List(v.Tx, "WHERE kind NOT IN ('office', 'reviewer') ORDER BY name")
	var out []Option
	for _, o := range orgs {
		if !taken[o.ID] {
			out = append(out, Option{Value: o.ID, Label: o.Name})
		}
	}
	return out, err
}
