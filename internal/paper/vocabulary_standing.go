package paper

import (
	"bihuan/internal/domain/work"
	"bihuan/internal/query"
)

// standingWords tell where the problems stand at the cut-off.
func standingWords() vocabulary {
	return vocabulary{
		facts: map[string]func(*prose){
			"进展分类":    func(p *prose) { p.verdicts(p.Counts) },
			"完成率":     func(p *prose) { p.say([]query.Source{listRef(query.ListProblems, string(work.Done))}, rate(p.Counts)) },
			"未完成问题名单": (*prose).open,
			"核对问题清单": func(p *prose) {
				if p.Counts.Total == 0 {
					p.gap(atProblems)
				}
			},
		},
		conditions: map[string]func(*prose) bool{
			"有销号问题":  func(p *prose) bool { return p.Counts.Closed > 0 },
			"有整改中问题": func(p *prose) bool { return p.Counts.ByVerdict[work.UnderWay] > 0 },
			"有未启动问题": func(p *prose) bool { return p.Counts.ByVerdict[work.NotStarted] > 0 },
		},
		lists: map[string]listing{"未完成问题": each(func(p *prose) []query.OpenProblem { return p.Open }, map[string]func(*prose, query.OpenProblem){
			"编号":   func(p *prose, o query.OpenProblem) { p.maybe(o.Number, o.Refs...) },
			"标题":   func(p *prose, o query.OpenProblem) { p.maybe(ended(o.Title), o.Refs...) },
			"引用标题": func(p *prose, o query.OpenProblem) { p.maybe(quoted(ended(o.Title)), o.Refs...) },
			"状态":   func(p *prose, o query.OpenProblem) { p.maybe(verdictWords[o.Verdict], o.Refs...) },
		})},
	}
}
