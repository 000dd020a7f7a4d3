package paper

import (
	"fmt"
	"strconv"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/work"
	"bihuan/internal/gongwen"
	"bihuan/internal/query"
)

// roundWords are what the report on a round speaks of.
func roundWords() vocabulary {
	total := func(of func(query.RoundSummary) int) func(*prose) {
		return about(func(p *prose, s query.RoundSummary) { p.say(p.base, strconv.Itoa(of(s))) })
	}
	of := func(v work.Verdict) func(*prose) {
		return total(func(s query.RoundSummary) int { return s.Totals.ByVerdict[v] })
	}
	return vocabulary{
		facts: map[string]func(*prose){
			"轮次名称":   about(func(p *prose, s query.RoundSummary) { p.say(p.base, s.Round.Name) }),
			"巡察办":    about(func(p *prose, s query.RoundSummary) { p.stated(s.Office.Name, p.base, atAddressee) }),
			"截止日期":   about(func(p *prose, s query.RoundSummary) { p.say(p.base, s.CutOff.Chinese()) }),
			"成文日期":   about(func(p *prose, s query.RoundSummary) { p.say(p.base, s.On.Chinese()) }),
			"单位数":    total(func(s query.RoundSummary) int { return len(s.Rows) }),
			"具体问题数":  total(func(s query.RoundSummary) int { return s.Totals.Total }),
			"已完成数":   total(func(s query.RoundSummary) int { return s.Totals.Done() }),
			"基本完成数":  of(work.BasicallyDone),
			"整改中数":   of(work.UnderWay),
			"未启动数":   of(work.NotStarted),
			"逾期未完成数": of(work.NotDone),
			"销号数":    total(func(s query.RoundSummary) int { return s.Totals.Closed }),
			"长期坚持数":  total(func(s query.RoundSummary) int { return s.Totals.LongTerm }),
			"完成率":    about(func(p *prose, s query.RoundSummary) { p.say(p.base, rate(s.Totals)) }),
			"其他进展":   about(otherStates),
			"未反馈单位":  about(func(p *prose, s query.RoundSummary) { p.say(p.base, joined(s.Waiting)) }),
			"逾期分布":   about(lateOnes),
			"核对反馈问题": about(func(p *prose, s query.RoundSummary) {
				if s.Totals.Total == 0 {
					p.gap(atFeedback)
				}
			}),
		},
		parts: map[string]func(*prose){"各单位统计表": about(func(p *prose, s query.RoundSummary) {
			if len(s.Rows) > 0 {
				p.blocks = append(p.blocks, roundTable(s))
			}
		})},
		conditions: map[string]func(*prose) bool{
			"有反馈问题":   asked(func(s query.RoundSummary) bool { return s.Totals.Total > 0 }),
			"有未反馈单位":  asked(func(s query.RoundSummary) bool { return len(s.Waiting) > 0 }),
			"有逾期问题":   asked(func(s query.RoundSummary) bool { return s.Totals.ByVerdict[work.NotDone] > 0 }),
			"有长期坚持问题": asked(func(s query.RoundSummary) bool { return s.Totals.LongTerm > 0 }),
		},
		lists: map[string]listing{"单位": each(func(p *prose) []query.SummaryRow { return subject[query.RoundSummary](p).Rows }, roundItem()),
			"逾期单位": each(lateRows, roundItem())},
	}
}

func roundItem() map[string]func(*prose, query.SummaryRow) {
	told := func(of func(query.SummaryRow) string) func(*prose, query.SummaryRow) {
		return func(p *prose, r query.SummaryRow) { p.say([]query.Source{roundRef(r)}, of(r)) }
	}
	number := func(of func(query.Counts) int) func(*prose, query.SummaryRow) {
		return told(func(r query.SummaryRow) string { return strconv.Itoa(of(r.Counts)) })
	}
	return map[string]func(*prose, query.SummaryRow){
		"名称":     told(func(r query.SummaryRow) string { return r.Organisation }),
		"反馈日期":   told(func(r query.SummaryRow) string { return r.FeedbackOn.Chinese() }),
		"问题数":    number(func(c query.Counts) int { return c.Total }),
		"已完成数":   number(query.Counts.Done),
		"逾期未完成数": number(func(c query.Counts) int { return c.ByVerdict[work.NotDone] }),
		"销号数":    number(func(c query.Counts) int { return c.Closed }),
		"完成率":    told(func(r query.SummaryRow) string { return rate(r.Counts) }),
	}
}

// rate is the share that is done, with — where there is nothing to do.
func rate(c query.Counts) string {
	if c.Total == 0 {
		return "—"
	}
	return percent(c.Done(), c.Total)
}

// otherStates counts the problems that are not done, state by state.
func otherStates(p *prose, s query.RoundSummary) {
	for _, v := range []work.Verdict{work.BasicallyDone, work.UnderWay, work.NotStarted, work.NotDone} {
		if n := s.Totals.ByVerdict[v]; n > 0 {
			p.sayf(p.base, "、%s%d个", verdictWords[v], n)
		}
	}
}

func lateRows(p *prose) (out []query.SummaryRow) {
	for _, r := range subject[query.RoundSummary](p).Rows {
		if r.Counts.ByVerdict[work.NotDone] > 0 {
			out = append(out, r)
		}
	}
	return out
}

// lateOnes tells which organisations are late with how many problems.
func lateOnes(p *prose, _ query.RoundSummary) {
	var late []part
	for _, r := range lateRows(p) {
		late = append(late, part{fmt.Sprintf("%s%d个", r.Organisation, r.Counts.ByVerdict[work.NotDone]), []query.Source{roundRef(r)}})
	}
	p.list(late)
}

// writeRound tries an outline on the round of an inspection.
func writeRound(v *query.View, i inspection.Inspection, _ query.PaperIn, d drafts) (*gongwen.Document, error) {
	s, err := query.SummaryOf(v, query.RoundSummaryIn{Round: i.RoundID})
	if err != nil {
		return nil, err
	}
	s.Outlines = d
	return RoundReport(s), nil
}
