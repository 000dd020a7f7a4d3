package paper

import (
	"fmt"

	"bihuan/internal/domain/workday"
	"bihuan/internal/gongwen"
	"bihuan/internal/query"
	"bihuan/internal/store"
)

// levelWords are the rows of the form in which each level says its opinion.
var levelWords = map[string]string{"leader": "责任领导\n意见", "head": "主要负责人\n意见", "office": "巡察办\n意见"}

// ExtensionForm is the printed form of a request (延期申请表), one page.
func ExtensionForm(e query.ExtensionRow, o drafts) *gongwen.Document {
	d := formProse(extensionOutline, e, o, query.Ref(store.Extensions, e.ID)).paper()
	d.Author = e.Org
	return d
}

// extensionHead says whose form it is.
func extensionHead(p *prose, e query.ExtensionRow) {
	p.blocks = append(p.blocks, gongwen.Paragraph{Runs: gongwen.Line{gongwen.Text("单位：" + e.Org)}, Align: gongwen.Left})
}

func extensionTable(p *prose, e query.ExtensionRow) {
	f := form{refs: p.base}
	t := gongwen.Table{Points: 12, Widths: []float64{2.2, 4, 2.2, 4}}
	t.Rows = []gongwen.Row{
		f.wide("反馈问题", e.Number+" "+e.Title),
		f.wide("整改措施", orWhole(e.Measure)),
		{f.label("牵头科室"), f.cell(e.Dept), f.label("责任人"), f.cell(e.Owner)},
		{f.label("最初时限"), f.cell(day(workday.Date(e.First))), f.label("现行时限"), f.cell(day(e.OldDate))},
		{f.label("申请延至"), f.cell(day(e.NewDate)), f.label("延期次数"), f.cell(fmt.Sprintf("第%d次，累计%d天", e.Nth, e.Delay))},
		f.wide("延期原因", e.Reason),
		f.wide("已做工作", e.DoneSoFar),
		f.wide("后续安排", e.RestPlan),
		f.wide("保障措施", e.Safeguards),
		f.wide("申请人", e.AskedName+"　"+day(workday.DateOf(e.AskedAt, workday.Zone))),
	}
	for _, role := range e.Levels {
		t.Rows = append(t.Rows, f.wide(levelWords[role], opinionOf(e, role)))
	}
	p.blocks = append(p.blocks, t)
}

// opinionOf is what a level said; a level that has not spoken leaves room to
// sign by hand. Who spoke for two levels stands at both.
func opinionOf(e query.ExtensionRow, role string) string {
	for n, d := range e.Decisions {
		if d.Role == role || covers(e, n, role) {
			word := "不同意。"
			if d.Agree {
				word = "同意。"
			}
			return said(word, d.Opinion) + "　" + d.Name + "　" + day(workday.DateOf(d.At, workday.Zone))
		}
	}
	return "　　　　　　　　　　签名：　　　　　　年　　月　　日"
}

// covers reports whether the nth decision stands for a level between its own
// and the next one's.
func covers(e query.ExtensionRow, n int, role string) bool {
	at := func(role string) int {
		for i, r := range e.Levels {
			if r == role {
				return i
			}
		}
		return -1
	}
	until := e.Level
	if n+1 < len(e.Decisions) {
		until = at(e.Decisions[n+1].Role)
	}
	return e.Decisions[n].Agree && at(role) > at(e.Decisions[n].Role) && at(role) < until
}

func orWhole(measure string) string {
	if measure == "" {
		return "（问题整体）"
	}
	return measure
}

func day(d workday.Date) string {
	if d == "" {
		return "—"
	}
	return d.Chinese()
}
