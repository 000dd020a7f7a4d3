package paper

import (
	"fmt"

	"bihuan/internal/domain/party"
	"bihuan/internal/domain/work"
	"bihuan/internal/gongwen"
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

// held counts all meetings, and what they resolved.
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
}

// mainMeetings tells the meetings that set the work going and pushed it on.
func (p *prose) mainMeetings() {
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

// toldOf tells what was reported of the measures of a problem.
func (p *prose) toldOf(pr query.ProblemFact) {
	told := false
	for _, m := range pr.Measures {
		if m.Report != "" {
			p.say(m.Refs, ended(m.Report)+"。")
			told = true
		}
	}
	if !told {
		p.gap(atProgressOf, ended(pr.Title))
	}
}

// nextSteps are the measures of a problem that are still to be taken, and by when.
func (p *prose) nextSteps(pr query.ProblemFact) {
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
