package store

import (
	"slices"

	"bihuan/internal/domain/org"
	"bihuan/internal/domain/plan"
)

// RoundTarget gives a comment round, those whom it asks, and where it lies. For
// somebody outside it counts as submitted where it asks him.
func RoundTarget(tx *Tx, id string, a org.Actor) (plan.Round, []plan.Invitee, org.Target, error) {
	r, err := PlanRounds.Get(tx, id)
	if err != nil {
		return r, nil, org.Target{}, err
	}
	asked, err := PlanInvitees.List(tx, "WHERE round_id = ? ORDER BY seq", id)
	if err != nil {
		return r, nil, org.Target{}, err
	}
	_, t, err := InspectionTarget(tx, r.InspectionID)
	t.Kind, t.ID = PlanRounds.Name(), id
	t.Submitted = slices.ContainsFunc(asked, func(i plan.Invitee) bool { return i.Speaks(a) })
	return r, asked, t, err
}

// PlanSeen reports whether a version went to somebody outside: to all bodies
// that review, or to him in a comment round.
func PlanSeen(tx *Tx, v plan.Version, a org.Actor) (bool, error) {
	if v.SharedOn != "" {
		bodies, err := reviewingBodies(tx, v)
		if err != nil || len(plan.Speaks(a, bodies)) > 0 {
			return err == nil, err
		}
	}
	asked, err := PlanInvitees.List(tx, "WHERE round_id IN (SELECT id FROM plan_round WHERE version_id = ?) ORDER BY seq", v.ID)
	return slices.ContainsFunc(asked, func(i plan.Invitee) bool { return i.Kind.Outside() && i.Speaks(a) }), err
}
