package paper

import (
	"strconv"

	"bihuan/internal/domain/party"
	"bihuan/internal/query"
)

// lifeWords tell of the life meeting: sentences, and the figures in them.
func lifeWords() vocabulary {
	number := func(list func(query.LifeFact) query.Source, of func(query.LifeFact) int) func(*prose) {
		return ofLife(func(p *prose, l query.LifeFact) { p.say([]query.Source{list(l)}, strconv.Itoa(of(l))) })
	}
	criticisms := func(l query.LifeFact) query.Source { return listRef(query.ListCriticisms, l.ID) }
	papers := func(l query.LifeFact) query.Source { return listRef(query.ListSelfPapers, l.ID) }
	return vocabulary{
		facts: map[string]func(*prose){
			"民主生活会":   ofLife((*prose).consent),
			"会前工作":    ofLife((*prose).prepared),
			"谈心谈话":    ofLife((*prose).talks),
			"对照检查":    ofLife((*prose).selfPapers),
			"批评和自我批评": ofLife((*prose).criticisms),
			"民主生活会日期": ofLife(func(p *prose, l query.LifeFact) { p.stated(dayOf(p, l.HeldOn), l.Refs, atLifeDay) }),
			"民主生活会主题": ofLife(func(p *prose, l query.LifeFact) { p.stated(ended(l.Theme), l.Refs, atLifeTheme) }),
			"同意日期":    ofLife(func(p *prose, l query.LifeFact) { p.stated(dayOf(p, l.ConsentOn), l.Refs, atLifeConsent) }),
			"同意机关":    ofLife(func(p *prose, l query.LifeFact) { p.stated(l.ConsentBy, l.Refs, atSuperior) }),
			"征求到意见数":  ofLife(func(p *prose, l query.LifeFact) { p.numbered(l.Opinions, l.Refs) }),
			"谈话次数":    ofLife(func(p *prose, l query.LifeFact) { p.say(talkRefs(l.Talks), strconv.Itoa(l.Talks.Total)) }),
			"对照检查份数":  number(papers, func(l query.LifeFact) int { return l.Papers.Team + l.Papers.Members }),
			"自我批评数":   number(criticisms, func(l query.LifeFact) int { return l.Criticisms.Self }),
			"相互批评数":   number(criticisms, func(l query.LifeFact) int { return l.Criticisms.Mutual }),
			"批评意见整改数": number(criticisms, func(l query.LifeFact) int { return l.Criticisms.Done }),
			"核对民主生活会": func(p *prose) {
				if p.Life == nil {
					p.gap(atLife)
				}
			},
		},
		conditions: map[string]func(*prose) bool{"已召开民主生活会": func(p *prose) bool { return p.Life != nil && p.Life.HeldOn != "" }},
		lists: map[string]listing{"谈话范围": each(talkScopes, map[string]func(*prose, talkScope){
			"名称": func(p *prose, s talkScope) {
				p.say([]query.Source{listRef(query.ListTalks, string(s.scope))}, scopeWords[s.scope])
			},
			"次数": func(p *prose, s talkScope) {
				p.say([]query.Source{listRef(query.ListTalks, string(s.scope))}, strconv.Itoa(s.n))
			},
		})},
	}
}

// talkScope is how many talks were held within one scope.
type talkScope struct {
	scope party.TalkScope
	n     int
}

func talkScopes(p *prose) []talkScope {
	if p.Life == nil {
		return nil
	}
	var out []talkScope
	for _, s := range party.TalkScopes() {
		if n := p.Life.Talks.ByScope[s]; n > 0 {
			out = append(out, talkScope{s, n})
		}
	}
	return out
}

// talkRefs are the lists of the talks, scope by scope.
func talkRefs(t query.TalkCounts) (out []query.Source) {
	for _, s := range party.TalkScopes() {
		if t.ByScope[s] > 0 {
			out = append(out, listRef(query.ListTalks, string(s)))
		}
	}
	return out
}
