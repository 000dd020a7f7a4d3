package read

import "regexp"

var (
	planTitle     = regexp.MustCompile(`整改.{0,8}(?:方案|计划|措施)|(?:方案|计划).{0,8}整改`)
	reportTitle   = regexp.MustCompile(`(?:整改|落实巡[察视]).{0,16}(?:报告|通报|汇报|总结|情况|公示|公告|公开|进展)`)
	ledgerTitle   = regexp.MustCompile(`(?:清单|台账|一览表|汇总表|明细表|统计表|任务分解表|情况表)(?:[（(].*)?$`)
	feedbackTitle = regexp.MustCompile(`反馈`)
	// paperTitle matches the title of a paper, be it one whose body is a table.
	paperTitle = regexp.MustCompile(`(?:方案|计划|报告|通报|汇报|意见|通知)(?:[（(][^）)]*[）)])?$`)
)

// leadsOver matches the words with which an introduction says what follows.
var leadsOver = regexp.MustCompile(`现(?:将|就)[^。：:]*(?:如下|汇报|报告)`)

// subjectOf is what tells a paper's kind: its title or, where that says nothing,
// the words that lead over to its body (现将整改情况报告如下).
func subjectOf(title string, head []line) string {
	if t := squeezed(title); planTitle.MatchString(t) || reportTitle.MatchString(t) || feedbackTitle.MatchString(t) {
		return title
	}
	for _, l := range head {
		if found := leadsOver.FindString(squeezed(l.text)); found != "" {
			return found
		}
	}
	return title
}

// kindOf tells the kind of a paper from its title, and from its headings where
// the title says nothing.
func kindOf(title string, nodes []*Node) Kind {
	t := squeezed(title)
	onlyTables := len(nodes) > 0 && len(tabled(nodes)) == len(nodes)
	switch {
	case onlyTables && (ledgerTitle.MatchString(t) || !paperTitle.MatchString(t)):
		return KindLedger
	case planTitle.MatchString(t):
		return KindPlan
	case reportTitle.MatchString(t):
		return KindReport
	case feedbackTitle.MatchString(t):
		return KindFeedback
	}
	seen := map[role]bool{}
	walk(nodes, 0, func(n *Node, depth int) {
		if depth < 2 {
			seen[roleOf(KindFeedback, n.Title)] = true
		}
	})
	if seen[roleFindings] && seen[roleRecommendations] {
		return KindFeedback
	}
	return kindByMeasures(nodes)
}

// kindByMeasures tells plan and report apart by what is said of measures.
func kindByMeasures(nodes []*Node) Kind {
	planned, done := 0, 0
	walk(nodes, 0, func(n *Node, _ int) {
		for _, m := range n.Measures {
			if m.Progress != "" {
				done++
			} else {
				planned++
			}
		}
	})
	switch {
	case planned+done < 2:
		return KindOther
	case done >= planned:
		return KindReport
	}
	return KindPlan
}
