package ui

import (
	"context"

	"github.com/a-h/templ"
)

// Page is what the shell around every page needs. The web layer fills in everything that is the
// same for all pages of a visitor; a page adds its title, crumbs, actions and the inspection.
type Page struct {
	Lang    string                               // language of the page: "zh-CN" or "en"
	T       func(key string, args ...any) string // messages in that language; see T
	Title   string                               // the page's only h1, and the window's title
	Lead    string                               // one sentence under the title; may be empty
	Actions templ.Component                      // buttons at the right of the title; may be nil

	User       *User          // nil when nobody is signed in
	Nav        []NavItem      // the top bar
	Crumbs     []Link         // from the outermost to the parent of this page
	Inspection *InspectionBar // nil outside an inspection
	Side       []NavGroup     // navigation at the left; empty makes the page full width
	Flash      *Notice        // what the last action did; nil when there is nothing to say
	FormKey    string         // a fresh random key per rendering; Form derives one per form from it
	Guard      string         // token against requests forged by other sites, sent as "guard" by every POST form; may be empty
	LangSwitch Link           // the same page in the other language
	DeskCount  int            // what waits on my desk
	Warned     bool           // the visitor gets warnings
	WarnCount  int            // of these, how many are unread
	Query      string         // what stands in the search box
}

// User is the person signed in, as the top bar shows him.
type User struct {
	Name string
	Post string // roles or post in words: 整改办 · 经办人
}

// Link is a word that leads somewhere. Without Href it is plain text.
type Link struct {
	Label, Href string
}

// NavItem is one entry of a navigation list.
type NavItem struct {
	Label, Href string
	Icon        string     // name in the icon sprite; may be empty
	Count       int        // shown when it is not zero
	Alarm       bool       // the count is of things overdue
	Current     bool       // this page, or its parent
	State       StageState // for stages: shows how far it is; empty otherwise
}

// NavGroup is a titled part of the navigation at the left.
type NavGroup struct {
	Title string // may be empty
	Items []NavItem
}

// Notice is a message about what has just happened.
type Notice struct {
	Kind Kind
	Text string
}

// InspectionBar is the strip above every page of one inspection.
type InspectionBar struct {
	Name         string // 市委第三巡察组巡察反馈意见整改
	Href         string // its overview
	Organisation string // the inspected organisation
	Note         string // round, team, base date; may be empty
	Stages       []Stage
}

// Stage is one of the stages 反馈 … 评估 on the bar.
type Stage struct {
	Name  string
	State StageState
	Date  string // the date it was done, or is due
	Href  string
}

// StageState says how far a stage is.
type StageState string

// The states of a stage.
const (
	StageDone    StageState = "done"    // finished
	StageNow     StageState = "now"     // under way, in time
	StageLate    StageState = "late"    // due and not finished
	StageWaiting StageState = "waiting" // not yet begun
)

type contextKey struct{}

// setting is what components need of the page around them.
type setting struct {
	page  Page
	forms int // forms rendered so far, so that each gets its own key
	ids   int
}

// With makes the page's language and keys known to every component rendered with the context.
// Layout does it for its children; a handler that renders a fragment for htmx calls it itself.
func With(ctx context.Context, p Page) context.Context {
	return context.WithValue(ctx, contextKey{}, &setting{page: p})
}

func settingOf(ctx context.Context) *setting {
	if s, ok := ctx.Value(contextKey{}).(*setting); ok {
		return s
	}
	return &setting{}
}

// T is the message of that key in the page's language. Components and pages use it inside Layout or
// With; outside, where no language is known, it answers the key.
func T(ctx context.Context, key string, args ...any) string {
	if t := settingOf(ctx).page.T; t != nil {
		return t(key, args...)
	}
	return key
}
