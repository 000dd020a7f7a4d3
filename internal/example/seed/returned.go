package seed

import (
	"bihuan/internal/action"
	"bihuan/internal/action/planning"
	"bihuan/internal/action/reviewing"
	"bihuan/internal/domain/plan"
	"bihuan/internal/domain/workday"
	"bihuan/internal/example"
	records "bihuan/internal/store"
)

// returned takes a version through its adoption and a joint review that gives
// it back; the remarks are answered before the next version.
func (t *tale) returned(r example.Returned) {
	t.adopt(r.Adoption)
	var last workday.Date
	for n, o := range r.Opinions {
		t.opinion(r.Version, o, early+stepping*moment(n+1))
		last = max(last, o.On)
	}
	t.add(last, early+stepping*moment(len(r.Opinions)+1), r.MergedBy, "", func(s *action.Step) (action.Command, error) {
		v, err := t.planVersion(s, r.Version)
		if err != nil {
			return nil, err
		}
		held, err := records.PlanComments.List(s.Tx, "WHERE version_id = ? AND held = ? ORDER BY at, id", v.ID, plan.HeldBack)
		cmd := &planning.MergeReview{ID: v.ID, Version: v.Version, Overall: r.Overall}
		for _, c := range held {
			cmd.Items = append(cmd.Items, reviewing.MergeItem{Comment: c.ID, Keep: true, Text: c.Text})
		}
		return cmd, err
	})
	for _, o := range r.Opinions {
		for n, m := range o.Remarks {
			if m.Text != "" {
				t.answer(r.Version, m.Text, m, morning+stepping*moment(n))
			}
		}
	}
}

// opinion is one body's word to a version, problem by problem.
func (t *tale) opinion(version int, o example.Opinion, m moment) {
	t.add(o.On, m, o.By, "", func(s *action.Step) (action.Command, error) {
		v, err := t.planVersion(s, version)
		if err != nil {
			return nil, err
		}
		back := &planning.ReturnPlan{ID: v.ID, Version: v.Version, Body: t.consenter(o.Body), Reason: o.Consent.Opinion}
		if back.Paper = o.Paper; o.Paper != "" {
			back.PaperOn = o.On
		}
		for _, r := range o.Remarks {
			p, err := t.problem(s, r.Problem)
			if err != nil {
				return nil, err
			}
			back.Items = append(back.Items, reviewing.Item{Problem: p.ID, Grade: r.Grade, Text: r.Text, Proposed: r.Proposed})
		}
		if o.Return {
			return back, nil
		}
		yes := &planning.ConsentPlan{ID: v.ID, Version: v.Version, Body: back.Body, Opinion: back.Reason}
		yes.Paper, yes.PaperOn, yes.Items = back.Paper, back.PaperOn, back.Items
		return yes, nil
	})
}
