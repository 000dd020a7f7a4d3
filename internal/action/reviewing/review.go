// Package reviewing is the joint review (会审) of a plan or a report: the bodies
// speak in parallel, each once, none sees another's opinion, and the inspection
// office merges them where one would return it. What follows for the plan or
// the report is the business of package planning or report.
package reviewing

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/plan"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// Subject is what is reviewed, as it was sent.
type Subject struct {
	Kind         plan.Subject
	ID           string
	OrgID        string
	InspectionID string
	Hash         string      // of its content
	DraftedBy    string      // account
	Bodies       []plan.Body // asked, where the review begins now
}

// Begin begins the joint review, if that is not done yet. The bodies, the
// grades and the time are the round's of today; only a plan is graded.
func Begin(s *action.Step, of Subject) (plan.Review, error) {
	r, _, there, err := store.ReviewOf(s.Tx, of.ID)
	if err != nil || there {
		return r, err
	}
	i, err := store.Inspections.Get(s.Tx, of.InspectionID)
	if err != nil {
		return r, err
	}
	round, err := store.Rounds.Get(s.Tx, i.RoundID)
	if err != nil {
		return r, err
	}
	before, err := s.Tx.Count("SELECT COUNT(*) FROM plan_review WHERE inspection_id = ? AND subject = ?", of.InspectionID, of.Kind)
	if err != nil {
		return r, err
	}
	r = plan.Review{ID: s.NewID(), OrgID: of.OrgID, InspectionID: of.InspectionID, Kind: of.Kind, VersionID: of.ID, Number: before + 1,
		Bodies: of.Bodies, Grades: round.Settings.Grades && of.Kind == plan.OfPlan,
		SubmittedOn: s.Today, SubmittedBy: s.Actor.AccountID, SubmittedName: s.Actor.Name}
	r.Due, _ = round.Settings.ReviewTime().From(s.Today, s.Calendar) // a year not yet published counts plain weekdays
	return r, action.Insert(s, store.PlanReviews, &r)
}

// running gives the review with the opinions that stand; it begins where none
// was begun yet.
func running(s *action.Step, of Subject) (plan.Review, []plan.Opinion, error) {
	if _, err := Begin(s, of); err != nil {
		return plan.Review{}, nil, err
	}
	r, given, _, err := store.ReviewOf(s.Tx, of.ID)
	return r, given, err
}

// Consented ends the review: every body consents.
func Consented(s *action.Step, r plan.Review) error {
	if err := release(s, r.VersionID, nil); err != nil {
		return err
	}
	return decide(s, r, plan.Consents, "")
}

// decide keeps the result of a review.
func decide(s *action.Step, r plan.Review, result plan.Verdict, overall string) error {
	after := r
	after.Result, after.Overall = result, overall
	after.DecidedOn, after.DecidedBy, after.DecidedName = s.Today, s.Actor.AccountID, s.Actor.Name
	return action.Save(s, store.PlanReviews, r, &after)
}

// release gives the held remarks on a subject to the organisation; those that
// merged names with no wording are left out.
func release(s *action.Step, subjectID string, merged map[string]*string) error {
	held, err := heldRemarks(s, subjectID)
	if err != nil {
		return err
	}
	for _, c := range held {
		after := c
		after.Held = ""
		if text, named := merged[c.ID]; named {
			switch {
			case text == nil:
				after.Held = plan.LeftOut
			case *text != c.Text:
				after.Merged = *text
			}
		}
		if err := action.Save(s, store.PlanComments, c, &after); err != nil {
			return err
		}
	}
	return nil
}

func heldRemarks(s *action.Step, subjectID string) ([]plan.Comment, error) {
	return store.PlanComments.List(s.Tx, "WHERE version_id = ? AND held = ? ORDER BY at, id", subjectID, plan.HeldBack)
}

// SpeaksFor gives the body for which the actor can speak.
func SpeaksFor(s *action.Step, bodies []plan.Body, asked string) (plan.Body, error) {
	for _, b := range plan.Speaks(s.Actor, bodies) {
		if asked == "" || asked == b.ID {
			return b, nil
		}
	}
	return plan.Body{}, fault.New(fault.Denied, "plan.not-your-body")
}
