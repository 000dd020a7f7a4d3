package web

import (
	"bihuan/internal/action/party"
	"bihuan/internal/domain/regulation"
	"bihuan/internal/query"
	"bihuan/internal/web/templates"
)

func regulationList(v *visit) error {
	q := v.r.URL.Query()
	in := query.RegulationsIn{Inspection: v.id(), When: regulation.When(q.Get("when")), Change: regulation.Change(q.Get("change")), Search: q.Get("q")}
	p, l, err := inspect(v, v.id(), "side.regulations", query.Regulations, in)
	if err != nil {
		return err
	}
	return v.show(templates.Regulations(p, v.at(), l))
}

func regulationPage(v *visit) error {
	p, r, err := inside(v, "side.regulations", query.Regulation, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.Regulation(p, r))
}

func regulationNew(v *visit) error {
	p, f, err := inspect(v, v.id(), "regulation.new", query.NewRegulation, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.RegulationForm(p, f))
}

func regulationEdit(v *visit) error {
	p, f, err := inside(v, "regulation.edit", query.EditRegulation, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.RegulationForm(p, f))
}

func addRegulation(v *visit) error {
	return post(v, &party.AddRegulation{InspectionID: v.id()}, "saved", toRecord("/regulations/"))
}

func editRegulation(v *visit) error {
	return post(v, &party.EditRegulation{ID: v.id()}, "saved", toRecord("/regulations/"))
}

func linkedList(v *visit) error {
	q := v.r.URL.Query()
	p, l, err := inspect(v, v.id(), "side.linked", query.LinkedWorks,
		query.LinkedIn{Inspection: v.id(), Kind: q.Get("kind"), Search: q.Get("q")})
	if err != nil {
		return err
	}
	return v.show(templates.LinkedWorks(p, v.at(), l))
}

func linkedNew(v *visit) error {
	p, f, err := inspect(v, v.id(), "linked.new", query.NewLinked, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.LinkedForm(p, f))
}

func linkedEdit(v *visit) error {
	p, f, err := inside(v, "linked.edit", query.EditLinked, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.LinkedForm(p, f))
}

func addLinked(v *visit) error {
	return post(v, &party.AddLinked{InspectionID: v.id()}, "saved", to("/inspections/"+v.id()+"/linked-works"))
}

func editLinked(v *visit) error {
	return post(v, &party.EditLinked{ID: v.id()}, "saved", to(v.back("/linked-works/"+v.id()+"/edit")))
}
