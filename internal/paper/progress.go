package paper

import (
	"fmt"

	"bihuan/internal/domain/party"
	"bihuan/internal/domain/work"
	"bihuan/internal/gongwen"
	"bihuan/internal/ledger"
	"bihuan/internal/query"
)

// ProgressReport composes the organisation's report (整改进展情况报告), problem
// by problem, with the ledger attached: a paper upward, with the red head of
// the Party body and its signatory (GB/T 9704-2012 §7.2). The facts must hold
// the problems: see query.View.AddProblems.
func ProgressReport(f query.Facts) *gongwen.Document {
	p := organised(f, nil)
	p.follow(progressOutline)
	d := p.upward(p.paper())
	d.Addressee, d.Attachments = addressee(f), []gongwen.Attachment{ledgerOf(f)}
	return d
}

func organisationSignature(f query.Facts) *gongwen.Signature {
	s := &gongwen.Signature{Date: gongwen.Text(f.On.Chinese()), Seal: true}
	if f.Organisation.PartyName == "" {
		s.Names = append(s.Names, gongwen.Lack(string(atOrganisation)))
	} else {
		s.Names = append(s.Names, gongwen.Text(f.Organisation.PartyName, f.OrgRefs...))
	}
	return s
}

func progressOpening(p *prose) {
	p.fedBack()
	p.conflicts()
	p.verdictSentence()
	p.gisted()
	p.line = append(p.line, gongwen.Run{Text: "现将整改情况报告如下：", Refs: p.InspectionRefs, Role: roleLeadIn})
	p.end()
}

// organisedWork tells the leading group, who answers for what, the meetings, the
// plan and the life meeting.
func organisedWork(p *prose) {
	p.heading("整改工作组织推进情况")
	if p.Group == nil {
		p.gap(atGroup)
	} else {
		p.leadingGroup(*p.Group)
		p.office(*p.Group)
	}
	p.end()
	p.planned()
	p.planHistory()
	p.end()
	p.held()
	p.end()
	if p.Life == nil {
		p.gap(atLife)
		return
	}
	l := *p.Life
	p.consent(l)
	p.talks(l)
	p.selfPapers(l)
	p.criticisms(l)
	p.end()
}

// held counts all meetings and names those that pushed the work on.
func (p *prose) held() {
	n, decided, settled := map[party.MeetingKind]int{}, 0, 0
	var refs []query.Source
	for _, m := range p.Meetings {
		n[m.Kind]++
		decided, settled, refs = decided+m.Resolutions, settled+m.Settled, append(refs, m.Refs...)
	}
	if len(refs) == 0 {
		p.gap(atMobilisation)
		return
	}
	p.sayf(refs, "先后召开%s，议定整改事项%d项，截至%s已落实%d项。", meetingKinds(n), decided, p.day(p.CutOff), settled)
	for _, m := range p.Meetings {
		if m.Kind == party.ProgressMeeting || m.Kind == party.Mobilisation {
			p.meeting(m)
		}
	}
}

// meetingKinds counts meetings kind by kind.
func meetingKinds(n map[party.MeetingKind]int) string {
	var kinds []string
	for _, k := range party.MeetingKinds() {
		if n[k] > 0 {
			kinds = append(kinds, fmt.Sprintf("%s%d次", countedMeeting[k], n[k]))
		}
	}
	return joined(kinds)
}

// problemByProblem tells every problem under its aspect: what was done, what
// is still to do, and where it stands.
func problemByProblem(p *prose) {
	p.heading("反馈问题整改落实情况")
	if len(p.Aspects) == 0 {
		p.gap(atProblems)
		return
	}
	for _, a := range p.Aspects {
		if a.Title != "" {
			p.blocks = append(p.blocks, gongwen.Heading{Level: 2, Numbered: true, Text: gongwen.Line{gongwen.Text(ended(a.Title), a.Refs...)}})
		}
		for _, pr := range a.Problems {
			p.problem(pr)
		}
	}
}

