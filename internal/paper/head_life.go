package paper

import (
	"fmt"
	"strings"

	"bihuan/internal/domain/party"
	"bihuan/internal/query"
)

func (p *prose) consent(l query.LifeFact) {
	if l.ConsentOn == "" {
		p.lack(atLifeConsent)
	} else {
		by := l.ConsentBy
		if by == "" {
			by = "上级党组织"
		}
		asked := ""
		if l.ConsentAskedOn != "" {
			asked = p.day(l.ConsentAskedOn) + "请示、"
		}
		p.sayf(l.Refs, "经%s%s%s同意，", asked, p.day(l.ConsentOn), by)
	}
	if l.HeldOn == "" {
		p.gap(atLifeDay)
		return
	}
	theme := ""
	if l.Theme != "" {
		theme = "，主题为" + quoted(ended(l.Theme))
	}
	p.sayf(l.Refs, "%s于%s召开巡察整改专题民主生活会%s。", partyBody(p.Organisation), p.day(l.HeldOn), theme)
}

// prepared tells the plan, the study and the opinions sought before the meeting.
func (p *prose) prepared(l query.LifeFact) {
	var done []string
	if l.PlanOn == "" {
		p.lack(atLifePlan)
	} else {
		done = append(done, p.day(l.PlanOn)+"制定会议方案")
	}
	if l.OpinionsOn == "" {
		p.lack(atLifeOpinions)
	} else {
		done = append(done, fmt.Sprintf("%s汇总征求到的意见建议%d条", p.day(l.OpinionsOn), l.Opinions))
	}
	if l.StudyOn == "" {
		p.lack(atLifeStudy)
	} else {
		done = append(done, p.day(l.StudyOn)+"组织专题学习")
	}
	if len(done) > 0 {
		p.say(l.Refs, "会前，"+strings.Join(done, "，")+"。")
	}
}

// scopeWords is with whom a talk was held.
var scopeWords = map[party.TalkScope]string{party.LeaderWithLeader: "班子成员之间", party.LeaderWithDeptHead: "班子成员与科室（单位）负责人",
	party.LeaderWithStaff: "班子成员与干部职工"}

// metWords is with whom the head talked.
var metWords = map[party.TalkScope]string{party.LeaderWithLeader: "名班子成员", party.LeaderWithDeptHead: "名科室（单位）负责人",
	party.LeaderWithStaff: "名干部职工"}

func (p *prose) talks(l query.LifeFact) {
	t := l.Talks
	if t.Total == 0 {
		p.gap(atTalks)
		return
	}
	var refs []query.Source
	var scopes, met []string
	people := 0
	for _, s := range party.TalkScopes() {
		if t.ByScope[s] > 0 {
			refs = append(refs, listRef(query.ListTalks, string(s)))
			scopes = append(scopes, fmt.Sprintf("%s%d次", scopeWords[s], t.ByScope[s]))
		}
		if t.ByHead[s] > 0 {
			people += t.ByHead[s]
			met = append(met, fmt.Sprintf("%d%s", t.ByHead[s], metWords[s]))
		}
	}
	p.sayf(refs, "%s至%s，开展谈心谈话%d次，其中%s", p.day(t.First), p.day(t.Last), t.Total, joined(scopes))
	if people > 0 && p.own() {
		p.sayf(refs, "；本人与%s逐一谈心谈话", joined(met))
	}
	p.say(refs, "。")
}

func (p *prose) selfPapers(l query.LifeFact) {
	n := l.Papers
	refs := []query.Source{listRef(query.ListSelfPapers, l.ID)}
	if n.Team+n.Members == 0 {
		p.gap(atPapers)
		return
	}
	var parts []string
	if n.Team > 0 {
		parts = append(parts, "班子")
	}
	if n.Members > 0 {
		parts = append(parts, fmt.Sprintf("%d名班子成员", n.Members))
	}
	p.sayf(refs, "%s撰写对照检查材料%d份", strings.Join(parts, "和"), n.Team+n.Members)
	switch {
	case !p.own():
	case n.ByHead > 0:
		p.sayf(refs, "，其中本人审核把关%d份", n.ByHead)
	default:
		p.lack(atPapers, "审核人")
	}
	p.say(refs, "。")
}

// criticisms tells what was said at the meeting and what followed from it.
func (p *prose) criticisms(l query.LifeFact) {
	n := l.Criticisms
	refs := []query.Source{listRef(query.ListCriticisms, l.ID)}
	if l.HeldOn == "" || n.Total == 0 {
		p.gap(atCriticisms)
		return
	}
	said := "会上，"
	if p.own() {
		said += headsPart(n)
	}
	p.sayf(refs, "%s班子成员共开展自我批评%d条、相互批评%d条。", said, n.Self, n.Mutual)
	p.followed(n, refs)
}

// headsPart is what the head said and heard at the meeting.
func headsPart(n query.CriticismCounts) string {
	said := ""
	if n.HeadSelf > 0 {
		said += "本人作自我批评，"
	}
	if n.FromHead > 0 {
		said += fmt.Sprintf("对其他班子成员提出批评意见%d条，", n.FromHead)
	}
	if n.ToHead > 0 {
		said += fmt.Sprintf("接受批评意见%d条，", n.ToHead)
	}
	return said
}

// followed tells the measures taken on the criticisms.
func (p *prose) followed(n query.CriticismCounts, refs []query.Source) {
	switch {
	case n.Measured == 0:
		p.gap(atCriticisms, "会后整改措施")
		return
	case n.Measured < n.Total:
		p.sayf(refs, "会后，对其中%d条制定了整改措施，", n.Measured)
	default:
		p.sayf(refs, "会后，对%d条意见逐条制定整改措施，", n.Total)
	}
	switch n.Done {
	case n.Measured:
		p.say(refs, "均已整改到位。")
		return
	case 0:
		p.say(refs, "正在逐条推进。")
		return
	}
	p.sayf(refs, "截至%s已整改到位%d条，其余%d条正在推进。", p.day(p.CutOff), n.Done, n.Measured-n.Done)
}

func (p *prose) branches() {
	if len(p.Branches) == 0 {
		p.gap(atBranch)
		return
	}
	for _, b := range p.Branches {
		commented := ""
		if b.HeadCommented {
			commented = "，并对会议作了点评"
		}
		p.sayf(b.Refs, "%s，%s召开%s，本人以普通党员身份参加%s。", p.day(b.HeldOn), b.Branch, orLife(b.Theme), commented)
	}
}

func orLife(theme string) string {
	switch {
	case theme == "":
		return "组织生活会"
	case strings.Contains(theme, "组织生活会"):
		return ended(theme)
	}
	return "以" + quoted(ended(theme)) + "为主题的组织生活会"
}
