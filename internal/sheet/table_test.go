package sheet

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bihuan/internal/gongwen"
)

// shown writes rows as text: cells with their spans, lines parted by /.
func shown(rows []gongwen.Row) []string {
	var out []string
	for _, row := range rows {
		var cells []string
		for _, c := range row {
			var lines []string
			for _, l := range c.Lines {
				for _, r := range l {
					lines = append(lines, r.Text)
				}
			}
			text := strings.Join(lines, "/")
			if c.ColSpan > 1 {
				text += strings.Repeat("→", c.ColSpan-1)
			}
			if c.RowSpan > 1 {
				text += strings.Repeat("↓", c.RowSpan-1)
			}
			cells = append(cells, text)
		}
		out = append(out, strings.Join(cells, "|"))
	}
	return out
}

func TestTableOfAPaper(t *testing.T) {
	s := ledger()
	s.Rows = Rows([][]Cell{
		{Int(1), Text("党的领导"), Text("学习不深入"), Text("1.修订制度\n2.开展研讨").From("m-1")},
		{Int(2), Text("党的领导"), Text("议事不规范"), Text("修订规则").From("m-2", "m-3")},
	})
	got, err := Table(s)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"序号↓|方面↓|反馈问题↓|整改情况→→", "整改措施|完成时限|完成率"}, shown(got.Head)); diff != "" {
		t.Errorf("head (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"1|党的领导↓|学习不深入|1.修订制度/2.开展研讨||", "2|议事不规范|修订规则||", "合计|||6||"}, shown(got.Rows)); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	paper := gongwen.Document{Blocks: []gongwen.Block{got}}
	if refs := paper.Refs(); !slices.Equal(refs, []string{"m-1", "m-2", "m-3"}) {
		t.Errorf("the table rests on %v", refs)
	}
}

func TestTablePassesTheErrorOfItsRows(t *testing.T) {
	broken := errors.New("query failed")
	s := ledger()
	s.Rows = func(yield func([]Cell, error) bool) { yield(nil, broken) }
	if _, err := Table(s); !errors.Is(err, broken) {
		t.Errorf("error is %v, want %v", err, broken)
	}
}
