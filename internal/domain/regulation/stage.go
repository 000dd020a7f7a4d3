package regulation

import (
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
)

// Stage is how far a regulation has come, from its draft to being applied.
type Stage string

// The stages.
const (
	StageDraft   Stage = "draft"
	StageAdopted Stage = "adopted" // a meeting has adopted it, it is not issued yet
	StageIssued  Stage = "issued"  // issued, in force later
	StageInForce Stage = "in-force"
	StageApplied Stage = "applied"
	StageGone    Stage = "gone"
)

// Stage tells how far the regulation has come on a day.
func (r Regulation) Stage(day workday.Date) Stage {
	switch {
	case r.State == Repealed:
		return StageGone
	case r.State == Drafting && r.MeetingID != "":
		return StageAdopted
	case r.State == Drafting:
		return StageDraft
	case r.AppliedOn != "" && r.AppliedOn <= day:
		return StageApplied
	case r.InForceOn.After(day):
		return StageIssued
	}
	return StageInForce
}

// ReviewDue reports whether the regulation is to be looked at again until a
// day; what is repealed or still a draft is not.
func (r Regulation) ReviewDue(until workday.Date) bool {
	return r.State == InForce && r.ReviewOn != "" && r.ReviewOn <= until
}

// checkLife notes what is wrong with how the regulation is lived: it is in
// force from its issue on, applied with proof and words after that, and looked
// at again later.
func (r Regulation) checkLife(c *fault.Checks, today workday.Date) {
	c.Max("application", r.Application, fault.LongText)
	for _, d := range []struct {
		name string
		on   workday.Date
	}{{"in_force_on", r.InForceOn}, {"applied_on", r.AppliedOn}, {"review_on", r.ReviewOn}} {
		workday.Check(c, d.name, d.on)
		switch {
		case d.on == "" || !d.on.Valid():
		case r.IssuedOn == "":
			c.Add(d.name, "regulation.not-issued")
		case d.on.Before(r.IssuedOn):
			c.Add(d.name, "regulation.order")
		}
	}
	if r.AppliedOn.Valid() && r.AppliedOn.After(today) {
		c.Add("applied_on", "field.future")
	}
	switch {
	case r.AppliedOn != "":
		c.Need("application", r.Application)
	case r.Application != "" || len(r.Proof) > 0:
		c.Need("applied_on", "")
	}
}
