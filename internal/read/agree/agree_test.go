package agree

import (
	"strings"
	"testing"

	"bihuan/internal/read"
)

func paper(nodes ...*read.Node) *read.Paper {
	return &read.Paper{Kind: read.KindFeedback, Nodes: nodes}
}

func problem(mark, title string) *read.Node {
	return &read.Node{Kind: read.NodeProblem, Mark: mark, Title: title}
}

func TestNodesAgreeByKindMarkTitleAndPlace(t *testing.T) {
	want := paper(&read.Node{Kind: read.NodeAspect, Mark: "（一）", Title: "作风", Children: []*read.Node{problem("1.", "会议多。"), problem("2.", "文件多")}})
	for name, c := range map[string]struct {
		got  *read.Paper
		hit  int
		says string
	}{
		"the stop at the end is no difference": {paper(&read.Node{Kind: read.NodeAspect, Mark: "（一）", Title: "作风", Children: []*read.Node{problem("1.", "会议多"), problem("2.", "文件多；")}}), 3, ""},
		"hangs elsewhere":                      {paper(&read.Node{Kind: read.NodeAspect, Mark: "（一）", Title: "作风", Children: []*read.Node{problem("1.", "会议多")}}, problem("2.", "文件多")), 2, "want problem /（一）/2."},
		"missing and invented":                 {paper(&read.Node{Kind: read.NodeAspect, Mark: "（一）", Title: "作风", Children: []*read.Node{problem("1.", "会议多"), problem("3.", "接待多")}}), 2, "no such node: problem /（一）/3."},
	} {
		r := Compare(c.got, want)
		if r.Nodes.Hit != c.hit || r.Nodes.Want != 3 {
			t.Errorf("%s: %+v", name, r.Nodes)
		}
		if all := strings.Join(r.Differences, "\n"); (c.says == "") != (all == "") || !strings.Contains(all, c.says) {
			t.Errorf("%s: differences\n%s", name, all)
		}
	}
}

func TestFieldsTotalsAndWarnings(t *testing.T) {
	want := paper(&read.Node{Kind: read.NodeProblem, Title: "学习少", Leader: "张三",
		Measures: []read.Measure{{Text: "订计划", Owners: []string{"李四"}}, {Text: "抓落实"}}})
	want.Counted = []read.Count{{Unit: "问题", Count: 1}}
	want.Warnings = []read.Warning{{Code: "totals.differ"}}
	got := paper(&read.Node{Kind: read.NodeProblem, Title: "学习少", Leader: "王五",
		Measures: []read.Measure{{Text: "抓落实。"}, {Text: "订计划", Owners: []string{"李四"}}}})
	got.Warnings = []read.Warning{{Code: "mark.gap"}}
	r := Compare(got, want)
	if r.Fields != (Tally{Want: 5, Got: 5, Hit: 4}) { // the kind, the texts of two measures, an owner; not the leader
		t.Errorf("fields %+v: %v", r.Fields, r.Differences)
	}
	if r.Totals != (Tally{Want: 1}) || r.Warnings != (Tally{Want: 1, Got: 1}) || len(r.Differences) != 3 {
		t.Errorf("totals %+v, warnings %+v, %v", r.Totals, r.Warnings, r.Differences)
	}
}
