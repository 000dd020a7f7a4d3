package query

import (
	"bihuan/internal/domain/plan"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/store"
)

// answering gives the problems with those who answered for them on a day.
func (v *View) answering(inspectionID string, list []work.Problem, day workday.Date) error {
	all, err := store.Tenures.List(v.Tx, "WHERE inspection_id = ? AND kind = ? ORDER BY from_on, id", inspectionID, store.Problems.Name())
	if err != nil {
		return err
	}
	past := map[string][]work.Tenure{}
	for _, t := range all {
		past[t.RecordID+" "+string(t.Duty)] = append(past[t.RecordID+" "+string(t.Duty)], t)
	}
	for n := range list {
		p := &list[n]
		for duty, holder := range map[work.Duty]*string{work.DutyLeader: &p.LeaderID, work.DutyLead: &p.LeadDeptID, work.DutyOwner: &p.OwnerID} {
			*holder = work.HolderOn(past[p.ID+" "+string(duty)], *holder, day)
		}
	}
	return nil
}

// passedOn tells the hand-overs and the agreed changes of a problem for its
// time line.
func (v *View) passedOn(p work.Problem) ([]Event, error) {
	names, err := v.NamesOf(p.OrgID)
	if err != nil {
		return nil, err
	}
	tenures, err := store.Tenures.List(v.Tx, "WHERE record_id = ? AND from_on <> '' ORDER BY from_on, id", p.ID)
	if err != nil {
		return nil, err
	}
	var out []Event
	for _, t := range tenures {
		h, err := store.HandOvers.Get(v.Tx, t.HandOverID)
		if err != nil {
			return out, err
		}
		to := names.Person(t.HolderID) + names.Department(t.HolderID)
		out = append(out, Event{At: t.From.Time(workday.Zone), Code: "handover", Who: h.FromName + " → " + to, Body: h.Reason, Good: true})
	}
	changes, err := store.Amendments.List(v.Tx, "WHERE problem_id = ? AND state = ? ORDER BY decided_at, id", p.ID, plan.AmendmentAgreed)
	for _, a := range changes {
		out = append(out, Event{At: a.DecidedAt, Code: "amendment", Who: a.DecidedName, Body: a.Reason, Good: true,
			Changes: []FieldChange{{Field: amendedColumn[a.Field], Before: a.WasText, After: a.BecomesText}}})
	}
	return out, err
}

// amendedColumn is the field of the record that an amendment changes.
var amendedColumn = map[plan.Field]string{plan.FieldCause: "Cause", plan.FieldGoal: "Goal", plan.FieldCriteria: "Criteria",
	plan.FieldLeader: "LeaderID", plan.FieldLead: "LeadDeptID", plan.FieldText: "Text", plan.FieldExpected: "Expected",
	plan.FieldNew: "Text", plan.FieldDrop: "Text"}
