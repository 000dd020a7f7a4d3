package paper

import (
	"strconv"

	"bihuan/internal/domain/work"
	"bihuan/internal/query"
)

// planHistoryWords tell the plan from its draft to the claims, and the measures.
func planHistoryWords() vocabulary {
	measures := func(selection string, of func(query.MeasureFacts) int) func(*prose) {
		return func(p *prose) {
			p.say([]query.Source{listRef(query.ListMeasures, selection)}, strconv.Itoa(of(p.Measures)))
		}
	}
	kind := func(k work.MeasureKind) func(*prose) {
		return measures("all", func(m query.MeasureFacts) int { return m.ByKind[k] })
	}
	return vocabulary{
		facts: map[string]func(*prose){
			"方案和措施":  (*prose).planned,
			"方案标题":   ofPlan(func(p *prose, f query.PlanFact) { p.say(f.Refs, booked(f.Title)) }),
			"方案起草":   ofPlan((*prose).drafted),
			"方案审议":   ofPlan((*prose).adoption),
			"方案同意":   ofPlan((*prose).consents),
			"方案印发":   ofPlan((*prose).issue),
			"任务认领":   ofPlan(func(p *prose, _ query.PlanFact) { p.claims() }),
			"方案文号":   ofPlan(func(p *prose, f query.PlanFact) { p.stated(f.DocumentNumber, f.IssueRefs, atIssue) }),
			"方案印发日期": ofPlan(func(p *prose, f query.PlanFact) { p.stated(dayOf(p, f.IssuedOn), f.IssueRefs, atIssue) }),
			"征求意见数": ofPlan(func(p *prose, f query.PlanFact) {
				p.say([]query.Source{listRef(query.ListComments, "all")}, strconv.Itoa(f.Comments.Total))
			}),
			"措施数":     measures("all", func(m query.MeasureFacts) int { return m.Total }),
			"认领措施数":   measures("claimed", func(m query.MeasureFacts) int { return m.Claimed }),
			"直接整改措施数": kind(work.Direct),
			"举一反三措施数": kind(work.Similar),
			"长效机制措施数": kind(work.LongTerm),
			"核对整改方案": func(p *prose) {
				if p.Plan == nil {
					p.gap(atPlan)
				}
			},
		},
		conditions: map[string]func(*prose) bool{
			"方案已印发":    func(p *prose) bool { return p.Plan != nil && p.Plan.IssuedOn != "" },
			"有方案征求意见":  func(p *prose) bool { return p.Plan != nil && p.Plan.Comments.Total > 0 },
			"措施已全部认领":  func(p *prose) bool { return p.Measures.Total > 0 && p.Measures.Claimed == p.Measures.Total },
			"问题已全部定责任": func(p *prose) bool { return p.Counts.Total > 0 && p.Counts.Unassigned == 0 },
		},
	}
}

// ofPlan is a word about the plan; without one it marks that it is missing.
func ofPlan(tell func(*prose, query.PlanFact)) func(*prose) {
	return func(p *prose) {
		if p.Plan == nil {
			p.gap(atPlan)
			return
		}
		tell(p, *p.Plan)
	}
}
