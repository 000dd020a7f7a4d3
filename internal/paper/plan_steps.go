package paper

import (
	"fmt"
	"strings"

	"bihuan/internal/domain/party"
	"bihuan/internal/domain/workday"
	"bihuan/internal/query"
)

// planWords are what the plan speaks of: whereon it rests, who leads, and how
// the work goes on; its targets and tasks come beside.
func planWords() vocabulary {
	return vocabulary{
		facts: map[string]func(*prose){
			"方案标题": about(func(p *prose, f query.PlanFacts) { p.stated(f.Title, refsOf(f.Refs, p.InspectionRefs), atPlan) }),
			"反馈情况": (*prose).fedBack,
			"制定依据": (*prose).planBasis,
			"领导小组": ofGroup((*prose).leadingGroup),
			"整改办":  ofGroup((*prose).office),
			"责任分工": (*prose).shares,
			"时限预警": about(func(p *prose, f query.PlanFacts) { p.warned(f.Ladder) }),
			"销号程序": about(signedOff),
			"核对步骤": about(func(p *prose, f query.PlanFacts) {
				if len(stepsOf(f)) == 0 {
					p.gap(atFeedbackDay)
				}
			}),
			"核对会议要求": func(p *prose) {
				if len(demandingMeetings(p)) == 0 {
					p.gap(atPartyGroup)
				}
			},
		},
		lists: map[string]listing{
			"步骤": each(func(p *prose) []planStep { return stepsOf(subject[query.PlanFacts](p)) }, map[string]func(*prose, planStep){
				"名称": func(p *prose, s planStep) { p.say(p.InspectionRefs, s.name) },
				"安排": func(p *prose, s planStep) { p.say(p.InspectionRefs, s.arranged(p)) },
			}),
			"要求会议": each(demandingMeetings, map[string]func(*prose, query.MeetingFact){
				"日期": func(p *prose, m query.MeetingFact) { p.say(m.Refs, p.day(m.HeldOn)) },
				"名称": func(p *prose, m query.MeetingFact) { p.say(m.Refs, m.Title) },
				"要求": func(p *prose, m query.MeetingFact) { p.list(numbered(m.Requirements, m.Refs)) },
			}),
		},
	}
}

// ofGroup is a sentence about the leading group; without one it marks that.
func ofGroup(tell func(*prose, query.GroupFact)) func(*prose) {
	return func(p *prose) {
		if p.Group == nil {
			p.gap(atGroup)
			return
		}
		tell(p, *p.Group)
	}
}

// planBasis names the paper on which the plan rests.
func (p *prose) planBasis() {
	n := p.Feedback
	if n.NoticeTitle == "" || n.NoticeNumber == "" {
		p.gap(atNotice)
		return
	}
	p.sayf(n.MeetingRefs, "根据%s（%s），结合实际，制定本方案。", booked(n.NoticeTitle), n.NoticeNumber)
}

// planStep is a stage of the plan with the days that the round's rules give.
type planStep struct {
	name string
	dues []stepDue
}

type stepDue struct {
	code workday.Code
	due  workday.Due
}

// arranged writes the days of a step, each with the rule that gave it.
func (s planStep) arranged(p *prose) string {
	var parts []string
	for _, d := range s.dues {
		parts = append(parts, fmt.Sprintf("%s，%s前（%s）", d.code.Chinese(), p.day(d.due.Date), d.due.Chinese()))
	}
	return strings.Join(parts, "；")
}

// stepsOf are the stages of which a day is known.
func stepsOf(f query.PlanFacts) []planStep {
	var out []planStep
	for _, s := range []struct {
		codes []workday.Code
		name  string
	}{
		{[]workday.Code{workday.Mobilise, workday.Plan}, "动员部署和制定方案"}, {[]workday.Code{workday.LifeMeeting, workday.LifeMeetingPaper}, "召开专题民主生活会"},
		{[]workday.Code{workday.PeriodEnd}, "集中整改"}, {[]workday.Code{workday.Reports, workday.Evaluate}, "报告和评估"},
	} {
		step := planStep{name: s.name}
		for _, code := range s.codes {
			if d := f.Dues[code]; d.Date != "" {
				step.dues = append(step.dues, stepDue{code, d})
			}
		}
		if len(step.dues) > 0 {
			out = append(out, step)
		}
	}
	return out
}

// demandingMeetings are the meetings of the Party group and of mobilisation
// that demanded something.
func demandingMeetings(p *prose) []query.MeetingFact {
	var out []query.MeetingFact
	for _, m := range p.Meetings {
		if (m.Kind == party.PartyGroup || m.Kind == party.Mobilisation) && len(m.Requirements) > 0 {
			out = append(out, m)
		}
	}
	return out
}

// warned tells the ladder of warnings of the round.
func (p *prose) warned(ladder workday.Ladder) {
	var steps []string
	for _, s := range ladder {
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
func signedOff(p *prose, f query.PlanFacts) {
	var steps []string
	for _, s := range f.Chain {
		if word := chainWords[s.Code]; word != "" {
			steps = append(steps, word)
		}
	}
	if len(steps) > 0 {
		p.sayf(p.InspectionRefs, "问题整改到位后，由经办人对照完成标准逐条提交证明材料申请销号，依次经%s审核确认；参与整改的人员不得审核本人的工作。", joined(steps))
	}
}
