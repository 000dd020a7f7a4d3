package web

import (
	"bihuan/internal/query"
	"bihuan/internal/web/templates"
)

func problemList(v *visit) error {
	p, list, err := inspect(v, v.id(), "side.problems", query.Problems, v.listIn())
	if err != nil {
		return err
	}
	return v.show(templates.Problems(p, "/inspections/"+v.id(), v.at(), list))
}
