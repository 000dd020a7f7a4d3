package paper

import (
	"embed"
	"fmt"
	"strconv"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/outline"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/query"
)

// shipped are the outlines with which the product comes, by kind of paper.
//
//go:embed outlines/*.txt
var shipped embed.FS

// The kinds of papers that are written from outlines.
const (
	headOutline     = string(inspection.HeadReport)
	progressOutline = string(inspection.ProgressReport)
	groupOutline    = string(inspection.GroupNotice)

	requestOutline    = string(inspection.LifeRequest)
	lifePlanOutline   = string(inspection.LifePlan)
	lifeReportOutline = string(inspection.LifeReport)
)

// OutlineKinds lists the papers that are written from outlines.
func OutlineKinds() []string {
	return []string{headOutline, progressOutline, groupOutline, requestOutline, lifePlanOutline, lifeReportOutline}
}

// Shipped is the outline with which the product comes for a kind of paper;
// empty for one that is not written from an outline.
func Shipped(kind string) string {
	text, err := shipped.ReadFile("outlines/" + kind + ".txt")
	if err != nil {
		return ""
	}
	return string(text)
}

// parts are what the product composes itself: paragraphs, or whole sections.
var parts = map[string]map[string]func(*prose){
	headOutline: {"开头": opening, "履行第一责任": duty, "组织体系和责任": responsibility, "部署推进": deployment, "党内生活": partyLife,
		"长效机制": longTerm, "结合日常工作": dailyWork},
	progressOutline: {"开头": progressOpening, "组织推进": organised, "逐个问题": problemByProblem, "立行立改": immediateMatters,
		"长效机制": lastingEffect, "群众监督": opinions, "尚未完成和下一步": remaining},
	groupOutline:   {"成立缘由": founding, "领导小组名单": groupSeats, "办公室名单": groupStaff, "工作职责": groupDuties},
	requestOutline: lifeRequestParts, lifePlanOutline: lifePlanParts, lifeReportOutline: lifeReportParts,
}

// facts are what a sentence of an outline may state, in every kind of paper.
var facts = map[string]func(*prose){
	"单位名称":   func(p *prose) { p.stated(p.Organisation.Name, p.OrgRefs, atOrganisation) },
	"单位简称":   func(p *prose) { p.stated(p.Organisation.ShortName, p.OrgRefs, atOrganisation) },
	"党组名称":   func(p *prose) { p.stated(p.Organisation.PartyName, p.OrgRefs, atOrganisation) },
	"党组简称":   func(p *prose) { p.say(p.OrgRefs, partyBody(p.Organisation)) },
	"巡察办":    func(p *prose) { p.stated(p.Office.ShortName, p.OfficeRefs, atAddressee) },
	"主要负责人":  func(p *prose) { p.stated(p.Head.Name, p.Head.Refs, atHead) },
	"负责人职务":  func(p *prose) { p.stated(p.Head.Title, p.Head.Refs, atHead) },
	"截止日期":   func(p *prose) { p.say(p.InspectionRefs, p.day(p.CutOff)) },
	"成文日期":   func(p *prose) { p.say(p.InspectionRefs, p.day(p.On)) },
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
}

// conditions are what an outline may ask.
var conditions = map[string]func(*prose) bool{
	"已成立领导小组":  func(p *prose) bool { return p.Group != nil },
	"有专题民主生活会": func(p *prose) bool { return p.Life != nil },
	"有未完成问题":   func(p *prose) bool { return p.Counts.Done() < p.Counts.Total },
	"有逾期问题":    func(p *prose) bool { return p.Counts.ByVerdict[work.NotDone] > 0 },
	"有长期坚持问题":  func(p *prose) bool { return p.Counts.LongTerm > 0 },
	"有新制定制度":   func(p *prose) bool { return len(p.Regulations.Enacted) > 0 },
}

// listing is records that an outline may go through one by one.
type listing struct {
	count func(*prose) int
	facts map[string]func(*prose, int)
}

var lists = map[string]listing{
	"会议": {func(p *prose) int { return len(p.Meetings) }, map[string]func(*prose, int){
		"名称": func(p *prose, n int) { p.say(p.Meetings[n].Refs, ended(p.Meetings[n].Title)) },
		"日期": func(p *prose, n int) { p.say(p.Meetings[n].Refs, p.day(workday.Date(p.Meetings[n].HeldOn))) }}},
	"新制定制度": {func(p *prose) int { return len(p.Regulations.Enacted) }, regulationFacts(func(p *prose) []query.RegulationFact { return p.Regulations.Enacted })},
	"修订制度":  {func(p *prose) int { return len(p.Regulations.Revised) }, regulationFacts(func(p *prose) []query.RegulationFact { return p.Regulations.Revised })},
}

func regulationFacts(of func(*prose) []query.RegulationFact) map[string]func(*prose, int) {
	return map[string]func(*prose, int){
		"名称": func(p *prose, n int) { p.say(of(p)[n].Refs, booked(of(p)[n].Title)) },
		"日期": func(p *prose, n int) { p.say(of(p)[n].Refs, p.day(of(p)[n].On)) },
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

// OutlineNames is what the outline of a kind of paper may speak of.
func OutlineNames(kind string) outline.Names {
	n := outline.Names{Facts: map[string]bool{}, Parts: map[string]bool{}, Conditions: map[string]bool{}, Lists: map[string]map[string]bool{}}
	for name := range facts {
		n.Facts[name] = true
	}
	for name := range parts[kind] {
		n.Parts[name] = true
	}
	for name := range conditions {
		n.Conditions[name] = true
	}
	for name, l := range lists {
		n.Lists[name] = map[string]bool{}
		for item := range l.facts {
			n.Lists[name][item] = true
		}
	}
	return n
}

// faultAt is how a paper says that its outline cannot be followed.
func faultAt(f outline.Fault) string {
	return fmt.Sprintf("可用的文书模板（第%d行）", f.Line)
}
