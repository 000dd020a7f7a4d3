package ledger

import (
	"testing"

	"bihuan/internal/domain/work"
	"bihuan/internal/query"
)

func TestEveryColumnOfATemplateIsLaidOut(t *testing.T) {
	for _, l := range work.Lists() {
		usual := Usual(l)
		for _, key := range work.ColumnKeys(l) {
			if c, ok := usual[key]; !ok || c.Head == "" || c.Width == 0 {
				t.Errorf("%s: column %s is not laid out", l, key)
			}
		}
		if len(usual) != len(work.ColumnKeys(l)) {
			t.Errorf("%s: %d columns are laid out, %d may be chosen", l, len(usual), len(work.ColumnKeys(l)))
		}
	}
}

func TestATemplateChoosesOrdersNamesAndSizes(t *testing.T) {
	l := query.ProblemLedger{Rows: []query.ProblemEntry{{ProblemRow: query.ProblemRow{Number: "1.1", Leader: "李明"}, Goal: "目标"}}}
	l.Columns = []work.ListColumn{{Key: "goal", Head: "整改要达到的目标", Width: 40}, {Key: "number"}, {Key: "leader", Head: "分管领导"}}
	s := ProblemSheet(l)
	if len(s.Columns) != 3 || s.Columns[0].Head[0] != "整改要达到的目标" || s.Columns[0].Width != 40 || s.Columns[2].Head[0] != "分管领导" {
		t.Errorf("columns are %+v", s.Columns)
	}
	d := DutySheet(query.DutyLedger{Ledger: query.Ledger{Columns: work.Planned(work.UsualColumns(work.DutiesList))},
		Rows: []query.DutyRow{{Problems: query.Counts{Total: 2}}, {Problems: query.Counts{Total: 3}}}})
	if len(d.Columns) != 5 || d.Total[3].String() != "5" {
		t.Errorf("a planned responsibility list has %d columns and totals %v", len(d.Columns), d.Total)
	}
}
