package paper

import (
	"strings"

	"bihuan/internal/gongwen"
)

// feedbackWords tell the feedback and how the paper goes on from it.
func feedbackWords() vocabulary {
	return vocabulary{
		facts: map[string]func(*prose){
			"反馈情况":   (*prose).fedBack,
			"反馈日期":   func(p *prose) { p.stated(dayOf(p, p.Feedback.On), p.Feedback.MeetingRefs, atFeedbackDay) },
			"反馈问题数":  func(p *prose) { p.stated(counted(p.Feedback.Nodes), p.Feedback.PaperRefs, atFeedback) },
			"党组对外简称": func(p *prose) { p.say(p.OrgRefs, partyName(p.Organisation)) },
			"反馈通知":   (*prose).noticePaper,
			"核对矛盾":   (*prose).conflicts,
			"前句是引语":  (*prose).asLeadIn,
		},
		conditions: map[string]func(*prose) bool{
			"有反馈问题":  func(p *prose) bool { return p.Counts.Total > 0 },
			"有反馈意见":  func(p *prose) bool { return counted(p.Feedback.Nodes) != "" },
			"有长效制度":  func(p *prose) bool { return len(p.Regulations.Enacted)+len(p.Regulations.Revised) > 0 },
			"有整改方案":  func(p *prose) bool { return p.Plan != nil },
			"有组织生活会": func(p *prose) bool { return len(p.Branches) > 0 },
		},
	}
}

// noticePaper names the paper that handed the feedback over.
func (p *prose) noticePaper() {
	f := p.Feedback
	if f.NoticeTitle == "" || f.NoticeNumber == "" {
		p.lack(atNotice)
		return
	}
	p.sayf(f.NoticeRefs, "%s（%s）", booked(f.NoticeTitle), f.NoticeNumber)
}

// asLeadIn marks the words before as those which only a report says.
func (p *prose) asLeadIn() {
	if n := len(p.line); n > 0 {
		p.line[n-1].Role = roleLeadIn
	}
}

// gistSentence marks the sentence before as one that a publication in outline
// has: back to the full stop of the one before it.
func (p *prose) gistSentence() {
	for n := len(p.line) - 1; n >= 0; n-- {
		if n < len(p.line)-1 && endsSentence(p.line[n]) {
			return
		}
		p.line[n].Role = roleGist
	}
}

func endsSentence(r gongwen.Run) bool { return strings.HasSuffix(r.Text, "。") }
