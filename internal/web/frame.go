package web

import (
	"strings"

	"bihuan/internal/query"
	"bihuan/internal/web/templates"
	"bihuan/internal/web/ui"
)

// framed puts the inspection's bar and its navigation around a page.
func (v *visit) framed(p *ui.Page, f query.Frame) {
	base := "/inspections/" + f.ID
	bar := ui.InspectionBar{Name: f.Title, Href: base, Organisation: f.Organisation, Note: f.Note(v.t)}
	for _, s := range f.Stages {
		bar.Stages = append(bar.Stages, ui.Stage{Name: v.t("stage." + s.Code), State: ui.StageState(s.State),
			Date: string(s.Date), Href: base + templates.StageHref[s.Code]})
	}
	p.Inspection = &bar
	p.Side = v.side(base, f)
}

// sideItem is one entry of the navigation at the left of an inspection.
type sideItem struct {
	key, path, icon string
	show            func(query.Frame) bool
}

func always(query.Frame) bool         { return true }
func detail(f query.Frame) bool       { return f.SeesDetail }
func carries(f query.Frame) bool      { return f.Inside }
func planned(f query.Frame) bool      { return f.SeesPlan }
func partyLife(f query.Frame) bool    { return f.SeesParty }
func confidential(f query.Frame) bool { return f.SeesTalks }
func papers(f query.Frame) bool       { return f.SeesPapers }
func people(f query.Frame) bool       { return f.SeesPeople }
func evaluated(f query.Frame) bool    { return f.SeesResult }
func lettered(f query.Frame) bool     { return f.SeesLetters }
func publicised(f query.Frame) bool   { return f.SeesPublication }
func opining(f query.Frame) bool      { return f.SeesOpinions }
func surveyed(f query.Frame) bool     { return f.SeesSurvey }
func importing(f query.Frame) bool    { return f.MayImport }

// sideGroups is the navigation, stage by stage.
var sideGroups = []struct {
	key   string
	items []sideItem
}{
	{"side.work", []sideItem{
		{"side.overview", "", "layout-dashboard", always},
		{"side.feedback", "/feedback", "file-text", always},
		{"side.problems", "/problems", "list", always},
		{"side.tasks", "/measures", "list-check", detail},
		{"side.responsibility", "/responsibility", "users", detail},
	}},
	{"side.planning", []sideItem{
		{"side.people", "/people", "building", people},
		{"side.group", "/group", "sitemap", detail},
		{"side.plan", "/plan", "clipboard", planned},
		{"side.issue", "/issue", "send", detail},
		{"side.register", "/register", "hash", people},
		{"side.handovers", "/handovers", "transfer", people},
		{"side.sheets", "/sheets", "signature", people},
		{"side.immediates", "/immediates", "bolt", always},
		{"side.imports", "/imports", "table-import", importing},
	}},
	{"side.carrying", []sideItem{
		{"side.progress", "/progress", "activity", detail},
		{"side.periods", "/periods", "calendar", carries},
		{"side.extensions", "/extensions", "clock", detail},
		{"side.signoffs", "/signoffs", "circle-check", detail},
		{"side.letters", "/letters", "mail", lettered},
		{"side.signals", "/signals", "alert-triangle", detail},
		{"side.lookback", "/look-back", "history", detail},
	}},
	{"side.party", []sideItem{
		{"side.meetings", "/meetings", "users-group", partyLife},
		{"side.studies", "/studies", "book", partyLife},
		{"side.talks", "/talks", "messages", confidential},
		{"side.life-meetings", "/life-meetings", "message-circle", confidential},
		{"side.regulations", "/regulations", "file-check", partyLife},
		{"side.linked", "/linked-works", "link", partyLife},
		{"side.directed", "/directed", "flag", partyLife},
	}},
	{"side.papers", []sideItem{
		{"side.all-papers", "/papers", "files", always},
		{"side.reports", "/reports", "report", papers},
		{"side.publication", "/publication", "send", publicised},
		{"side.opinions", "/public-opinions", "message-circle", opining},
		{"side.evaluations", "/evaluations", "clipboard", evaluated},
		{"side.surveys", "/surveys", "messages", surveyed},
	}},
}

func (v *visit) side(base string, f query.Frame) []ui.NavGroup {
	var out []ui.NavGroup
	for _, g := range sideGroups {
		group := ui.NavGroup{Title: v.t(g.key)}
		for _, i := range g.items {
			if !i.show(f) {
				continue
			}
			here := v.r.URL.Path == base+i.path || i.path != "" &&
				(strings.HasPrefix(v.r.URL.Path, base+i.path+"/") || strings.HasPrefix(v.r.URL.Path, i.path+"/"))
			group.Items = append(group.Items, ui.NavItem{Label: v.t(i.key), Href: base + i.path, Icon: i.icon, Current: here})
		}
		if len(group.Items) > 0 {
			out = append(out, group)
		}
	}
	return out
}
