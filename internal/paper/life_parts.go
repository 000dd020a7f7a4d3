package paper

import "bihuan/internal/query"

// ofLife is a part of a paper that tells of the life meeting; without one it
// marks that it is missing.
func ofLife(tell func(*prose, query.LifeFact)) func(*prose) {
	return func(p *prose) {
		if p.Life == nil {
			p.gap(atLife)
			return
		}
		tell(p, *p.Life)
	}
}

func lifeRequestWords() vocabulary {
	return vocabulary{parts: map[string]func(*prose){"反馈情况": (*prose).fedBack,
		"拟开会议": ofLife(func(p *prose, l query.LifeFact) { p.when(l, "拟于") }), "会前准备": ofLife((*prose).preparing)}}
}

func lifePlanWords() vocabulary {
	return vocabulary{parts: map[string]func(*prose){"定开会议": ofLife(func(p *prose, l query.LifeFact) { p.when(l, "定于") }), "会前准备": ofLife((*prose).preparing)}}
}

func lifeReportWords() vocabulary {
	return vocabulary{parts: map[string]func(*prose){"会议召开情况": ofLife((*prose).said), "会后整改情况": ofLife(followedUp)}}
}

func followedUp(p *prose, l query.LifeFact) {
	p.followed(l.Criticisms, []query.Source{listRef(query.ListCriticisms, l.ID)})
}
