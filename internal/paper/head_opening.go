package paper

import (
	"bihuan/internal/domain/party"
	"bihuan/internal/query"
)

// ordinals begin the points of a list inside a paragraph.
var ordinals = []string{"一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", "九是", "十是"}

// fedBack tells when which team gave its feedback, and how much it named.
func (p *prose) fedBack() {
	f := p.Feedback
	if f.On == "" {
		p.lack(atFeedbackDay)
		p.say(nil, "，")
	} else {
		p.say(f.MeetingRefs, p.day(f.On)+"，")
	}
	if f.Team == "" {
		p.lack(atTeam)
	} else {
		p.sayf(f.MeetingRefs, "%s向%s反馈了巡察意见", f.Team, partyName(p.Organisation))
	}
	words := counted(f.Nodes)
	if words == "" {
		p.say(nil, "，")
		p.gap(atFeedback)
		return
	}
	p.say(f.PaperRefs, "，指出"+words+"。")
}

func (p *prose) statement() {
	f := p.Feedback
	if len(f.Statement) == 0 {
		p.gap(atStatement)
		return
	}
	who := "本人"
	switch {
	case f.Speaker.Name == "":
		p.lack(atSpeaker)
		who = ""
	case !f.ByHead:
		who = "时任" + f.Speaker.Title + f.Speaker.Name
	}
	refs := refsOf(f.MeetingRefs, f.Speaker.Refs)
	p.sayf(refs, "会上，%s代表%s作表态发言：", who, partyBody(p.Organisation))
	p.list(numbered(f.Statement, refs))
}

// numbered sets 一是, 二是 … before the points.
func numbered(points []string, refs []query.Source) []part {
	var out []part
	for n, text := range endedAll(points) {
		if n < len(ordinals) && len(points) > 1 {
			text = ordinals[n] + text
		}
		out = append(out, part{text, refs})
	}
	return out
}

// began tells the first things that the head did upon the feedback.
func (p *prose) began() {
	first := p.firstSteps()
	if len(first) == 0 {
		p.gap(atMeetings)
		return
	}
	first[0].text = "本人" + first[0].text
	for n, s := range first {
		if n < len(first)-1 {
			p.say(s.refs, s.text+"，")
		} else {
			p.say(s.refs, s.text+"。")
		}
	}
}

// firstSteps are the mobilisation meeting, the founding of the leading group
// and the first special Party-group meeting, in the order of their days.
func (p *prose) firstSteps() []part {
	var out []part
	seen := map[party.MeetingKind]bool{}
	group := p.Group
	founded := func() {
		if group != nil && group.HeadLeads && group.FoundedOn != "" {
			out = append(out, part{p.day(group.FoundedOn) + "牵头成立整改工作领导小组", group.Refs})
		}
		group = nil
	}
	for _, m := range p.Meetings {
		if m.Kind != party.Mobilisation && m.Kind != party.PartyGroup || seen[m.Kind] || !m.ByHead {
			continue
		}
		seen[m.Kind] = true
		if group != nil && group.FoundedOn <= m.HeldOn {
			founded()
		}
		out = append(out, part{p.day(m.HeldOn) + "主持召开" + meetingWords[m.Kind], m.Refs})
	}
	founded()
	return out
}

// meetingWords is how a sentence calls a meeting of a kind.
var meetingWords = map[party.MeetingKind]string{party.Mobilisation: "动员部署会", party.PartyGroup: "专题党组会",
	party.LeadingGroup: "整改工作领导小组会", party.ProgressMeeting: "推进会", party.OtherMeeting: "其他会议"}
