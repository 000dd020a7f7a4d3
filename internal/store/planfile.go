package store

import (
	"slices"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/plan"
	"bihuan/internal/fault"
)

// PlanFile gives a version of the plan with all that decides what may be done
// to it.
func PlanFile(tx *Tx, id string) (plan.File, error) {
	v, err := PlanVersions.Get(tx, id)
	if err != nil {
		return plan.File{}, err
	}
	content, err := PlanNow(tx, v.InspectionID)
	if err != nil {
		return plan.File{}, err
	}
	f := plan.File{Version: v}
	if _, f.Live, err = content.Seal(); err != nil {
		return f, err
	}
	return f, fillPlanFile(tx, &f)
}

func fillPlanFile(tx *Tx, f *plan.File) error {
	v := f.Version
	newer, err := tx.Count("SELECT COUNT(*) FROM plan_version WHERE inspection_id = ? AND number > ?", v.InspectionID, v.Number)
	if err != nil {
		return err
	}
	rounds, err := tx.Count("SELECT COUNT(*) FROM plan_version WHERE inspection_id = ? AND number <= ? AND comments_until <> ''",
		v.InspectionID, v.Number)
	if err != nil {
		return err
	}
	f.Latest, f.Commented = newer == 0, rounds > 0
	f.Open, err = tx.Count(`SELECT COUNT(*) FROM plan_comment c JOIN plan_version p ON p.id = c.version_id
		WHERE p.inspection_id = ? AND p.number <= ? AND c.answer = '' AND c.held = ''`, v.InspectionID, v.Number)
	if err != nil {
		return err
	}
	if f.Approvals, err = PlanApprovals.List(tx, "WHERE version_id = ? ORDER BY at, id", v.ID); err != nil {
		return err
	}
	f.Bodies, err = reviewingBodies(tx, v)
	return err
}

// PlanNow gives what the plan says as its records stand now, title included.
func PlanNow(tx *Tx, inspectionID string) (plan.Content, error) {
	title, err := PlanTitle(tx, inspectionID)
	if err != nil {
		return plan.Content{}, err
	}
	return PlanContent(tx, inspectionID, title)
}

// PlanTitle gives the one title of the plan of an inspection.
func PlanTitle(tx *Tx, inspectionID string) (string, error) {
	i, err := Inspections.Get(tx, inspectionID)
	if err != nil || i.PlanTitle != "" {
		return i.PlanTitle, err
	}
	o, err := Organisations.Get(tx, i.OrgID)
	if err != nil {
		return "", err
	}
	team, err := Teams.Get(tx, i.TeamID)
	return plan.UsualTitle(o.PartyName, team.Name), err
}

// reviewingBodies are those to whom the version was submitted, or, before
// that, those of the round.
func reviewingBodies(tx *Tx, v plan.Version) ([]plan.Body, error) {
	r, err := PlanReviews.One(tx, "WHERE version_id = ?", v.ID)
	if fault.Is(err, fault.NotFound) {
		return PlanBodies(tx, v.InspectionID)
	}
	return r.Bodies, err
}

// PlanBodies gives the bodies that review the plan and the reports of an
// inspection jointly: the inspection office, the team, and the reviewing bodies of the round.
func PlanBodies(tx *Tx, inspectionID string) ([]plan.Body, error) {
	i, err := Inspections.Get(tx, inspectionID)
	if err != nil {
		return nil, err
	}
	round, err := Rounds.Get(tx, i.RoundID)
	if err != nil {
		return nil, err
	}
	team, err := Teams.Get(tx, i.TeamID)
	if err != nil {
		return nil, err
	}
	office, err := bodyOf(tx, plan.ConsentOffice, round.OfficeID)
	if err != nil {
		return nil, err
	}
	out := []plan.Body{office}
	if !round.Settings.NoTeam {
		out = append(out, plan.Body{Kind: plan.ConsentTeam, ID: team.ID, Name: team.Name})
	}
	return reviewers(tx, round, out)
}

// PlanAskable gives the bodies outside that can be asked to comment: those that
// review the plan, and every other reviewing body.
func PlanAskable(tx *Tx, inspectionID string) ([]plan.Body, error) {
	out, err := PlanBodies(tx, inspectionID)
	if err != nil {
		return nil, err
	}
	all, err := Organisations.List(tx, "WHERE kind = ? ORDER BY name", org.Reviewer)
	for _, o := range all {
		if !slices.ContainsFunc(out, func(b plan.Body) bool { return b.ID == o.ID }) {
			out = append(out, plan.Body{Kind: plan.ConsentBody, ID: o.ID, Name: o.Name})
		}
	}
	return out, err
}

func reviewers(tx *Tx, round inspection.Round, out []plan.Body) ([]plan.Body, error) {
	for _, id := range round.Settings.Reviewers {
		b, err := bodyOf(tx, plan.ConsentBody, id)
		if err != nil {
			return nil, err
		}
		out = append(out, b)
	}
	return out, nil
}

func bodyOf(tx *Tx, kind plan.ApprovalKind, orgID string) (plan.Body, error) {
	o, err := Organisations.Get(tx, orgID)
	return plan.Body{Kind: kind, ID: orgID, Name: o.Name}, err
}
