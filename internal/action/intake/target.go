// Package intake is how an inspection comes in: rounds and teams, the
// inspection itself, and the feedback paper from upload to confirmation.
package intake

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// onInspection is what commands on one inspection have in common.
type onInspection struct {
	before inspection.Inspection
}

func (o *onInspection) load(s *action.Step, id string) (t org.Target, err error) {
	o.before, t, err = store.InspectionTarget(s.Tx, id)
	return t, err
}

// onFeedback is what commands on one feedback paper have in common.
type onFeedback struct {
	before inspection.Feedback
}

func (o *onFeedback) load(s *action.Step, id string) (org.Target, error) {
	var err error
	if o.before, err = store.Feedbacks.Get(s.Tx, id); err != nil {
		return org.Target{}, err
	}
	_, t, err := store.InspectionTarget(s.Tx, o.before.InspectionID)
	t.Kind, t.ID = store.Feedbacks.Name(), id
	return t, err
}

// draft refuses a change of a confirmed paper, or one that was made looking at
// an older proposal.
func (o *onFeedback) draft(version int) error {
	if o.before.State != inspection.FeedbackDraft {
		return fault.New(fault.Conflict, "feedback.confirmed")
	}
	if version != o.before.Version {
		return fault.New(fault.Conflict, "feedback.stale")
	}
	return nil
}
