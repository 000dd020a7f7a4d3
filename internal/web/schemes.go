package web

import (
	"bihuan/internal/action"
	"bihuan/internal/action/evaluating"
	"bihuan/internal/query"
	"bihuan/internal/web/templates"
)

func schemeList(v *visit) error {
	l, err := see(v, query.Schemes, struct{}{})
	if err != nil {
		return err
	}
	return v.show(templates.Schemes(v.page("scheme.title"), l))
}

func newScheme(v *visit) error {
	s, err := see(v, query.NewScheme, query.NewSchemeIn{Preset: v.r.URL.Query().Get("preset")})
	if err != nil {
		return err
	}
	return v.show(templates.SchemeForm(v.page("scheme.new"), s))
}

func schemePage(v *visit) error {
	s, err := see(v, query.SchemeOf, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.Scheme(v.page("scheme.title"), s))
}

func editScheme(v *visit) error {
	s, err := see(v, query.SchemeOf, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.SchemeForm(v.page("scheme.edit"), s))
}

func addScheme(v *visit) error {
	return post(v, &evaluating.SaveScheme{}, "saved", toScheme)
}

func saveScheme(v *visit) error {
	return post(v, &evaluating.SaveScheme{ID: v.id()}, "saved", toScheme)
}

func toScheme(r action.Result) string { return "/schemes/" + r.ID }
