package web

import (
	"bihuan/internal/action"
	"bihuan/internal/action/planning"
	"bihuan/internal/query"
	"bihuan/internal/web/templates"
)

func causeList(v *visit) error {
	p, x, err := inspect(v, v.id(), "causes.title", query.CauseList, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.Causes(p, x))
}

// onCauses runs a command on the cause categories and comes back to them.
func onCauses(flash string, cmd func(id string) action.Command) handler {
	return func(v *visit) error { return post(v, cmd(v.id()), flash, to("/inspections/"+v.id()+"/causes")) }
}

var (
	saveCause   = onCauses("saved", func(id string) action.Command { return &planning.SaveCause{InspectionID: id} })
	retireCause = onCauses("saved", func(id string) action.Command { return &planning.RetireCause{InspectionID: id} })
	removeCause = onCauses("causes.removed", func(id string) action.Command { return &planning.RemoveCause{InspectionID: id} })
)
