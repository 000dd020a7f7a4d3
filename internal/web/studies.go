package web

import (
	"bihuan/internal/action/party"
	"bihuan/internal/query"
	"bihuan/internal/web/templates"
)

func studyList(v *visit) error {
	q := v.r.URL.Query()
	in := query.StudiesIn{Inspection: v.id(), Kind: q.Get("kind"), Search: q.Get("q"), Page: v.pageNumber()}
	p, l, err := inspect(v, v.id(), "side.studies", query.Studies, in)
	if err != nil {
		return err
	}
	return v.show(templates.Studies(p, v.at(), l))
}

func studyPage(v *visit) error {
	p, s, err := inside(v, "side.studies", query.Study, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.Study(p, s))
}

func studyNew(v *visit) error {
	p, f, err := inspect(v, v.id(), "study.new", query.NewStudy, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.StudyForm(p, f))
}

func studyEdit(v *visit) error {
	p, f, err := inside(v, "study.edit", query.EditStudy, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.StudyForm(p, f))
}

func addStudy(v *visit) error {
	return post(v, &party.AddStudy{InspectionID: v.id()}, "saved", toRecord("/studies/"))
}

func editStudy(v *visit) error {
	return post(v, &party.EditStudy{ID: v.id()}, "saved", toRecord("/studies/"))
}
