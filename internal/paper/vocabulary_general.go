package paper

import (
	"strconv"

	"bihuan/internal/domain/work"
	"bihuan/internal/query"
)

// bodyWords name who writes, to whom, and when: in every paper of an inspection.
func bodyWords() vocabulary {
	return vocabulary{facts: map[string]func(*prose){
		"单位名称":  func(p *prose) { p.stated(p.Organisation.Name, p.OrgRefs, atOrganisation) },
		"单位简称":  func(p *prose) { p.stated(p.Organisation.ShortName, p.OrgRefs, atOrganisation) },
		"党组名称":  func(p *prose) { p.stated(p.Organisation.PartyName, p.OrgRefs, atOrganisation) },
		"党组简称":  func(p *prose) { p.say(p.OrgRefs, partyBody(p.Organisation)) },
		"业务领域":  func(p *prose) { p.say(p.OrgRefs, business(p.Organisation)) },
		"巡察办":   func(p *prose) { p.stated(p.Office.ShortName, p.OfficeRefs, atAddressee) },
		"巡察组":   func(p *prose) { p.stated(p.Feedback.Team, p.Feedback.MeetingRefs, atTeam) },
		"主要负责人": func(p *prose) { p.stated(p.Head.Name, p.Head.Refs, atHead) },
		"负责人职务": func(p *prose) { p.stated(p.Head.Title, p.Head.Refs, atHead) },
		"截止日期":  func(p *prose) { p.say(p.InspectionRefs, p.day(p.CutOff)) },
		"成文日期":  func(p *prose) { p.say(p.InspectionRefs, p.day(p.On)) },
	}}
}

// recordWords state counts of the records of an inspection, and go through them.
func recordWords() vocabulary {
	enacted, revised := func(p *prose) []query.RegulationFact { return p.Regulations.Enacted }, func(p *prose) []query.RegulationFact { return p.Regulations.Revised }
	return vocabulary{
		facts: map[string]func(*prose){
			"具体问题数":  problemCount("all", func(c query.Counts) int { return c.Total }),
			"已完成数":   verdicts(work.Done),
			"基本完成数":  verdicts(work.BasicallyDone),
			"整改中数":   verdicts(work.UnderWay),
			"未启动数":   verdicts(work.NotStarted),
			"逾期未完成数": verdicts(work.NotDone),
			"销号数":    problemCount("closed", func(c query.Counts) int { return c.Closed }),
			"长期坚持数":  problemCount("long-term", func(c query.Counts) int { return c.LongTerm }),
			"新制定制度数": func(p *prose) { p.numbered(len(p.Regulations.Enacted), regulationRefs(p.Regulations.Enacted)) },
			"修订制度数":  func(p *prose) { p.numbered(len(p.Regulations.Revised), regulationRefs(p.Regulations.Revised)) },
			"会议次数":   func(p *prose) { p.numbered(len(p.Meetings), meetingRefs(p.Meetings)) },
		},
		conditions: map[string]func(*prose) bool{
			"已成立领导小组":  func(p *prose) bool { return p.Group != nil },
			"有专题民主生活会": func(p *prose) bool { return p.Life != nil },
			"有未完成问题":   func(p *prose) bool { return p.Counts.Done() < p.Counts.Total },
			"有逾期问题":    func(p *prose) bool { return p.Counts.ByVerdict[work.NotDone] > 0 },
			"有长期坚持问题":  func(p *prose) bool { return p.Counts.LongTerm > 0 },
			"有新制定制度":   func(p *prose) bool { return len(p.Regulations.Enacted) > 0 },
		},
		lists: map[string]listing{
			"新制定制度": each(enacted, regulationItem()),
			"修订制度":  each(revised, regulationItem()),
		},
	}
}

func regulationItem() map[string]func(*prose, query.RegulationFact) {
	return map[string]func(*prose, query.RegulationFact){
		"名称": func(p *prose, r query.RegulationFact) { p.say(r.Refs, booked(r.Title)) },
		"日期": func(p *prose, r query.RegulationFact) { p.say(r.Refs, p.day(r.On)) },
	}
}

func verdicts(v work.Verdict) func(*prose) {
	return problemCount(string(v), func(c query.Counts) int { return c.ByVerdict[v] })
}

// problemCount states a count of problems, with the list that it counts.
func problemCount(selection string, of func(query.Counts) int) func(*prose) {
	return func(p *prose) {
		p.say([]query.Source{listRef(query.ListProblems, selection)}, strconv.Itoa(of(p.Counts)))
	}
}

func (p *prose) numbered(n int, refs []query.Source) {
	if n == 0 {
		refs = p.InspectionRefs
	}
	p.say(refs, strconv.Itoa(n))
}

// stated says what a record holds, or marks that it holds nothing.
func (p *prose) stated(text string, refs []query.Source, at place) {
	if text == "" {
		p.lack(at)
		return
	}
	p.say(refs, text)
}

func regulationRefs(list []query.RegulationFact) (out []query.Source) {
	for _, r := range list {
		out = append(out, r.Refs...)
	}
	return out
}

func meetingRefs(list []query.MeetingFact) (out []query.Source) {
	for _, m := range list {
		out = append(out, m.Refs...)
	}
	return out
}
