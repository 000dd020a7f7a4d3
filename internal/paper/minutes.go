package paper

import (
	"fmt"
	"strings"

	"bihuan/internal/domain/party"
	"bihuan/internal/domain/workday"
	"bihuan/internal/gongwen"
	"bihuan/internal/query"
)

// Minutes composes the minutes (会议纪要) of one meeting in the form of §10.3:
// time, place and chair, what was studied, discussed, resolved and demanded,
// and who was there.
func Minutes(f query.PaperFacts) *gongwen.Document {
	p := ofMeetingPaper(f)
	p.follow(minutesOutline)
	m := f.Meeting.Meeting
	d := p.paper()
	d.Head = []gongwen.Run{gongwen.Text(minutesHead(f.Facts, m.Kind), p.OrgRefs...)}
	if m.DocumentNumber != "" {
		d.Number = gongwen.Text(strings.TrimPrefix(m.DocumentNumber, minutesHead(f.Facts, m.Kind)), p.base...)
	}
	d.Attendance = attendance(*f.Meeting, p.base)
	return p.printed(d, departments(f.Facts), m.HeldOn.Chinese())
}

// topicPoints are the items of the agenda, each with what the meeting came to.
func topicPoints(topics []party.Topic) []string {
	var out []string
	for _, t := range topics {
		text := ended(t.Title)
		if t.Outcome != "" {
			text += "。" + ended(t.Outcome)
		}
		out = append(out, text)
	}
	return out
}

// correctionPoints are the corrections of minutes after their approval.
func correctionPoints(list []party.Correction) []string {
	var out []string
	for _, c := range list {
		text := workday.DateOf(c.At, workday.Zone).Chinese() + "更正"
		if c.Topic > 0 {
			text += fmt.Sprintf("第%d项议题", c.Topic)
		}
		out = append(out, text+"："+ended(c.Text))
	}
	return out
}

// minutesHead names whose minutes they are.
func minutesHead(f query.Facts, kind party.MeetingKind) string {
	switch kind {
	case party.PartyGroup:
		return f.Organisation.PartyName + "会议纪要"
	case party.LeadingGroup, party.ProgressMeeting:
		return f.Organisation.Name + "巡察整改工作领导小组会议纪要"
	}
	return f.Organisation.Name + "会议纪要"
}

// resolutionPoints are what the meeting resolved, with who sees to it and by when.
func resolutionPoints(list []query.ResolutionRow) []string {
	var out []string
	for _, r := range list {
		text := ended(r.Text)
		var who []string
		if r.Department != "" {
			who = append(who, "牵头科室："+r.Department)
		}
		if r.Due != "" {
			who = append(who, "完成时限："+r.Due.Chinese())
		}
		if len(who) > 0 {
			text += "（" + strings.Join(who, "；") + "）"
		}
		out = append(out, text)
	}
	return out
}

// attendance is who was there, who asked for leave, and who sat in.
func attendance(m query.MeetingPage, refs []query.Source) []gongwen.Roll {
	here := gongwen.Line{gongwen.Text(joined(m.Present), refs...)}
	if len(m.Present) == 0 {
		here = gongwen.Line{gongwen.Lack(string(atPresent))}
	}
	out := []gongwen.Roll{{Label: "出席", Names: here}}
	var away []string
	for _, a := range m.Absent {
		if a.Reason != "" {
			a.Name += "（" + a.Reason + "）"
		}
		away = append(away, a.Name)
	}
	for _, r := range []struct {
		label string
		names []string
	}{{"请假", away}, {"列席", m.Observers}} {
		if len(r.names) > 0 {
			out = append(out, gongwen.Roll{Label: r.label, Names: gongwen.Line{gongwen.Text(joined(r.names), refs...)}})
		}
	}
	return out
}
