package paper

import (
	"strconv"

	"bihuan/internal/domain/work"
	"bihuan/internal/ledger"
	"bihuan/internal/query"
)

// progressWords are what the progress report tells beside both reports' words.
func progressWords() vocabulary {
	return together(problemWords(), remainingWords(), vocabulary{
		facts: map[string]func(*prose){
			"立行立改数":   func(p *prose) { p.numbered(p.Immediates.Total, p.Immediates.Refs) },
			"立行立改回复数": func(p *prose) { p.numbered(p.Immediates.Replied, p.Immediates.Refs) },
			"立行立改认可数": func(p *prose) { p.numbered(p.Immediates.Accepted, p.Immediates.Refs) },
			"群众意见数":   func(p *prose) { p.numbered(p.Heard.Total, p.Heard.Refs) },
			"群众意见答复数": func(p *prose) { p.numbered(p.Heard.Answered, p.Heard.Refs) },
		},
		conditions: map[string]func(*prose) bool{
			"有立行立改事项":    func(p *prose) bool { return p.Immediates.Total > 0 },
			"有已认可立行立改事项": func(p *prose) bool { return p.Immediates.Accepted > 0 },
			"有群众意见":      func(p *prose) bool { return p.Heard.Total > 0 },
		},
	})
}

// problemWords go through the feedback: aspects, their problems, the measures
// of each.
func problemWords() vocabulary {
	items := problemItem()
	items["进展"] = (*prose).toldOf
	asks := func(holds func(query.ProblemFact) bool) func(*prose) bool {
		return func(p *prose) bool { return holds(present[query.ProblemFact](p, "问题")) }
	}
	return vocabulary{
		lists: map[string]listing{
			"方面": each(func(p *prose) []query.AspectFact { return p.Aspects }, map[string]func(*prose, query.AspectFact){
				"标题":   func(p *prose, a query.AspectFact) { p.maybe(ended(a.Title), a.Refs...) },
				"问题数":  func(p *prose, a query.AspectFact) { p.say(orInspection(p, a.Refs), strconv.Itoa(a.Counts.Total)) },
				"已完成数": func(p *prose, a query.AspectFact) { p.say(orInspection(p, a.Refs), strconv.Itoa(a.Counts.Done())) },
			}),
			"问题": within("方面", func(a query.AspectFact) []query.ProblemFact { return a.Problems }, items),
			"措施": within("问题", func(pr query.ProblemFact) []query.MeasureFact { return pr.Measures }, map[string]func(*prose, query.MeasureFact){
				"内容":   func(p *prose, m query.MeasureFact) { p.say(m.Refs, ended(m.Text)) },
				"进展":   func(p *prose, m query.MeasureFact) { p.maybe(ended(m.Report), m.Refs...) },
				"状态":   func(p *prose, m query.MeasureFact) { p.maybe(verdictWords[m.Verdict], m.Refs...) },
				"完成时限": func(p *prose, m query.MeasureFact) { p.stated(ended(m.Until), m.Refs, atAssigned) },
			}),
		},
		conditions: map[string]func(*prose) bool{
			"问题.已完成":  asks(func(pr query.ProblemFact) bool { return pr.Verdict == work.Done }),
			"问题.已销号":  asks(func(pr query.ProblemFact) bool { return pr.ClosedOn != "" }),
			"问题.长期坚持": asks(func(pr query.ProblemFact) bool { return pr.LongTerm }),
			"问题.待完成":  asks(func(pr query.ProblemFact) bool { return pr.Verdict != work.Done && pr.Until != "" }),
			"问题.已延期":  asks(func(pr query.ProblemFact) bool { return pr.Extended > 0 }),
			"措施.有进展":  func(p *prose) bool { return present[query.MeasureFact](p, "措施").Report != "" },
			"措施.已完成":  func(p *prose) bool { return present[query.MeasureFact](p, "措施").Verdict == work.Done },
		},
	}
}

// problemItem is what is told of one problem.
func problemItem() map[string]func(*prose, query.ProblemFact) {
	says := func(of func(*prose, query.ProblemFact) string) func(*prose, query.ProblemFact) {
		return func(p *prose, pr query.ProblemFact) { p.maybe(of(p, pr), pr.Refs...) }
	}
	title := func(mark func(string) string) func(*prose, query.ProblemFact) {
		return func(p *prose, pr query.ProblemFact) {
			if p.level > 0 && len(p.head) == 0 {
				p.role = roleProblem
			}
			p.say(pr.Refs, mark(ended(pr.Title)))
		}
	}
	answers := func(of func(query.ProblemFact) string) func(*prose, query.ProblemFact) {
		return func(p *prose, pr query.ProblemFact) { p.stated(of(pr), pr.Refs, atAssigned) }
	}
	return map[string]func(*prose, query.ProblemFact){
		"标题":   title(func(text string) string { return text }),
		"引用标题": title(quoted),
		"状态":   says(func(_ *prose, pr query.ProblemFact) string { return verdictWords[pr.Verdict] }),
		"销号日期": says(func(p *prose, pr query.ProblemFact) string { return dayOf(p, pr.ClosedOn) }),
		"延期说明": says(func(_ *prose, pr query.ProblemFact) string { return ledger.Extended(pr.Extended, pr.First) }),
		"完成时限": answers(func(pr query.ProblemFact) string { return ended(pr.Until) }),
		"责任领导": answers(func(pr query.ProblemFact) string { return pr.Leader }),
		"牵头科室": answers(func(pr query.ProblemFact) string { return pr.LeadDept }),
		"责任人":  answers(func(pr query.ProblemFact) string { return pr.Owner }),
	}
}

// remainingWords go through the problems that are not finished.
func remainingWords() vocabulary {
	items := problemItem()
	items["下一步"] = (*prose).nextSteps
	return vocabulary{
		lists: map[string]listing{"未完成问题": each(unfinished, items)},
		conditions: map[string]func(*prose) bool{
			"未完成问题.有责任领导": func(p *prose) bool { return present[query.ProblemFact](p, "未完成问题").Leader != "" },
			"有方面和问题":      func(p *prose) bool { return len(p.Aspects) > 0 },
		},
	}
}

func unfinished(p *prose) (out []query.ProblemFact) {
	for _, a := range p.Aspects {
		for _, pr := range a.Problems {
			if pr.Verdict != work.Done {
				out = append(out, pr)
			}
		}
	}
	return out
}
