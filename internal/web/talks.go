package web

import (
	"bihuan/internal/action"
	"bihuan/internal/action/party"
	"bihuan/internal/query"
	"bihuan/internal/web/templates"
)

// talkCoverage is the first view of the talks: who is missing.
func talkCoverage(v *visit) error {
	if v.r.URL.Query().Get("view") == "list" {
		return talkList(v)
	}
	p, c, err := inspect(v, v.id(), "side.talks", query.TalkMatrix, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.TalkCoverage(p, v.at(), c))
}

func talkList(v *visit) error {
	q := v.r.URL.Query()
	in := query.TalksIn{Inspection: v.id(), Scope: q.Get("scope"), Search: q.Get("q"), Page: v.pageNumber()}
	p, l, err := inspect(v, v.id(), "side.talks", query.Talks, in)
	if err != nil {
		return err
	}
	return v.show(templates.Talks(p, v.at(), l))
}

func talkPage(v *visit) error {
	p, t, err := inside(v, "talk.title", query.Talk, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.Talk(p, t))
}

func talkNew(v *visit) error {
	q := v.r.URL.Query()
	in := query.NewTalkIn{Inspection: v.id(), From: q.Get("from"), To: q.Get("to")}
	p, f, err := inspect(v, v.id(), "talk.new", query.NewTalk, in)
	if err != nil {
		return err
	}
	return v.show(templates.TalkForm(p, f))
}

func talkEdit(v *visit) error {
	p, f, err := inside(v, "talk.edit", query.EditTalk, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.TalkForm(p, f))
}

func recordTalks(v *visit) error {
	return post(v, &party.RecordTalks{InspectionID: v.id()}, "saved", to("/inspections/"+v.id()+"/talks"))
}

func editTalk(v *visit) error {
	return post(v, &party.EditTalk{ID: v.id()}, "saved", toRecord("/talks/"))
}

func confirmTalk(v *visit) error {
	return post(v, &party.ConfirmTalk{ID: v.id()}, "talk.done.confirm", toRecord("/talks/"))
}

func removeTalk(v *visit) error {
	return post(v, &party.RemoveTalk{ID: v.id()}, "removed", func(r action.Result) string {
		return "/inspections/" + r.ID + "/talks?view=list"
	})
}
