package paper

import (
	"fmt"
	"strings"

	"bihuan/internal/domain/party"
	"bihuan/internal/query"
)

// longTerm is section five: regulations before, during, and in the making.
func longTerm(p *prose) {
	r := p.Regulations
	if n := len(r.Enacted) + len(r.Revised); n > 0 {
		_, refs := listed(append(r.Enacted[:len(r.Enacted):len(r.Enacted)], r.Revised...), 0)
		p.heading(fmt.Sprintf("坚持标本兼治，以%d项制度固化整改成果", n), refs...)
	} else {
		p.heading("坚持标本兼治，推动整改成果制度化长效化")
	}
	if len(r.Before) > 0 {
		p.regulated("巡察反馈前，已结合自查自纠和立行立改", "出台", r.Before, "。")
	}
	p.during(r)
	p.making(r)
	p.end()
}

// most is how many titles a sentence names before it says 等.
const most = 6

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
		p.lack(atRegulations)
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

// dailyWork is section six: what rectification was combined with. Its heading
// names the organisation's own business and no other.
func dailyWork(p *prose) {
	p.heading("注重统筹兼顾，做到巡察整改与"+business(p.Organisation)+"工作两手抓、两促进", p.OrgRefs...)
	if len(p.Linked) == 0 {
		p.lack(atLinked)
		p.end()
		return
	}
	for _, k := range linkedKinds {
		p.linked(k)
	}
	p.end()
}

// linkedKind is how section six tells one kind of linked work.
type linkedKind struct {
	kind  party.LinkedKind
	lead  string // before the sentence
	count string // unit of a count after the titles; empty for none
}

// linkedKinds follows the order of the sample: plans, conduct, team, business.
var linkedKinds = []linkedKind{
	{party.LinkedPlan, "把整改落实贯穿履行主体责任全过程，制定", ""},
	{party.LinkedDiscipline, "把整改落实贯穿作风建设全过程，开展", "次"},
	{party.LinkedTraining, "把整改落实贯穿队伍建设全过程，举办", ""},
	{party.LinkedIdea, "把整改落实贯穿业务工作全过程，提出", ""},
	{party.LinkedTarget, "以整改推动重点业务指标改善：", ""},
	{party.LinkedHonour, "整改中，", ""},
}

func (p *prose) linked(k linkedKind) {
	list := p.LinkedOf(k.kind)
	if len(list) == 0 {
		return
	}
	p.say(linkedRefs(list), k.lead)
	var items []part
	for _, l := range list {
		items = append(items, part{k.item(p, l), l.Refs})
	}
	p.list(items)
}

// item is one linked work: its title, when where that matters, and what it came to.
func (k linkedKind) item(p *prose, l query.LinkedFact) string {
	title := ended(l.Title)
	switch k.kind {
	case party.LinkedPlan:
		title = booked(title)
	case party.LinkedHonour:
		title = p.day(l.On) + title
	case party.LinkedTarget, party.LinkedIdea:
		title = strings.TrimSpace(title)
	}
	if text := ended(l.Body); text != "" {
		return title + "，" + text
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
