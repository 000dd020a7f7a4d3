package paper

import (
	"bihuan/internal/query"
)

// reportWords are sentences of both reports, in the order in which they tell.
func reportWords() vocabulary {
	return together(feedbackWords(), planHistoryWords(), standingWords(), lifeWords(), regulationWords(), convenedWords(),
		vocabulary{facts: map[string]func(*prose){
			"领导小组": ofGroup((*prose).leadingGroup),
			"整改办":  ofGroup((*prose).office),
			"责任分工": (*prose).shares,
			"本句公开": (*prose).gistSentence,
			"以上公开": (*prose).gisted,
		}, lists: map[string]listing{"责任领导": each(func(p *prose) []query.LeaderShare { return p.Leaders }, map[string]func(*prose, query.LeaderShare){
			"姓名":  func(p *prose, l query.LeaderShare) { p.say(refsOf(l.Refs, l.Leader.Refs), l.Leader.Name) },
			"职务":  func(p *prose, l query.LeaderShare) { p.stated(l.Leader.Title, l.Leader.Refs, atPost) },
			"问题数": func(p *prose, l query.LeaderShare) { p.numbered(l.Problems, l.Refs) },
		})}})
}

// headSections are the words that stand for the sections of the head's report.
func headSections() map[string]string {
	return map[string]string{"开头": "opening", "履行第一责任": "duty", "组织体系和责任": "responsibility", "部署推进": "deployment",
		"党内生活": "party-life", "长效机制": "long-term", "结合日常工作": "daily-work"}
}

// progressSections are those of the progress report.
func progressSections() map[string]string {
	return map[string]string{"开头": "opening", "组织推进": "organised", "逐个问题": "problems", "立行立改": "immediates",
		"长效机制": "long-term", "群众监督": "opinions", "尚未完成和下一步": "remaining"}
}
