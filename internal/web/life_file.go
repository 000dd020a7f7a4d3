package web

import (
	"errors"
	"net/http"
	"strings"

	"bihuan/internal/action/party"
	"bihuan/internal/domain/survey"
	"bihuan/internal/fault"
	"bihuan/internal/query"
	"bihuan/internal/web/templates"
	"bihuan/internal/web/ui"
)

func consentPage(v *visit) error {
	p, f, err := inside(v, "life.consent", query.EditLifeMeeting, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.Consent(p, f))
}

func recordConsent(v *visit) error {
	file, err := v.maybeFile()
	if err != nil {
		return err
	}
	return post(v, &party.RecordConsent{ID: v.id(), File: file}, "saved", toRecord("/life-meetings/"))
}

func consentPaper(v *visit) error {
	cmd := &party.TakeConsent{ID: v.id()}
	if _, err := v.do(cmd); err != nil {
		return err
	}
	return v.stream(cmd.Name, cmd.MIME, cmd.Hash, cmd.Size)
}

func guestsPage(v *visit) error {
	p, f, err := inside(v, "life.guests", query.Guests, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.Guests(p, f))
}

func saveGuests(v *visit) error {
	return post(v, &party.SaveGuests{LifeMeetingID: v.id()}, "saved", toRecord("/life-meetings/"))
}

func opinionTable(v *visit) error {
	p, o, err := inside(v, "life.opinions", query.Opinions, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.Opinions(p, o))
}

func addOpinions(v *visit) error {
	return post(v, &party.AddOpinions{LifeMeetingID: v.id()}, "saved", to("/life-meetings/"+v.id()+"/opinions"))
}

func sortOpinions(v *visit) error {
	return post(v, &party.SortOpinions{LifeMeetingID: v.id()}, "saved", to("/life-meetings/"+v.id()+"/opinions"))
}

func openBox(v *visit) error {
	return post(v, &party.OpenBox{LifeMeetingID: v.id()}, "saved", to("/life-meetings/"+v.id()+"/opinions"))
}

func solicitedForm(v *visit) error {
	p, f, err := inside(v, "opinion.give", query.GiveOpinion, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.SolicitedForm(p, f))
}

func giveOpinionOnBody(v *visit) error {
	return post(v, &party.GiveOpinion{LifeMeetingID: v.id()}, "opinion.given", to("/desk"))
}

// boxStart asks for the code of the page for unnamed opinions. Like a ballot it
// needs no account and shows nothing of who visits.
func boxStart(v *visit) error { return v.show(templates.BoxStart(v.boxPage(), "", "")) }

// box shows the form to whoever holds the code.
func box(v *visit) error {
	f, code, problem := v.boxOf()
	if problem != nil {
		return v.boxRefused(problem)
	}
	return v.show(templates.Box(v.boxPage(), f, code, ""))
}

// dropOpinion takes one opinion.
func dropOpinion(v *visit) error {
	f, code, problem := v.boxOf()
	if problem != nil {
		return v.boxRefused(problem)
	}
	text := strings.TrimSpace(v.r.PostFormValue("opinion"))
	if text == "" {
		return v.render(http.StatusUnprocessableEntity, templates.Box(v.boxPage(), f, code, v.t("opinion.empty")))
	}
	if err := party.DropOpinion(v.r.Context(), v.run, code, text, v.r.PostForm["about"]); err != nil {
		return v.boxRefused(err)
	}
	return v.show(templates.BoxDone(v.boxPage()))
}

// boxPage is a page that shows nothing of who visits.
func (v *visit) boxPage() ui.Page {
	p := v.page("opinion.box")
	p.User, p.Nav = nil, nil
	return p
}

func (v *visit) boxOf() (query.SolicitedForm, string, error) {
	if v.tries.closed(v.remote(), v.run.DB.Now()) {
		return query.SolicitedForm{}, "", fault.New(fault.Denied, "survey.too-often")
	}
	code, ok := survey.ReadCode(v.r.PostFormValue("code"))
	if !ok {
		return query.SolicitedForm{}, "", fault.New(fault.NotFound, "party.box.code")
	}
	f, err := see(v, query.OpinionBox, code)
	return f, code, err
}

// boxRefused asks for the code again and says why.
func (v *visit) boxRefused(err error) error {
	var f *fault.Error
	if !errors.As(err, &f) || f.Kind == fault.Internal || f.Kind == fault.Unavailable {
		return err
	}
	status := http.StatusUnprocessableEntity
	switch f.Code {
	case "party.box.code":
		v.tries.failed(v.remote(), v.run.DB.Now())
	case "survey.too-often":
		status = http.StatusTooManyRequests
	}
	return v.render(status, templates.BoxStart(v.boxPage(), strings.TrimSpace(v.r.PostFormValue("code")), v.t(f.Code, f.Args...)))
}
