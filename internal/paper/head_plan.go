package paper

import (
	"fmt"

	"bihuan/internal/query"
)

// issue tells when the plan was issued, under which number.
func (p *prose) issue(f query.PlanFact) {
	if f.IssuedOn == "" || f.DocumentNumber == "" {
		p.gap(atIssue)
		return
	}
	p.sayf(f.IssueRefs, "%s，以%s印发执行。", p.day(f.IssuedOn), f.DocumentNumber)
}

// drafted tells the first draft, and the comments sought on it.
func (p *prose) drafted(f query.PlanFact) {
	p.sayf(f.Refs, "在制定整改方案过程中，%s形成%s", p.day(f.Drafted), orDraft(f.DraftName))
	c := f.Comments
	if c.Total == 0 {
		p.say(nil, "，")
		p.gap(atComments)
		return
	}
	p.sayf([]query.Source{listRef(query.ListComments, "all")}, "并征求意见，收到意见建议%d条，%s。", c.Total, answered(c))
}

func orDraft(name string) string {
	if name == "" {
		return "方案初稿"
	}
	return "方案" + name
}

// answered says how the comments were answered.
func answered(c query.CommentCounts) string {
	var parts []string
	for _, a := range []struct {
		word string
		n    int
	}{{"采纳", c.TakenUp}, {"部分采纳", c.Partly}, {"未采纳", c.Refused}, {"正在研究", c.Open}} {
		if a.n > 0 {
			parts = append(parts, fmt.Sprintf("%s%d条", a.word, a.n))
		}
	}
	return joined(parts)
}

// adoption tells the meeting that adopted the plan.
func (p *prose) adoption(f query.PlanFact) {
	if f.AdoptedOn == "" {
		p.lack(atAdoption)
		p.say(nil, "；")
		return
	}
	for _, m := range p.told(plan) {
		if m.ID == f.AdoptionID && m.ByHead {
			p.sayf(f.AdoptionRefs, "%s，%s主持召开%s，审议通过整改方案%s；", p.day(f.AdoptedOn), p.self, m.Title, demands(m.Requirements))
			return
		}
	}
	where := f.AdoptedAt
	if where == "" {
		where = partyBody(p.Organisation) + "会议"
	}
	p.sayf(f.AdoptionRefs, "%s，%s审议通过整改方案；", p.day(f.AdoptedOn), where)
}

// consents tells when the inspection office and the team agreed to the plan.
func (p *prose) consents(f query.PlanFact) {
	if f.OfficeOn == "" || f.TeamOn == "" {
		p.lack(atConsent)
		p.say(nil, "；")
	}
	office, team := withNumber(p.Office.ShortName, f.OfficePaper), withNumber(p.Feedback.Team, f.TeamPaper)
	switch {
	case f.OfficeOn != "" && f.OfficeOn == f.TeamOn:
		p.sayf(f.ConsentRefs, "%s，%s、%s审核同意；", p.day(f.OfficeOn), office, team)
	case f.OfficeOn != "" && f.TeamOn != "":
		p.sayf(f.ConsentRefs, "%s%s、%s%s审核同意；", p.day(f.OfficeOn), office, p.day(f.TeamOn), team)
	case f.OfficeOn != "":
		p.sayf(f.ConsentRefs, "%s，%s审核同意；", p.day(f.OfficeOn), office)
	case f.TeamOn != "":
		p.sayf(f.ConsentRefs, "%s，%s审核同意；", p.day(f.TeamOn), team)
	}
}

// withNumber is a body with the number of its paper, where it wrote one.
func withNumber(body, number string) string {
	if number == "" {
		return body
	}
	return body + "（" + number + "）"
}

// claims tells how the lead departments took their tasks over.
func (p *prose) claims() {
	m := p.Measures
	refs := []query.Source{listRef(query.ListMeasures, "claimed")}
	switch {
	case m.Claimed == 0:
		p.gap(atClaims)
		return
	case m.ClaimFrom == m.ClaimUntil:
		p.sayf(refs, "%s，", p.day(m.ClaimFrom))
	default:
		p.sayf(refs, "%s至%s，", p.day(m.ClaimFrom), p.day(m.ClaimUntil))
	}
	if m.Claimed == m.Total {
		p.sayf(refs, "%d个牵头科室（单位）全部认领%d条整改措施。", m.Departments, m.Claimed)
		return
	}
	p.sayf(refs, "%d个牵头科室（单位）认领整改措施%d条。", m.Departments, m.Claimed)
	p.gap(atClaims, m.Total-m.Claimed, "条未认领")
}
