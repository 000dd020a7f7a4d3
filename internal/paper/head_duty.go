package paper

import (
	"slices"
	"strings"

	"bihuan/internal/domain/party"
	"bihuan/internal/query"
)

// post says what the head is, from his post and his seat in the group.
func (p *prose) post() {
	if p.Head.Name == "" || p.Head.Title == "" {
		p.gap(atHead)
		return
	}
	if p.Group != nil && p.Group.HeadLeads {
		p.sayf(refsOf(p.Head.Refs, p.Group.Leader.Refs), "本人作为%s和整改工作领导小组组长，对巡察整改负总责。", p.Head.Title)
		return
	}
	p.sayf(p.Head.Refs, "本人现任%s，是巡察整改第一责任人。", p.Head.Title)
}

// convened counts the meetings that the head chaired, and what they decided.
func (p *prose) convened() {
	n, decided, settled := map[party.MeetingKind]int{}, 0, 0
	var refs []query.Source
	for _, m := range p.Meetings {
		if m.ByHead {
			n[m.Kind]++
			decided, settled, refs = decided+m.Resolutions, settled+m.Settled, append(refs, m.Refs...)
		}
	}
	if len(refs) == 0 {
		p.gap(atMeetings)
		return
	}
	p.sayf(refs, "反馈以来，本人先后主持召开%s", meetingKinds(n))
	switch {
	case decided == 0:
		p.say(refs, "，研究部署整改工作。")
	case settled == decided:
		p.sayf(refs, "，议定整改事项%d项，均已落实。", decided)
	default:
		p.sayf(refs, "，议定整改事项%d项，截至%s已落实%d项。", decided, p.day(p.CutOff), settled)
	}
}

// countedMeeting is how a count calls meetings of a kind: not every Party-group
// meeting is a special one.
var countedMeeting = map[party.MeetingKind]string{party.Mobilisation: "动员会", party.PartyGroup: "党组会",
	party.LeadingGroup: "整改工作领导小组会", party.ProgressMeeting: "推进会", party.OtherMeeting: "其他会议"}

// directedMatters tells what the head directed himself.
func (p *prose) directedMatters() {
	var items []part
	for _, d := range p.Directed {
		text := p.day(d.On) + "，"
		if titles := endedAll(d.Titles); len(titles) > 0 {
			text += "针对" + some(titles, 3, quoted) + "问题，"
		}
		items = append(items, part{text + ended(d.Text), d.Refs})
	}
	if len(items) == 0 {
		p.gap(atDirected)
	}
	p.list(items)
}

func directedRefs(list []query.DirectedFact) (out []query.Source) {
	for _, d := range list {
		out = append(out, d.Refs...)
	}
	return refsOf(out)
}

// quoted sets the words of a problem between quotation marks, those inside
// them becoming single.
func quoted(text string) string {
	return "“" + strings.NewReplacer("“", "‘", "”", "’").Replace(text) + "”"
}

// studyKinds is how a sentence calls the ways of study.
var studyKinds = map[party.StudyKind]string{party.SelfStudy: "个人自学", party.CentralGroup: "中心组学习", party.BranchStudy: "支部学习"}

// studyWays names the ways in which the head studied.
func studyWays(list []query.StudyFact) string {
	has := map[party.StudyKind]bool{}
	for _, s := range list {
		has[s.Kind] = true
	}
	var ways []string
	for _, k := range []party.StudyKind{party.SelfStudy, party.CentralGroup, party.BranchStudy} {
		if has[k] {
			ways = append(ways, studyKinds[k])
		}
	}
	return joined(ways)
}

func studyRefs(list []query.StudyFact) (out []query.Source) {
	for _, s := range list {
		out = append(out, s.Refs...)
	}
	return out
}

// rulesStudied names the Party rules that were studied, at most some of them.
func (p *prose) rulesStudied() {
	const most = 6
	var rules []string
	for _, s := range p.Studies {
		rules = addNew(rules, s.Rules)
	}
	if len(rules) == 0 {
		p.lack(atRules)
		return
	}
	refs := studyRefs(p.Studies)
	p.say(refs, some(rules, most, booked))
	if len(rules) > most {
		p.sayf(refs, "%d部", len(rules))
	}
}

// theoryStudied names the theory that was studied.
func (p *prose) theoryStudied() {
	var theory []string
	for _, s := range p.Studies {
		theory = addNew(theory, s.Theory)
	}
	if len(theory) == 0 {
		p.lack(atTheory)
		return
	}
	p.say(studyRefs(p.Studies), named(theoryFirst(theory), 5))
}

// theoryFirst puts the body of thought before the congress and the speeches.
func theoryFirst(theory []string) []string {
	order := func(title string) int {
		for n, begins := range []string{"习近平新时代", "党的"} {
			if strings.HasPrefix(title, begins) {
				return n
			}
		}
		return 2
	}
	out := slices.Clone(theory)
	slices.SortStableFunc(out, func(a, b string) int { return order(a) - order(b) })
	return out
}

// studyResults tells the sessions of which a result is recorded.
func (p *prose) studyResults() {
	var items []part
	for _, s := range p.Studies {
		if s.Note == "" {
			continue
		}
		verb := "参加"
		switch {
		case s.Kind == party.SelfStudy:
			verb = "开展"
		case s.LedByHead:
			verb = "组织"
		}
		items = append(items, part{p.day(s.HeldOn) + "，" + verb + s.Title + "，" + ended(s.Note), s.Refs})
	}
	p.list(items)
}

// addNew adds what is not yet in the list, keeping the order.
func addNew(list, more []string) []string {
	for _, m := range more {
		found := false
		for _, l := range list {
			found = found || l == m
		}
		if !found {
			list = append(list, m)
		}
	}
	return list
}
