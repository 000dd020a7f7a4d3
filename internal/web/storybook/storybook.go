// Package storybook shows every component of the page kit on canned pages, without a database: for
// the people who write pages, and for the checks of looks and accessibility.
package storybook

import (
	"bytes"
	"net/http"

	"bihuan/internal/locale"
	"bihuan/internal/web/assets"
	"bihuan/internal/web/ui"

	"github.com/a-h/templ"
)

// Story is one canned page.
type Story struct {
	Path  string
	Title string
	show  func(ui.Page, ui.Address) templ.Component
}

// Stories lists the canned pages in the order of the index.
func Stories() []Story {
	return []Story{
		{"/overview", "整改总览", overview},
		{"/problems", "问题清单", problems},
		{"/problem", "问题档案", problem},
		{"/feedback", "反馈意见", feedback},
		{"/form", "填写与校验", form},
		{"/stale", "同时修改", stale},
		{"/desk", "我的工作台", desk},
		{"/parts", "零件一览", parts},
		{"/paper", "公文预览", paper},
		{"/sign-in", "登录", signIn},
		{"/empty", "空页面", empty},
	}
}

// Handler serves the canned pages, an index at /, and the assets. Nothing it shows can be changed:
// every form is accepted without effect, except that of /form, which is refused.
func Handler() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET "+assets.Prefix, assets.Handler())
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, r *http.Request) {
		render(w, r, http.StatusOK, Story{"/", "零件册", index})
	})
	for _, s := range Stories() {
		mux.HandleFunc("GET "+s.Path, func(w http.ResponseWriter, r *http.Request) { render(w, r, http.StatusOK, s) })
	}
	mux.HandleFunc("POST /form", refuse)
	mux.HandleFunc("POST /", accept)
	return mux
}

// accept answers a form as the program answers one that was saved.
func accept(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("X-Fragment") == "" {
		http.Redirect(w, r, "/", http.StatusSeeOther)
		return
	}
	w.Header().Set("X-Next", "/")
	w.WriteHeader(http.StatusNoContent)
}

// refuse answers a form as the program answers one with faults.
func refuse(w http.ResponseWriter, r *http.Request) {
	s := Story{"/form", "填写与校验", form}
	if r.Header.Get("X-Fragment") != "" {
		w.Header().Set("X-Fragment", "1")
		s.show = refusal
	}
	render(w, r, http.StatusUnprocessableEntity, s)
}

func render(w http.ResponseWriter, r *http.Request, status int, s Story) {
	page := newPage(locale.Pick(r.URL.Query().Get("lang")), s)
	at := ui.Address{Path: r.URL.Path, Query: r.URL.Query()}
	var body bytes.Buffer
	if err := s.show(page, at).Render(r.Context(), &body); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Security-Policy", ui.ContentPolicy)
	w.WriteHeader(status)
	_, _ = w.Write(body.Bytes()) // a visitor who hangs up needs no page
}

func newPage(lang string, s Story) ui.Page {
	other := ui.Link{Label: "English", Href: s.Path + "?lang=en"}
	if lang == locale.English {
		other = ui.Link{Label: "中文", Href: s.Path}
	}
	return ui.Page{
		Lang:       lang,
		T:          func(key string, args ...any) string { return locale.Text(lang, key, args...) },
		Title:      s.Title,
		User:       &ui.User{Name: "孟晓禾", Post: "云岭市水务局 · 整改办经办人"},
		Nav:        globalNav(),
		Inspection: canned(),
		Side:       sideNav(s.Path),
		FormKey:    "storybook",
		Guard:      "storybook",
		LangSwitch: other,
		DeskCount:  7,
	}
}
