package seed

import (
	"bihuan/internal/action"
	"bihuan/internal/action/party"
	"bihuan/internal/domain/regulation"
	"bihuan/internal/domain/workday"
	"bihuan/internal/example"
	records "bihuan/internal/store"
)

// regulation lives through its life: the draft is entered on the day on which
// it was begun, its issue on the day of issue. What is older than the plan is
// entered with the plan.
func (t *tale) regulation(r example.Regulation) {
	known := t.o.Plan.Versions[len(t.o.Plan.Versions)-1].On
	key := t.of("regulation", r.Key)
	if r.Applied != "" {
		t.issue(r.Applied, key, r)
		r.Applied, r.How = "", ""
	}
	for _, x := range r.Texts {
		t.add(x.On, early, t.clerk(), "", func(*action.Step) (action.Command, error) {
			return &party.AddRegulationText{ID: t.book.ids[key], Name: x.Name, Body: x.Text}, nil
		})
	}
	began, issued := max(r.Started, known), max(r.Issued, r.Repealed, known)
	if r.State == string(regulation.Drafting) || began < issued && r.Repealed == "" {
		draft := r
		draft.State, draft.Issued, draft.Number = string(regulation.Drafting), "", ""
		t.add(began, morning, t.clerk(), key, func(s *action.Step) (action.Command, error) {
			fields, err := t.regulationFields(s, draft)
			return &party.AddRegulation{InspectionID: t.inspectionID(), Regulation: fields}, err
		})
		if r.Issued != "" {
			t.issue(issued, key, r)
		}
		return
	}
	t.add(issued, morning, t.clerk(), key, func(s *action.Step) (action.Command, error) {
		fields, err := t.regulationFields(s, r)
		return &party.AddRegulation{InspectionID: t.inspectionID(), Regulation: fields}, err
	})
}

func (t *tale) issue(day workday.Date, key string, r example.Regulation) {
	t.add(day, late, t.clerk(), "", func(s *action.Step) (action.Command, error) {
		was, err := records.Regulations.Get(s.Tx, t.book.ids[key])
		if err != nil {
			return nil, err
		}
		fields, err := t.regulationFields(s, r)
		return &party.EditRegulation{ID: was.ID, Version: was.Version, Regulation: fields}, err
	})
}

func (t *tale) regulationFields(s *action.Step, r example.Regulation) (party.Regulation, error) {
	answered, err := t.problems(s, r.Problems)
	if r.State != string(regulation.InForce) {
		r.InForce, r.Applied, r.How, r.Review = "", "", "", ""
	}
	meeting := ""
	if r.Meeting != "" && r.Issued != "" {
		meeting = t.id("meeting", r.Meeting)
	}
	return party.Regulation{MeetingID: meeting, InForceOn: r.InForce, AppliedOn: r.Applied, Application: r.How, ReviewOn: r.Review, Title: r.Title, DocumentNumber: r.Number, Change: regulation.Change(r.Change),
		State: regulation.State(r.State), DepartmentID: t.department(r.Department), StartedOn: r.Started, IssuedOn: r.Issued,
		RepealedOn: r.Repealed, Problems: answered, Note: r.Note}, err
}
