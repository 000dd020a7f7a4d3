// Package storybook shows every component of the page kit on canned pages, without a database: for
// the people who write pages, and for the checks of looks and accessibility.
package storybook

import (
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
// a form sent comes back to the page it was sent from.
func Handler() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET "+assets.Prefix, assets.Handler())
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, r *http.Request) {
		render(w, r, Story{"/", "零件册", index})
	})
	for _, s := range Stories() {
		mux.HandleFunc("GET "+s.Path, func(w http.ResponseWriter, r *http.Request) { render(w, r, s) })
	}
	mux.HandleFunc("POST /", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/", http.StatusSeeOther)
	})
	return mux
}

func render(w http.ResponseWriter, r *http.Request, s Story) {
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Security-Policy", ui.ContentPolicy)
	page := newPage(locale.Pick(r.URL.Query().Get("lang")), s)
	at := ui.Address{Path: r.URL.Path, Query: r.URL.Query()}
	if err := s.show(page, at).Render(r.Context(), w); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
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
