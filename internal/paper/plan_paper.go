package paper

import (
	"fmt"
	"slices"
	"strings"

	"bihuan/internal/domain/party"
	domain "bihuan/internal/domain/plan"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/gongwen"
	"bihuan/internal/ledger"
	"bihuan/internal/query"
	"bihuan/internal/sheet"
)

// PlanPaper composes the rectification plan (整改方案) from what the plan says
// and the records around it, with the three lists attached.
func PlanPaper(f query.PlanFacts) (*gongwen.Document, error) {
	p := &planProse{prose: prose{Facts: f.Facts, self: partyBody(f.Organisation) + "主要负责人"}, f: f}
	for _, section := range []func(){p.aims, p.organisation, p.tasks, p.steps, p.demands} {
		section()
		p.end()
	}
	lists, err := p.lists()
	return &gongwen.Document{Title: gongwen.WrapTitle(f.Title), Addressee: departments(f.Facts), Blocks: p.blocks, Attachments: lists,
		Signature: organisationSignature(f.Facts), Author: f.Organisation.Name, Subject: f.Title}, err
}

// planProse is the prose of the plan's paper.
type planProse struct {
	prose
	f query.PlanFacts
}

// aims is section one: whereon the plan rests and what it is to reach.
func (p *planProse) aims() {
	p.heading("总体要求")
	p.fedBack()
	n := p.Feedback
	if n.NoticeTitle == "" || n.NoticeNumber == "" {
		p.gap(atNotice)
	} else {
		p.sayf(n.MeetingRefs, "根据%s（%s），结合实际，制定本方案。", booked(n.NoticeTitle), n.NoticeNumber)
	}
	p.end()
	p.targets()
}

// targets counts what is to be done by when, and what is expected of it.
func (p *planProse) targets() {
	c := p.tally()
	p.sayf(c.problems, "本方案对%d个具体问题逐项明确整改目标、措施、责任和时限", c.all)
	if end := p.f.Dues[workday.PeriodEnd].Date; end != "" {
		p.sayf(c.problems, "：集中整改期内（%s前）完成%d个", p.day(end), c.within)
	}
	if c.beyond > 0 {
		p.sayf(c.late, "，超出集中整改期的%d个，均已说明理由", c.beyond)
	}
	if c.lasting > 0 {
		p.sayf(c.long, "，其中需要长期坚持%d个", c.lasting)
	}
	if c.open > 0 {
		p.say(nil, "，")
		p.lack(atAssigned, c.open, "个没有完成时限")
	}
	p.say(nil, "。")
	if c.measures == 0 {
		p.gap(atMeasures)
		return
	}
	p.sayf(c.measured, "共制定整改措施%d条%s", c.measures, kindsOfMeasures(query.MeasureFacts{ByKind: c.kinds}))
	if c.shared > 0 {
		p.sayf(c.sharing, "，其中%d条由多个问题共用", c.shared)
	}
	p.say(c.measured, "。")
	if words := sums(c.results); words != "" {
		p.sayf(c.expecting, "预期可计数的成效：%s。", words)
	}
}

// tallied is what the content adds up to, with the records behind each figure.
type tallied struct {
	all, within, beyond, lasting, open, measures, shared int
	kinds                                                map[work.MeasureKind]int
	results                                              map[work.ResultKind]int64
	problems, late, long, measured, sharing, expecting   []query.Source
}

func (p *planProse) tally() tallied {
	t := tallied{kinds: map[work.MeasureKind]int{}, results: map[work.ResultKind]int64{}, problems: []query.Source{listRef(query.ListProblems, "all")},
		measured: []query.Source{listRef(query.ListMeasures, "all")}}
	end := p.f.Dues[workday.PeriodEnd].Date
	seen := map[string]bool{}
	for _, pr := range p.f.Content.Problems {
		t.problem(pr, end)
		for _, m := range pr.Measures {
			t.measures++
			t.kinds[m.Kind]++
			for _, r := range work.ReadResults(m.Expected) {
				t.results[r.Kind] += r.Amount
				t.expecting = append(t.expecting, "measure:"+m.ID)
			}
		}
		for _, s := range pr.Shared {
			if !seen[s.ID] {
				t.shared++
				t.sharing = append(t.sharing, "measure:"+s.ID)
			}
			seen[s.ID] = true
		}
	}
	t.expecting = refsOf(t.expecting)
	return t
}

func (t *tallied) problem(pr domain.Problem, end workday.Date) {
	t.all++
	ref := "problem:" + pr.ID
	switch d := pr.Duty; {
	case d.Deadline == "" && d.Term == "" && !d.LongTerm:
		t.open++
	case d.Deadline != "" && end != "" && d.Deadline > end:
		t.beyond++
		t.late = append(t.late, ref)
	default:
		t.within++
	}
	if pr.Duty.LongTerm {
		t.lasting++
		t.long = append(t.long, ref)
	}
}

