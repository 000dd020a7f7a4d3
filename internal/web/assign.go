package web

import (
	"errors"

	"bihuan/internal/action"
	"bihuan/internal/action/planning"
	"bihuan/internal/fault"
	"bihuan/internal/query"
	"bihuan/internal/web/templates"
)

// assignChosenForm shows the fields of a bulk assignment and, once they are
// filled in, what it would change. All of it stands in the address.
func assignChosenForm(v *visit) error {
	q := v.r.URL.Query()
	p, x, err := inspect(v, v.id(), "problems.assign", query.AssignChosen, query.Chosen{Inspection: v.id(), IDs: q["id"]})
	if err != nil {
		return err
	}
	b := templates.Bulk{Base: "/inspections/" + v.id(), Wanted: &planning.AssignProblems{InspectionID: v.id()}}
	if q.Get("preview") != "" {
		if err := v.previewAssignment(x, &b); err != nil {
			return err
		}
	}
	return v.show(templates.Assign(p, x, b))
}

// previewAssignment asks what the assignment would do; what it refuses is
// shown above the fields.
func (v *visit) previewAssignment(x query.AssignPage, b *templates.Bulk) error {
	if err := v.forms.Decode(b.Wanted, v.r.URL.Query()); err != nil {
		return fault.Because(err, fault.Invalid, "fault.invalid")
	}
	for _, pr := range x.Problems {
		b.Wanted.Rows = append(b.Wanted.Rows, planning.Seen{ID: pr.ID, Version: pr.Version})
	}
	err := v.run.Preview(v.r.Context(), action.Call{Actor: v.actor, Remote: v.remote()}, b.Wanted)
	var f *fault.Error
	if errors.As(err, &f) && (f.Kind == fault.Invalid || f.Kind == fault.Conflict) {
		refused := v.problem(f)
		b.Refused = &refused
		return nil
	}
	return err
}

func assignChosen(v *visit) error {
	return post(v, &planning.AssignProblems{InspectionID: v.id()}, "assign.done", to("/inspections/"+v.id()+"/problems"))
}
