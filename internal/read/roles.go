package read

import (
	"regexp"
	"slices"
	"strings"
)

// role is what a passage of a paper is about.
type role int

const (
	roleNone            role = iota
	roleFindings             // what was found, or what is done about it
	roleRecommendations      // 意见建议
	roleImmediate            // 立行立改事项
	rolePlain                // certainly something else: an evaluation, an organisation, next steps
)

var (
	immediateHead      = regexp.MustCompile(`立行立改(?:的)?(?:事项|问题|任务|清单|情况)|^立行立改$`)
	recommendationHead = regexp.MustCompile(`意见(?:和|与|及|、)?建议|整改(?:意见|建议)|(?:工作|几点|有关|相关|主要|巡察)(?:意见|建议)|^(?:意见|建议)$|^对.{2,30}的(?:意见|建议)$`)
	plainHead          = regexp.MustCompile(`总体(?:评价|情况|要求|目标|思路)|基本(?:情况|概况)|主要成[效绩]|组织(?:领导|机构|保障|实施)|工作要求|整改要求|方法步骤|保障措施|下一步|未完成|尚未|存在的(?:困难|不足)|时间安排|指导思想|经验|体会`)
	feedbackFindings   = regexp.MustCompile(`(?:主要|突出|存在|发现|反馈|具体|重点).{0,6}问题|问题(?:清单|表现|情况)?$`)
	planFindings       = regexp.MustCompile(`整改(?:任务|措施|内容|事项|清单|重点|工作任务)|问题.{0,6}整改|(?:主要|具体|重点|工作)(?:任务|措施|问题)|(?:反馈|发现|存在).{0,6}问题|任务(?:分工|分解)`)
	reportFindings     = regexp.MustCompile(`(?:问题|任务|事项|反馈意见).{0,10}(?:整改|落实).{0,6}(?:情况|进展|成效)|^(?:巡察)?(?:整改|落实)(?:工作)?(?:进展|完成|落实|推进)*情况|逐[项条]|具体(?:整改)?(?:情况|措施)|整改任务|问题.{0,4}整改$`)
)

// earlierFindings matches the heading of a finding about what others found before:
// 上轮巡察反馈问题整改不到位. It announces no findings, it is one.
var earlierFindings = regexp.MustCompile(`上一?[轮次届]|以往|历[次届轮年]|此前|前期|问题[^，。]{0,6}整改|整改[^，。]{0,8}(?:不|未|差距|方面)`)

// stateFindings matches the headings under which a report gathers its findings by
// how they stand.
var stateFindings = regexp.MustCompile(`(?:已|未|尚未|基本|正在|需|需要)?(?:完成|长期|持续|推进)(?:整改|坚持)?(?:到位)?的(?:整改)?(?:事项|问题|任务)`)

// roleOf tells from its heading what a passage is about.
func roleOf(kind Kind, heading string) role {
	s := squeezed(heading)
	if _, after, told := strings.Cut(s, "："); len(s) > 120 || told && after != "" {
		return roleNone // it says more than what it heads
	}
	findings := feedbackFindings
	switch kind {
	case KindPlan:
		findings = planFindings
	case KindReport:
		findings = reportFindings
	}
	switch {
	case kind == KindReport && stateFindings.MatchString(s):
		return roleFindings
	case immediateHead.MatchString(s):
		return roleImmediate
	case recommendationHead.MatchString(s):
		return roleRecommendations
	case plainHead.MatchString(s):
		return rolePlain
	case kind == KindFeedback && earlierFindings.MatchString(s):
		return roleNone
	case kind != KindOther && findings.MatchString(s):
		return roleFindings
	}
	return roleNone
}

// findings gathers the passages that hold what was found: the passages under
// headings that say so or, in a feedback paper without such a heading, all
// that is not about something else. On the way recommendations and immediate
// matters get their kinds.
func findings(kind Kind, nodes []*Node) [][]*Node {
	var groups [][]*Node
	if rows := tabled(nodes); len(rows) > 0 {
		groups = append(groups, rows)
	}
	for _, n := range nodes {
		if n.tabled {
			continue
		}
		switch roleOf(kind, n.Title) {
		case roleImmediate:
			setKind(n.Children, NodeImmediate)
		case roleRecommendations:
			setKind(n.Children, NodeRecommendation)
		case roleFindings:
			if len(n.Children) > 0 {
				groups = append(groups, n.Children)
			}
		case roleNone:
			groups = append(groups, findings(KindOther, n.Children)...)
			groups = append(groups, namedFindings(kind, n.Children)...)
		}
	}
	return groups
}

// tabled are the nodes that come from a ledger.
func tabled(nodes []*Node) []*Node {
	return slices.DeleteFunc(slices.Clone(nodes), func(n *Node) bool { return !n.tabled })
}

// namedFindings looks one level down for a heading that announces findings.
func namedFindings(kind Kind, nodes []*Node) [][]*Node {
	var groups [][]*Node
	for _, n := range nodes {
		if len(n.Children) > 0 && kind == KindFeedback && roleOf(kind, n.Title) == roleFindings && len(squeezed(n.Title)) < 45 {
			groups = append(groups, n.Children)
		}
	}
	return groups
}

// bareFindings are the findings that have no heading of their own: in a
// feedback paper all top nodes that are not about something else, in a plan or
// report those under which measures stand. A single such node is the heading.
func bareFindings(kind Kind, nodes []*Node) []*Node {
	var out []*Node
	for _, n := range nodes {
		if roleOf(kind, n.Title) == roleNone && (kind == KindFeedback || hasMeasures(n)) {
			out = append(out, n)
		}
	}
	if len(out) == 1 && len(out[0].Children) > 0 {
		return out[0].Children
	}
	if kind == KindOther {
		return nil
	}
	return out
}

// hasMeasures tells whether measures stand under a node, or findings by their
// titles: 关于学习不深入的问题, 关于“……”问题的整改.
func hasMeasures(n *Node) bool {
	found := false
	walk([]*Node{n}, 0, func(n *Node, _ int) {
		found = found || len(n.Measures) > 0 || aboutFinding.MatchString(squeezed(n.Title))
	})
	return found
}

// namedByTitle are the top nodes that are findings by their titles.
func namedByTitle(nodes []*Node) []*Node {
	return slices.DeleteFunc(slices.Clone(nodes), func(n *Node) bool { return !aboutFinding.MatchString(squeezed(n.Title)) })
}

var aboutFinding = regexp.MustCompile(`^(?:针对|关于).{2,60}(?:问题|问题的整改|问题整改(?:情况|落实情况)?)$`)

func setKind(nodes []*Node, kind NodeKind) {
	walk(nodes, 0, func(n *Node, _ int) { n.Kind = kind })
}