// sums writes the expected results of the kinds that add up.
func sums(results map[work.ResultKind]int64) string {
	var parts []string
	if n := results[work.ResultMoney]; n > 0 {
		parts = append(parts, "涉及资金"+work.Money(n))
	}
	for _, k := range []struct {
		kind work.ResultKind
		word string
	}{{work.ResultPeople, "涉及人员%d人（次）"}, {work.ResultRegulations, "建立完善制度%d项"}, {work.ResultCases, "办理案件（事项）%d件"}} {
		if n := results[k.kind]; n > 0 {
			parts = append(parts, fmt.Sprintf(k.word, n))
		}
	}
	return joined(parts)
}

// organisation is section two: the leading group, its office, and who answers.
func (p *planProse) organisation() {
	p.heading("组织领导")
	if p.Group == nil {
		p.gap(atGroup)
	} else {
		p.leadingGroup(*p.Group)
		p.office(*p.Group)
	}
	p.end()
	p.shares()
}

// tasks is section three: problem by problem.
func (p *planProse) tasks() {
	p.heading("整改任务及措施")
	if len(p.f.Content.Problems) == 0 {
		p.gap(atProblems)
		return
	}
	for _, b := range p.f.Branches {
		if b.Title != "" {
			p.blocks = append(p.blocks, gongwen.Heading{Level: 2, Numbered: true, Text: gongwen.Line{gongwen.Text(unmarked(b.Title), "node:"+b.ID)}})
		}
		for _, pr := range b.Problems {
			p.task(pr)
		}
	}
}

func (p *planProse) task(pr domain.Problem) {
	ref := []query.Source{"problem:" + pr.ID}
	p.blocks = append(p.blocks, gongwen.Heading{Level: 3, Numbered: true, Text: gongwen.Line{gongwen.Text(ended(pr.Title)+"。", ref...)}})
	p.part("原因分析：", pr.Cause, ref)
	p.part("整改目标：", pr.Goal, ref)
	p.part("完成标准：", strings.ReplaceAll(pr.Criteria, "\n", ""), ref)
	if len(pr.Measures)+len(pr.Shared) == 0 {
		p.gap(atMeasures)
	}
	for n, m := range pr.Measures {
		p.sayf([]query.Source{"measure:" + m.ID}, "措施%d（%s）：%s。", n+1, m.Kind.Word(), ended(m.Text))
		p.apart(pr, m)
		p.end()
	}
	for _, s := range pr.Shared {
		p.sayf([]query.Source{"measure:" + s.ID}, "措施（%s，与问题%s共用）：%s。", s.Kind.Word(), s.Number, ended(s.Text))
		p.end()
	}
	p.answers(pr, ref)
}

// told says one thing of a problem; what nobody wrote is marked.
func (p *planProse) part(label, text string, ref []query.Source) {
	p.say(ref, label)
	if text == "" {
		p.lack(atProblemPlan, strings.TrimSuffix(label, "："))
	} else {
		p.say(ref, ended(text))
	}
	p.say(ref, "。")
	p.end()
}

// own says who answers for a measure and by when, where that is not its
// problem's.
func (p *planProse) apart(pr domain.Problem, m domain.Measure) {
	var parts []string
	ref := []query.Source{"measure:" + m.ID}
	if m.Duty.Lead.ID != pr.Duty.Lead.ID && m.Duty.Lead.Name != "" {
		parts = append(parts, "牵头："+m.Duty.Lead.Name)
	}
	if m.Duty.Owner.ID != pr.Duty.Owner.ID && m.Duty.Owner.Name != "" {
		parts = append(parts, "责任人："+m.Duty.Owner.Name)
	}
	if due := m.Duty.Due(); due != pr.Duty.Due() && due != "" {
		parts = append(parts, "时限："+due)
	}
	if m.Expected != "" {
		parts = append(parts, "预期成效："+m.Expected)
	}
	if len(parts) > 0 {
		p.sayf(ref, "（%s）", strings.Join(parts, "；"))
	}
}

// answers says who answers for a problem, each assisting department for its
// part, and by when.
func (p *planProse) answers(pr domain.Problem, ref []query.Source) {
	d := pr.Duty
	for n, x := range []struct {
		label, name string
	}{{"责任领导：", d.Leader.Name}, {"牵头科室：", d.Lead.Name}, {"责任人：", d.Owner.Name}, {"完成时限：", d.Due()}} {
		if n > 0 {
			p.say(ref, "；")
		}
		p.say(ref, x.label)
		if x.name == "" {
			p.lack(atAssigned)
		} else {
			p.say(ref, x.name)
		}
	}
	if d.Reason != "" {
		p.sayf(ref, "（%s）", ended(d.Reason))
	}
	parts := map[string]domain.Part{}
	for _, part := range pr.Parts {
		parts[part.Department.ID] = part
	}
	for n, dept := range d.Assist {
		p.say(ref, map[bool]string{true: "；配合科室：", false: "、"}[n == 0]+dept.Name)
		if part, ok := parts[dept.ID]; ok {
			p.sayf(ref, "（%s）", ended(part.Text))
		}
	}
	p.say(ref, "。")
	p.end()
}

