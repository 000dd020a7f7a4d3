package paper

import (
	"fmt"
	"strings"

	"bihuan/internal/domain/work"
	"bihuan/internal/query"
)

func listRef(list, selection string) query.Source { return list + ":" + selection }

func (p *prose) leadingGroup(g query.GroupFact) {
	if g.FoundedOn == "" {
		p.lack(atGroupDay)
	} else {
		p.say(g.Refs, p.day(g.FoundedOn)+"，")
	}
	p.sayf(g.Refs, "%s成立巡察整改工作领导小组", partyBody(p.Organisation))
	if g.DocumentNumber != "" {
		p.sayf(g.Refs, "（%s）", g.DocumentNumber)
	}
	p.say(g.Refs, "，")
	switch {
	case g.Leader.Name == "":
		p.lack(atGroupLeader)
	case g.HeadLeads:
		p.say(g.Leader.Refs, "由"+p.self+"任组长，")
	default:
		p.seated([]query.Officer{g.Leader}, "由", "任组长，")
	}
	if len(g.Deputies) > 0 {
		p.seated(g.Deputies, "", "任副组长，")
	}
	if len(g.Members) == 0 {
		p.lack(atGroupMembers)
		p.say(g.Refs, "。")
	} else {
		p.seated(g.Members, "", "为成员。")
	}
	if g.Duties != "" {
		p.say(g.Refs, "领导小组"+ended(g.Duties)+"。")
	}
}

// seated names people with their posts of that day; a post that is not on
// record is marked.
func (p *prose) seated(people []query.Officer, before, after string) {
	p.say(officerRefs(people), before+titled(people))
	for _, o := range people {
		if o.Title == "" {
			p.lack(atPost, o.Name)
		}
	}
	p.say(officerRefs(people), after)
}

func (p *prose) office(g query.GroupFact) {
	if g.Department == "" {
		p.lack(atOffice)
	} else {
		p.say(g.Refs, "领导小组下设办公室，设在"+g.Department)
	}
	switch {
	case len(g.OfficeLeaders)+len(g.OfficeMembers) == 0:
		p.say(g.Refs, "，")
		p.lack(atOfficeStaff)
	case len(g.OfficeLeaders) == 0:
		p.seated(g.OfficeMembers, "，", "为成员，承担整改日常工作")
	case len(g.OfficeMembers) == 0:
		p.seated(g.OfficeLeaders, "，由", "任主任，承担整改日常工作")
	default:
		p.seated(g.OfficeLeaders, "，由", "任主任，")
		p.seated(g.OfficeMembers, "", "为成员，承担整改日常工作")
	}
	p.say(g.Refs, "。")
}

// seatChanges tells who came and who left after the group was founded.
func (p *prose) seatChanges(changes []query.SeatChange) {
	if len(changes) == 0 {
		return
	}
	var items []part
	var refs []query.Source
	for _, c := range changes {
		body := "领导小组"
		if c.Office {
			body = "领导小组办公室"
		}
		refs = append(refs, c.Refs...)
		from := refsOf(c.Refs, c.Who.Refs)
		if c.Came {
			items = append(items, part{p.day(c.On) + "起，增补" + titled([]query.Officer{c.Who}) + "为" + body + "成员", from})
		} else {
			items = append(items, part{p.day(c.On.AddDays(1)) + "起，" + c.Who.Name + "不再担任" + body + "成员", from})
		}
	}
	p.say(refs, "此后根据人员变动作了调整：")
	p.list(items)
}

// shares tells who leads the rectification of how many problems.
func (p *prose) shares() {
	var parts []string
	var refs []query.Source
	for _, l := range p.Leaders {
		refs = append(refs, refsOf(l.Refs, l.Leader.Refs)...)
		name := l.Leader.Name
		if l.IsHead {
			name = p.self
		}
		parts = append(parts, fmt.Sprintf("%s牵头%d个", name, l.Problems))
	}
	if len(parts) > 0 {
		p.sayf(refs, "责任领导逐一明确到问题，其中%s。", joined(parts))
	}
	if n := p.Counts.Unassigned; n > 0 {
		p.gap(atAssigned, n, "个")
	}
}

// planned tells the plan with its measures and the three lists.
func (p *prose) planned() {
	if p.Plan == nil {
		p.gap(atPlan)
		return
	}
	p.sayf(p.Plan.Refs, "研究制定%s，", booked(p.Plan.Title))
	if words := counted(p.Feedback.Nodes); words != "" {
		p.sayf(p.Feedback.PaperRefs, "针对巡察反馈的%s，", words)
	}
	m := p.Measures
	if m.Total == 0 {
		p.lack(atMeasures)
		p.say(p.Plan.Refs, "。")
		return
	}
	refs := []query.Source{listRef(query.ListMeasures, "all")}
	each := ""
	if m.Problems == p.Counts.Total {
		each = "逐项"
	}
	p.sayf(refs, "%s制定整改措施%d条%s", each, m.Total, kindsOfMeasures(m))
	if each == "" {
		p.lack(atMeasures, p.Counts.Total-m.Problems, "个问题未制定")
	}
	if p.Counts.Unassigned == 0 && p.Counts.Total > 0 {
		p.say(refsOf(refs, []query.Source{listRef(query.ListProblems, "all")}), "，逐一明确责任领导、牵头科室、责任人和完成时限，建立问题清单、任务清单、责任清单“三个清单”")
	}
	p.say(refs, "。")
}

// kindsOfMeasures says how the measures part into the three kinds.
func kindsOfMeasures(m query.MeasureFacts) string {
	words := map[work.MeasureKind]string{work.Direct: "直接整改", work.Similar: "举一反三", work.LongTerm: "长效机制"}
	var parts []string
	for _, k := range work.MeasureKinds() {
		if m.ByKind[k] > 0 {
			parts = append(parts, fmt.Sprintf("%s%d条", words[k], m.ByKind[k]))
		}
	}
	if len(parts) < 2 {
		return ""
	}
	return "（" + strings.Join(parts, "、") + "）"
}
