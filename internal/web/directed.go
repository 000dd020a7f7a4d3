package web

import (
	"bihuan/internal/action/party"
	"bihuan/internal/query"
	"bihuan/internal/web/templates"
)

func directedList(v *visit) error {
	p, l, err := inspect(v, v.id(), "side.directed", query.DirectedMatters, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.DirectedMatters(p, l))
}

func directedNew(v *visit) error {
	p, f, err := inspect(v, v.id(), "directed.new", query.NewDirected, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.DirectedForm(p, f))
}

func directedEdit(v *visit) error {
	p, f, err := inside(v, "directed.edit", query.EditDirected, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.DirectedForm(p, f))
}

func addDirected(v *visit) error {
	return post(v, &party.SaveDirected{InspectionID: v.id()}, "saved", to("/inspections/"+v.id()+"/directed"))
}

func editDirected(v *visit) error {
	return post(v, &party.SaveDirected{ID: v.id()}, "saved", to(v.back("/inspections")))
}