func (p *prose) problem(pr query.ProblemFact) {
	for _, m := range pr.Measures {
		if m.Report != "" {
			p.say(m.Refs, ended(m.Report)+"。")
		}
	}
	if len(p.line) == 0 {
		p.gap(atProgressOf, ended(pr.Title))
	}
	p.state(pr)
	p.blocks = append(p.blocks, gongwen.Heading{Level: 3, Numbered: true, Role: roleProblem, Follow: p.line,
		Text: gongwen.Line{gongwen.Text("关于"+quoted(ended(pr.Title))+"的问题。", pr.Refs...)}})
	p.line = nil
}

// state says where one problem stands at the cut-off.
func (p *prose) state(pr query.ProblemFact) {
	text := "该问题" + verdictWords[pr.Verdict]
	if pr.ClosedOn != "" {
		text += "，" + p.day(pr.ClosedOn) + "销号"
	}
	if pr.LongTerm {
		text += "，列为长期坚持事项"
	}
	if pr.Verdict != work.Done && pr.Until != "" {
		text += "，完成时限为" + ended(pr.Until)
	}
	if pr.Extended > 0 {
		text += "，" + ledger.Extended(pr.Extended, pr.First)
	}
	p.gist(pr.Refs, text+"。")
}

func immediateMatters(p *prose) {
	m := p.Immediates
	if m.Total == 0 {
		return
	}
	p.heading("立行立改事项办理情况")
	p.sayf(m.Refs, "巡察期间移交立行立改事项%d项，已回复办理结果%d项", m.Total, m.Replied)
	if m.Accepted > 0 {
		p.sayf(m.Refs, "，经认可%d项", m.Accepted)
	}
	p.say(m.Refs, "。")
	p.gisted()
	p.end()
}

func lastingEffect(p *prose) {
	p.heading("建立健全长效机制情况")
	p.during(p.Regulations)
	p.making(p.Regulations)
	p.gisted()
	p.end()
}

// opinions counts what came in about an earlier publication.
func opinions(p *prose) {
	h := p.Heard
	if h.Total == 0 {
		return
	}
	p.heading("接受群众监督情况")
	p.sayf(h.Refs, "整改情况公布后，收到群众意见%d条，已答复%d条。", h.Total, h.Answered)
	p.gisted()
	p.end()
}

// remaining names what is not finished, each problem in a paragraph of its own
// with the measures still to be taken and by when: those are the next steps.
func remaining(p *prose) {
	p.heading("尚未完成的事项和下一步工作")
	open := 0
	for _, a := range p.Aspects {
		for _, pr := range a.Problems {
			if pr.Verdict != work.Done {
				open++
				p.next(pr)
				p.end()
			}
		}
	}
	if open == 0 && p.Counts.Total > 0 {
		p.sayf([]query.Source{listRef(query.ListProblems, string(work.Done))}, "反馈的%d个具体问题均已完成整改。", p.Counts.Total)
	}
	if n := p.Counts.LongTerm; n > 0 {
		p.sayf([]query.Source{listRef(query.ListProblems, "long-term")}, "对列为长期坚持的%d个问题，销号后继续跟踪。", n)
	}
	p.end()
}

// next is one unfinished problem with what is still to be done about it.
func (p *prose) next(pr query.ProblemFact) {
	p.sayf(pr.Refs, "%s问题%s", quoted(ended(pr.Title)), verdictWords[pr.Verdict])
	if pr.Leader != "" {
		p.sayf(pr.Refs, "，由%s负责", pr.Leader)
	}
	var steps []part
	for _, m := range pr.Measures {
		if m.Verdict != work.Done {
			text := ended(m.Text)
			if m.Until != "" {
				text += "（" + ended(m.Until) + "）"
			}
			steps = append(steps, part{text, m.Refs})
		}
	}
	if len(steps) == 0 {
		p.say(pr.Refs, "。")
		return
	}
	p.say(pr.Refs, "，下一步：")
	p.list(steps)
}
