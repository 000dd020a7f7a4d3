package web

import (
	"bihuan/internal/action"
	"bihuan/internal/action/party"
	domain "bihuan/internal/domain/party"
	"bihuan/internal/query"
	"bihuan/internal/web/templates"
)

func lifeMeetingList(v *visit) error {
	p, l, err := inspect(v, v.id(), "life.title", query.LifeMeetings, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.LifeMeetings(p, l))
}

func lifeMeetingPage(v *visit) error {
	p, m, err := inside(v, "life.title", query.LifeMeeting, query.LifeIn{ID: v.id(), Show: v.r.URL.Query().Get("show")})
	if err != nil {
		return err
	}
	return v.show(templates.LifeMeeting(p, v.at(), m))
}

func lifeMeetingNew(v *visit) error {
	in := query.NewLifeIn{Inspection: v.id(), Kind: domain.LifeKind(v.r.URL.Query().Get("kind"))}
	p, f, err := inspect(v, v.id(), "life.new", query.NewLifeMeeting, in)
	if err != nil {
		return err
	}
	return v.show(templates.LifeForm(p, f))
}

func lifeMeetingEdit(v *visit) error {
	p, f, err := inside(v, "life.edit", query.EditLifeMeeting, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.LifeForm(p, f))
}

func addLifeMeeting(v *visit) error {
	return post(v, &party.AddLifeMeeting{InspectionID: v.id()}, "saved", toRecord("/life-meetings/"))
}

func editLifeMeeting(v *visit) error {
	return post(v, &party.EditLifeMeeting{ID: v.id()}, "saved", toRecord("/life-meetings/"))
}

func papersPage(v *visit) error {
	p, f, err := inside(v, "life.papers", query.Papers, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.Papers(p, f))
}

func savePapers(v *visit) error {
	return post(v, &party.SavePapers{LifeMeetingID: v.id()}, "saved", toRecord("/life-meetings/"))
}

func criticismNew(v *visit) error {
	p, f, err := inside(v, "criticism.new", query.NewCriticism, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.CriticismForm(p, f))
}

func criticismEdit(v *visit) error {
	p, f, err := inside(v, "criticism.edit", query.EditCriticism, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.CriticismForm(p, f))
}

func addCriticism(v *visit) error {
	return post(v, &party.AddCriticism{LifeMeetingID: v.id()}, "saved", func(r action.Result) string {
		return v.back("/life-meetings/" + r.ID + "#criticisms")
	})
}

func editCriticism(v *visit) error {
	return post(v, &party.EditCriticism{ID: v.id()}, "saved", toCriticisms)
}

func ledgerCriticism(v *visit) error {
	return post(v, &party.LedgerCriticism{ID: v.id()}, "saved", toCriticisms)
}

func removeCriticism(v *visit) error {
	return post(v, &party.RemoveCriticism{ID: v.id()}, "removed", toCriticisms)
}

func toCriticisms(r action.Result) string { return "/life-meetings/" + r.ID + "#criticisms" }
