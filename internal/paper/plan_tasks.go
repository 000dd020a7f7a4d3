package paper

import (
	"slices"
	"strconv"
	"strings"

	domain "bihuan/internal/domain/plan"
	"bihuan/internal/query"
)

// taskWords go through the plan problem by problem, each with its measures.
func taskWords() vocabulary {
	return vocabulary{
		conditions: map[string]func(*prose) bool{"有方案问题": asked(func(f query.PlanFacts) bool { return len(f.Content.Problems) > 0 })},
		facts: map[string]func(*prose){"核对问题清单": about(func(p *prose, f query.PlanFacts) {
			if len(f.Content.Problems) == 0 {
				p.gap(atProblems)
			}
		})},
		lists: map[string]listing{
			"方面": each(func(p *prose) []query.PlanBranch { return subject[query.PlanFacts](p).Branches }, map[string]func(*prose, query.PlanBranch){
				"标题": func(p *prose, b query.PlanBranch) { p.maybe(unmarked(b.Title), "node:"+b.ID) },
				"问题数": func(p *prose, b query.PlanBranch) {
					p.say([]query.Source{"node:" + b.ID}, strconv.Itoa(len(b.Problems)))
				},
			}),
			"问题": within("方面", func(b query.PlanBranch) []domain.Problem { return b.Problems }, taskItem()),
			"措施": within("问题", numberedMeasures, measureItem()),
			"共用措施": within("问题", func(pr domain.Problem) []domain.Shared { return pr.Shared }, map[string]func(*prose, domain.Shared){
				"类别": func(p *prose, s domain.Shared) { p.maybe(s.Kind.Word(), "measure:"+s.ID) },
				"编号": func(p *prose, s domain.Shared) { p.maybe(s.Number, "measure:"+s.ID) },
				"内容": func(p *prose, s domain.Shared) { p.maybe(ended(s.Text), "measure:"+s.ID) },
			}),
		},
	}
}

// maybe says something of a record where it holds it.
func (p *prose) maybe(text string, refs ...query.Source) {
	if text != "" {
		p.say(refs, text)
	}
}

// taskItem is what the plan says of one problem; what nobody wrote is marked.
func taskItem() map[string]func(*prose, domain.Problem) {
	planned := func(name string, of func(domain.Problem) string) func(*prose, domain.Problem) {
		return func(p *prose, pr domain.Problem) {
			if text := ended(of(pr)); text != "" {
				p.maybe(text, "problem:"+pr.ID)
				return
			}
			p.lack(atProblemPlan, name)
		}
	}
	answers := func(of func(domain.Problem) string) func(*prose, domain.Problem) {
		return func(p *prose, pr domain.Problem) { p.stated(of(pr), []query.Source{"problem:" + pr.ID}, atAssigned) }
	}
	return map[string]func(*prose, domain.Problem){
		"标题":   func(p *prose, pr domain.Problem) { p.maybe(ended(pr.Title), "problem:"+pr.ID) },
		"编号":   func(p *prose, pr domain.Problem) { p.maybe(pr.Number, "problem:"+pr.ID) },
		"原因分析": planned("原因分析", func(pr domain.Problem) string { return pr.Cause }),
		"整改目标": planned("整改目标", func(pr domain.Problem) string { return pr.Goal }),
		"完成标准": planned("完成标准", func(pr domain.Problem) string { return strings.ReplaceAll(pr.Criteria, "\n", "") }),
		"责任领导": answers(func(pr domain.Problem) string { return pr.Duty.Leader.Name }),
		"牵头科室": answers(func(pr domain.Problem) string { return pr.Duty.Lead.Name }),
		"责任人":  answers(func(pr domain.Problem) string { return pr.Duty.Owner.Name }),
		"完成时限": answers(func(pr domain.Problem) string { return pr.Duty.Due() }),
		"时限说明": func(p *prose, pr domain.Problem) {
			if pr.Duty.Reason != "" {
				p.maybe("（"+ended(pr.Duty.Reason)+"）", "problem:"+pr.ID)
			}
		},
		"配合科室": assisting,
		"核对措施": func(p *prose, pr domain.Problem) {
			if len(pr.Measures)+len(pr.Shared) == 0 {
				p.gap(atMeasures)
			}
		},
	}
}

// assisting names the assisting departments of a problem, each with its part.
func assisting(p *prose, pr domain.Problem) {
	parts := map[string]domain.Part{}
	for _, part := range pr.Parts {
		parts[part.Department.ID] = part
	}
	for n, dept := range pr.Duty.Assist {
		p.maybe(map[bool]string{true: "；配合科室：", false: "、"}[n == 0]+dept.Name, "problem:"+pr.ID)
		if part, ok := parts[dept.ID]; ok {
			p.maybe("（"+ended(part.Text)+"）", "problem:"+pr.ID)
		}
	}
}

// numberedMeasure is a measure of a problem with its place among them.
type numberedMeasure struct {
	domain.Measure
	number int
	of     domain.Problem
}

func numberedMeasures(pr domain.Problem) []numberedMeasure {
	var out []numberedMeasure
	for n, m := range pr.Measures {
		out = append(out, numberedMeasure{m, n + 1, pr})
	}
	return out
}

func measureItem() map[string]func(*prose, numberedMeasure) {
	says := func(of func(numberedMeasure) string) func(*prose, numberedMeasure) {
		return func(p *prose, m numberedMeasure) { p.maybe(of(m), "measure:"+m.ID) }
	}
	return map[string]func(*prose, numberedMeasure){
		"序号":   says(func(m numberedMeasure) string { return strconv.Itoa(m.number) }),
		"类别":   says(func(m numberedMeasure) string { return m.Kind.Word() }),
		"内容":   says(func(m numberedMeasure) string { return ended(m.Text) }),
		"另行明确": says(apart),
	}
}

// apart says who answers for a measure and by when, where that is not its
// problem's.
func apart(m numberedMeasure) string {
	var parts []string
	if m.Duty.Lead.ID != m.of.Duty.Lead.ID && m.Duty.Lead.Name != "" {
		parts = append(parts, "牵头："+m.Duty.Lead.Name)
	}
	if m.Duty.Owner.ID != m.of.Duty.Owner.ID && m.Duty.Owner.Name != "" {
		parts = append(parts, "责任人："+m.Duty.Owner.Name)
	}
	if due := m.Duty.Due(); due != m.of.Duty.Due() && due != "" {
		parts = append(parts, "时限："+due)
	}
	if m.Expected != "" {
		parts = append(parts, "预期成效："+m.Expected)
	}
	if len(parts) == 0 {
		return ""
	}
	return "（" + strings.Join(parts, "；") + "）"
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
