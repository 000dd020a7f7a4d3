package paper

import (
	"cmp"
	"fmt"

	"bihuan/internal/domain/party"
	"bihuan/internal/domain/work"
	"bihuan/internal/query"
)

// chapter is the part of section three that tells a meeting.
type chapter int

const (
	before chapter = iota // until the plan was adopted
	plan                  // the adoption itself is told with the plan
	after
	adoption // of the report
)

func (p *prose) chapterOf(m query.MeetingFact) chapter {
	switch {
	case m.AdoptedReport:
		return adoption
	case m.AdoptedPlan != "" || p.Plan != nil && m.ID == p.Plan.AdoptionID:
		return plan
	case p.Plan == nil || p.Plan.AdoptedOn == "" || m.HeldOn < p.Plan.AdoptedOn:
		return before
	}
	return after
}

// told gives the meetings of a chapter that the head chaired or attended.
func (p *prose) told(c chapter) []query.MeetingFact {
	var out []query.MeetingFact
	for _, m := range p.Meetings {
		if p.chapterOf(m) == c && (m.ByHead || m.HeadThere) {
			out = append(out, m)
		}
	}
	return out
}

// tells reports whether a meeting of the kind is told in any chapter.
func (p *prose) tells(kind party.MeetingKind) bool {
	for _, m := range p.Meetings {
		if m.Kind == kind && (m.ByHead || m.HeadThere) {
			return true
		}
	}
	return false
}

// deployed tells the meetings until the plan was adopted.
func (p *prose) deployed() {
	list := p.told(before)
	if !p.tells(party.Mobilisation) {
		p.gap(atMobilisation)
	}
	for _, m := range list {
		p.meeting(m)
	}
	if !p.tells(party.PartyGroup) {
		p.gap(atPartyGroup)
	}
}

// meeting tells one meeting: who chaired it, what was studied, its topics,
// what it decided and demanded.
func (p *prose) meeting(m query.MeetingFact) { p.say(m.Refs, p.meetingText(m)+"。") }

func (p *prose) meetingText(m query.MeetingFact) string {
	text := p.day(m.HeldOn) + "，"
	switch {
	case m.ByHead:
		text += p.self + "主持召开" + m.Title
	case !p.own():
		text += "召开" + m.Title
	case m.Chair.Name != "":
		text += "参加" + m.Chair.Name + "主持召开的" + m.Title
	default:
		text += "参加" + m.Title
	}
	if studied := endedAll(m.Studied); len(studied) > 0 {
		text += "，学习" + joined(studied)
	}
	for _, t := range endedAll(m.Agenda()) {
		text += "，" + t
	}
	switch {
	case m.Resolutions > 0 && m.Settled == m.Resolutions:
		text += fmt.Sprintf("，议定事项%d项，均已落实", m.Resolutions)
	case m.Resolutions > 0 && m.Settled > 0:
		text += fmt.Sprintf("，议定事项%d项，已落实%d项", m.Resolutions, m.Settled)
	case m.Resolutions > 0:
		text += fmt.Sprintf("，议定事项%d项", m.Resolutions)
	}
	return text + demands(m.Requirements)
}

// demands says what a meeting demanded.
func demands(requirements []string) string {
	list := endedAll(requirements)
	switch len(list) {
	case 0:
		return ""
	case 1:
		return "，要求" + list[0]
	}
	text := "，提出" + chinese(len(list)) + "点要求："
	for n, r := range list {
		if n > 0 {
			text += "；"
		}
		if n < len(ordinals) {
			text += ordinals[n]
		}
		text += r
	}
	return text
}

// pushed tells the meetings after the plan: in full those that demanded
// something, the others in one sentence.
func (p *prose) pushed() {
	list := p.told(after)
	if !p.tells(party.ProgressMeeting) {
		p.gap(atProgress)
	}
	var routine []part
	for _, m := range list {
		if len(m.Requirements) == 0 && m.Kind != party.ProgressMeeting {
			m.Resolutions = 0
			routine = append(routine, part{p.meetingText(m), m.Refs})
			continue
		}
		p.list(routine)
		routine = nil
		p.meeting(m)
	}
	p.list(routine)
}

// adoptedReport tells the meetings that adopted the report.
func (p *prose) adoptedReport() {
	adopted := p.told(adoption)
	if len(adopted) == 0 {
		p.gap(atReport)
	}
	for _, m := range adopted {
		p.adopted(m)
	}
}

// verdictWords is how papers call the verdicts.
var verdictWords = map[work.Verdict]string{work.Done: "已完成", work.BasicallyDone: "基本完成", work.UnderWay: "整改中",
	work.NotStarted: "未启动", work.NotDone: "逾期未完成"}

// verdicts counts the problems by verdict; done is also a share of all, for
// basically done does not count as done.
func (p *prose) verdicts(c query.Counts) {
	first := true
	for _, v := range []work.Verdict{work.Done, work.BasicallyDone, work.UnderWay, work.NotStarted, work.NotDone} {
		n := c.ByVerdict[v]
		if n == 0 && v != work.Done {
			continue
		}
		text := fmt.Sprintf("%s%d个", verdictWords[v], n)
		if v == work.Done {
			text += "（占" + percent(n, c.Total) + "）"
		}
		if !first {
			text = "、" + text
		}
		first = false
		p.say([]query.Source{listRef(query.ListProblems, string(v))}, text)
	}
}

// open names what is late, under way or not started: those are what a reader asks for.
func (p *prose) open() {
	const most = 6
	for _, v := range []work.Verdict{work.NotDone, work.UnderWay, work.NotStarted} {
		var titles []string
		var refs []query.Source
		for _, o := range p.Open {
			if o.Verdict == v {
				titles, refs = append(titles, ended(o.Title)), append(refs, o.Refs...)
			}
		}
		if len(titles) > 0 {
			p.sayf(refs, "%s的是%s问题。", verdictWords[v], some(titles, most, quoted))
		}
	}
}

// adopted tells the meeting that adopted the report, whose title it names.
func (p *prose) adopted(m query.MeetingFact) {
	verb := p.self + "主持召开"
	if !m.ByHead {
		verb = "参加"
	}
	report := cmp.Or(m.Report, titleOf(p.Facts, progressOutline))
	p.sayf(m.Refs, "%s，%s%s，审议通过%s%s。", p.day(m.HeldOn), verb, m.Title, booked(report), demands(m.Requirements))
}
