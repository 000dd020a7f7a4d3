package web

import (
	"bihuan/internal/query"
	"bihuan/internal/web/templates"
)

func measureList(v *visit) error {
	p, list, err := inspect(v, v.id(), "side.tasks", query.Measures, v.listIn())
	if err != nil {
		return err
	}
	return v.show(templates.Measures(p, "/inspections/"+v.id(), v.at(), list))
}

func responsibilityList(v *visit) error {
	p, list, err := inspect(v, v.id(), "side.responsibility", query.Duties, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.Responsibility(p, "/inspections/"+v.id(), v.at(), list))
}
