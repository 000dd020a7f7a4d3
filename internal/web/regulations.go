package web

import (
	"strconv"

	"bihuan/internal/action/oversight"
	"bihuan/internal/action/party"
	"bihuan/internal/domain/regulation"
	"bihuan/internal/ledger"
	"bihuan/internal/query"
	"bihuan/internal/web/templates"
)

func (v *visit) regulationsIn() query.RegulationsIn {
	q := v.r.URL.Query()
	return query.RegulationsIn{Inspection: v.id(), When: regulation.When(q.Get("when")), Change: regulation.Change(q.Get("change")), Search: q.Get("q")}
}

// exportRegulations answers with the ledger as a workbook. The taking-out is
// recorded before the first byte leaves.
func exportRegulations(v *visit) error {
	if _, err := v.do(&oversight.RecordExport{InspectionID: v.id(), List: "regulations.xlsx", Filter: v.r.URL.RawQuery}); err != nil {
		return err
	}
	l, err := see(v, query.Regulations, v.regulationsIn())
	if err != nil {
		return err
	}
	return v.workbook(v.t("side.regulations"), ledger.Regulations(l))
}

func addRegulationText(v *visit) error {
	return post(v, &party.AddRegulationText{ID: v.id()}, "saved", toRecord("/regulations/"))
}

func compareRegulation(v *visit) error {
	q := v.r.URL.Query()
	in := query.RegulationCompareIn{Regulation: v.id()}
	in.From, _ = strconv.Atoi(q.Get("from")) // what is no number is no version
	in.To, _ = strconv.Atoi(q.Get("to"))
	p, x, err := inside(v, "regulation.compare", query.CompareRegulation, in)
	if err != nil {
		return err
	}
	return v.show(templates.CompareRegulation(p, x))
}

func regulationList(v *visit) error {
	in := v.regulationsIn()
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
	p, f, err := inspect(v, v.id(), "linked.new", query.NewLinked, query.LinkedFormIn{Inspection: v.id(), Holiday: v.r.URL.Query().Get("holiday")})
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
