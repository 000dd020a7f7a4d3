package web

import (
	"bihuan/internal/query"
	"bihuan/internal/web/templates"
)

func inspectionList(v *visit) error {
	rows, err := see(v, query.Inspections, struct{}{})
	if err != nil {
		return err
	}
	return v.show(templates.Inspections(v.page("inspections.title"), rows))
}

func inspectionOverview(v *visit) error {
	p, o, err := inspect(v, v.id(), "overview.title", query.OverviewOf, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.Overview(p, "/inspections/"+v.id(), o))
}
