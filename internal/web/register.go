package web

import (
	"bihuan/internal/action/numbering"
	"bihuan/internal/query"
	"bihuan/internal/web/templates"
)

func registerPage(v *visit) error {
	in := query.RegisterIn{Inspection: v.id(), Year: v.r.URL.Query().Get("year")}
	p, x, err := inspect(v, v.id(), "side.register", query.Register, in)
	if err != nil {
		return err
	}
	return v.show(templates.Register(p, x))
}

func saveSeries(v *visit) error {
	return post(v, &numbering.SaveSeries{InspectionID: v.id()}, "saved", to("/inspections/"+v.id()+"/register"))
}

func reserveNumber(v *visit) error {
	return post(v, &numbering.Reserve{InspectionID: v.id()}, "register.reserved", to("/inspections/"+v.id()+"/register"))
}

func recordNumber(v *visit) error {
	return post(v, &numbering.Record{InspectionID: v.id()}, "saved", to("/inspections/"+v.id()+"/register"))
}

func voidNumber(v *visit) error {
	return post(v, &numbering.Void{ID: v.id()}, "saved", to(v.back("/desk")))
}
