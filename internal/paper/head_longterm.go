package paper

import (
	"fmt"
	"strings"

	"bihuan/internal/domain/party"
	"bihuan/internal/query"
)

// most is how many titles a sentence names before it says 等.
const most = 5

// listed names regulations, at most n of them (0: none), with their records.
func listed(list []query.RegulationFact, n int) (string, []query.Source) {
	titles := make([]string, len(list))
	var refs []query.Source
	for i, r := range list {
		titles[i] = r.Title
		refs = append(refs, r.Refs...)
	}
	return some(titles, n, booked), refs
}

// regulated is one clause: what was done to which regulations, and how many.
func (p *prose) regulated(before, verb string, list []query.RegulationFact, after string) {
	text, refs := listed(list, most)
	if len(list) > 1 {
		if len(list) <= most {
			text += "共"
		}
		text += fmt.Sprintf("%d项制度", len(list))
	}
	p.say(refs, before+verb+text+after)
}

func (p *prose) during(r query.RegulationFacts) {
	type clause struct {
		verb string
		list []query.RegulationFact
	}
	var clauses []clause
	for _, c := range []clause{{"新制定", r.Enacted}, {"修订", r.Revised}, {"废止", r.Repealed}} {
		if len(c.list) > 0 {
			clauses = append(clauses, c)
		}
	}
	if len(clauses) == 0 {
		p.gap(atRegulations)
		return
	}
	for n, c := range clauses {
		before, after := "", "；"
		if n == 0 {
			before = "整改期间，"
		}
		if n == len(clauses)-1 {
			after = "。"
		}
		p.regulated(before, c.verb, c.list, after)
	}
	if r.Problems > 0 {
		_, refs := listed(append(r.Enacted[:len(r.Enacted):len(r.Enacted)], r.Revised...), 0)
		p.sayf(refs, "新制定和修订的制度对应巡察反馈的%d个具体问题。", r.Problems)
	}
}

func (p *prose) making(r query.RegulationFacts) {
	switch {
	case len(r.Drafting) > 0 && len(r.Revising) > 0:
		p.regulated("目前，正在组织", "起草", r.Drafting, "，")
		p.regulated("", "修订", r.Revising, "。")
	case len(r.Drafting) > 0:
		p.regulated("目前，正在组织", "起草", r.Drafting, "。")
	case len(r.Revising) > 0:
		p.regulated("目前，正在组织", "修订", r.Revising, "。")
	}
}

// linked tells the linked works of a kind; without one it marks that.
func (p *prose) linked(kind party.LinkedKind) {
	list := p.LinkedOf(kind)
	if len(list) == 0 {
		p.gap(atLinked)
		return
	}
	if kind == party.LinkedDiscipline && len(list) > 1 {
		p.say(linkedRefs(list), checks(list))
		return
	}
	var items []part
	for _, l := range list {
		items = append(items, part{p.linkedItem(l), l.Refs})
	}
	p.list(items)
}

// checks names several discipline checks at once; what their titles share from
// 前后 on is said once: 春节、清明节前后纪律检查.
func checks(list []query.LinkedFact) string {
	_, shared, _ := strings.Cut(ended(list[0].Title), "前后")
	shared = "前后" + shared
	names := make([]string, len(list))
	for n, l := range list {
		name, ok := strings.CutSuffix(ended(l.Title), shared)
		if !ok {
			return joined(titlesOf(list)) + fmt.Sprintf("，共%d次。", len(list))
		}
		names[n] = name
	}
	return fmt.Sprintf("%s%s，共%d次。", joined(names), shared, len(list))
}

func titlesOf(list []query.LinkedFact) []string {
	out := make([]string, len(list))
	for n, l := range list {
		out[n] = ended(l.Title)
	}
	return out
}

// linkedItem is one linked work: its title, when where that matters, and what it
// came to.
func (p *prose) linkedItem(l query.LinkedFact) string {
	title := ended(l.Title)
	switch l.Kind {
	case party.LinkedPlan:
		title = booked(title)
	case party.LinkedHonour:
		title = p.day(l.On) + title
	case party.LinkedTarget, party.LinkedIdea:
		title = strings.TrimSpace(title)
	}
	if text := ended(l.Body); text != "" {
		title += "，" + text
	}
	for _, f := range l.Figures {
		title += "，" + f.Words()
	}
	return title
}

func linkedRefs(list []query.LinkedFact) []query.Source {
	var out []query.Source
	for _, l := range list {
		out = append(out, l.Refs...)
	}
	return out
}
