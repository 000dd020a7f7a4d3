package web

import (
	"bihuan/internal/query"
	"bihuan/internal/web/templates"
)

func deskPage(v *visit) error {
	desk, err := see(v, query.MyDesk, struct{}{})
	if err != nil {
		return err
	}
	p := v.page("desk.title")
	p.DeskCount = desk.Total
	return v.show(templates.Desk(p, desk))
}
