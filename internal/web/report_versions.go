package web

import (
	"bihuan/internal/action"
	"bihuan/internal/action/report"
	"bihuan/internal/paper"
	"bihuan/internal/web/templates"
)

// reportVersions sets a report beside another one of its kind.
func reportVersions(v *visit) error {
	in := paper.VersionsIn{Report: v.id(), With: v.r.URL.Query().Get("with")}
	p, page, err := inside(v, "report.versions", paper.CompareVersions, in)
	if err != nil {
		return err
	}
	return v.show(templates.ReportVersions(p, page))
}

// reviseReport goes on from a returned report in a new draft.
func reviseReport(v *visit) error {
	cmd := &report.Revise{ID: v.id(), Write: v.desk().Write, Texts: v.desk()}
	return post(v, cmd, "report.revised", func(r action.Result) string { return "/reports/" + r.ID })
}