// steps is section four: the stages with the days that the round's rules give.
func (p *planProse) steps() {
	p.heading("方法步骤")
	told := 0
	for _, s := range []struct {
		codes []workday.Code
		name  string
	}{
		{[]workday.Code{workday.Mobilise, workday.Plan}, "动员部署和制定方案"}, {[]workday.Code{workday.LifeMeeting, workday.LifeMeetingPaper}, "召开专题民主生活会"},
		{[]workday.Code{workday.PeriodEnd}, "集中整改"}, {[]workday.Code{workday.Reports, workday.Evaluate}, "报告和评估"},
	} {
		var parts []string
		for _, code := range s.codes {
			if d := p.f.Dues[code]; d.Date != "" {
				parts = append(parts, fmt.Sprintf("%s，%s前（%s）", code.Chinese(), p.day(d.Date), d.Chinese()))
			}
		}
		if len(parts) == 0 {
			continue
		}
		told++
		p.blocks = append(p.blocks, gongwen.Heading{Level: 2, Numbered: true, Text: gongwen.Line{gongwen.Text(s.name+"。", p.InspectionRefs...)},
			Follow: gongwen.Line{gongwen.Text(strings.Join(parts, "；")+"。", p.InspectionRefs...)}})
	}
	if told == 0 {
		p.gap(atFeedbackDay)
	}
}

// demands is section five: what meetings demanded, how it is warned, and how a
// problem is signed off.
func (p *planProse) demands() {
	p.heading("工作要求")
	said := false
	for _, m := range p.Meetings {
		if m.Kind != party.PartyGroup && m.Kind != party.Mobilisation || len(m.Requirements) == 0 {
			continue
		}
		said = true
		p.sayf(m.Refs, "%s，%s要求：", p.day(m.HeldOn), m.Title)
		p.list(numbered(m.Requirements, m.Refs))
		p.end()
	}
	if !said {
		p.gap(atPartyGroup)
	}
	p.warned()
	p.signedOff()
}

// warned tells the ladder of warnings of the round.
func (p *planProse) warned() {
	var steps []string
	for _, s := range p.f.Ladder {
		if s.DaysBefore > 0 {
			unit := "天"
			if s.Unit == workday.Workdays {
				unit = "个工作日"
			}
			steps = append(steps, fmt.Sprintf("提前%d%s%s预警", s.DaysBefore, unit, colourWords[s.Colour]))
		}
	}
	if len(steps) > 0 {
		p.sayf(p.InspectionRefs, "整改任务实行时限预警：%s，逾期红色预警。", joined(steps))
	}
}

var colourWords = map[workday.Colour]string{workday.Green: "绿色", workday.Yellow: "黄色", workday.Red: "红色"}

// chainWords are the steps of the sign-off chain as papers call them.
var chainWords = map[string]string{"department-head": "牵头科室负责人", "leader": "责任领导", "rectification-office": "整改办",
	"resident": "派驻纪检监察组（提出意见）", "party-group": "党组会议", "office": "巡察办"}

// signedOff tells the chain by which a problem is signed off.
func (p *planProse) signedOff() {
	var steps []string
	for _, s := range p.f.Chain {
		if word := chainWords[s.Code]; word != "" {
			steps = append(steps, word)
		}
	}
	if len(steps) > 0 {
		p.sayf(p.InspectionRefs, "问题整改到位后，由经办人对照完成标准逐条提交证明材料申请销号，依次经%s审核确认；参与整改的人员不得审核本人的工作。", strings.Join(steps, "、"))
	}
	p.end()
}

// lists are the three lists as landscape attachments.
func (p *planProse) lists() ([]gongwen.Attachment, error) {
	var out []gongwen.Attachment
	for _, s := range []sheet.Sheet{ledger.ProblemSheet(p.f.Problems), ledger.MeasureSheet(p.f.Measures), ledger.DutySheet(p.f.Duties)} {
		a, err := attached(s)
		if err != nil {
			return nil, err
		}
		out = append(out, a)
	}
	return out, nil
}

// attached is a list as a landscape attachment.
func attached(s sheet.Sheet) (gongwen.Attachment, error) {
	t, err := sheet.Table(s)
	t.Caption, t.Points = gongwen.Run{}, 9
	return gongwen.Attachment{Title: gongwen.Text(s.Title), Landscape: true, Blocks: []gongwen.Block{t}}, err
}

// ListPaper is one list as a paper of its own.
func ListPaper(s sheet.Sheet) (*gongwen.Document, error) {
	a, err := attached(s)
	return &gongwen.Document{Title: gongwen.WrapTitle(s.Title), Blocks: a.Blocks, Landscape: true, Subject: s.Title}, err
}

// unmarked drops the mark that a heading bears in the feedback paper: the plan
// numbers its own.
func unmarked(title string) string {
	for _, mark := range []string{"）", "、", "．", ". "} {
		if at := strings.Index(title, mark); at > 0 && at < 16 && slices.ContainsFunc(strings.Split("一二三四五六七八九十123456789", ""), func(d string) bool { return strings.Contains(title[:at], d) }) {
			return ended(title[at+len(mark):])
		}
	}
	return ended(title)
}
