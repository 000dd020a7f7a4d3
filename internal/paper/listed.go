package paper

import (
	"fmt"
	"strings"

	"bihuan/internal/domain/regulation"
	"bihuan/internal/gongwen"
	"bihuan/internal/query"
	"bihuan/internal/store"
)

// LedgerPaper is the ledger (整改台账) as a paper of its own, on landscape pages.
func LedgerPaper(f query.Facts) *gongwen.Document {
	p := organised(f, f)
	p.follow(ledgerOutline)
	d := p.paper()
	d.Landscape = true
	return d
}

// changeWords is how the list of regulations calls what was done to one.
var changeWords = map[regulation.Change]string{regulation.Enact: "新制定", regulation.Revise: "修订", regulation.Repeal: "废止"}

// whenWords is when a regulation came, seen from the feedback.
var whenWords = map[regulation.When]string{regulation.Before: "反馈前已有", regulation.During: "整改期间", regulation.Ahead: "正在起草、修订", regulation.Gone: "已废止"}

// RegulationList is the list of regulations (制度清单): those before the feedback,
// those made since, those in the making, each with the problems it answers.
func RegulationList(f query.PaperFacts) *gongwen.Document {
	p := organised(f.Facts, f)
	p.follow(regulationsOutline)
	d := p.paper()
	d.Landscape = true
	return d
}

// regulationTable is the regulations, or the mark that there are none.
func regulationTable(p *prose, f query.PaperFacts) {
	t := gongwen.Table{Unit: gongwen.Text(fmt.Sprintf("单位：项（截至%s）", f.CutOff.Chinese())), Points: 10.5, Widths: []float64{0.8, 4, 1.2, 3, 2.2, 1.6, 2}}
	head := gongwen.Row{}
	for _, label := range []string{"序号", "制度名称", "类型", "文号", "印发（废止）日期", "阶段", "对应问题"} {
		head = append(head, gongwen.C(gongwen.Text(label)))
	}
	t.Head = []gongwen.Row{head}
	n := 0
	for _, r := range f.Rows {
		on := r.IssuedOn
		if r.When == regulation.Gone {
			on = r.RepealedOn
		}
		if on > f.CutOff {
			continue
		}
		n++
		ref := query.Ref(store.Regulations, r.ID)
		var answers []string
		for _, a := range r.Answers {
			answers = append(answers, a.Number)
		}
		cell := func(text string) gongwen.Cell { return gongwen.C(gongwen.Text(text, ref)) }
		t.Rows = append(t.Rows, gongwen.Row{{Lines: []gongwen.Line{{gongwen.Text(fmt.Sprint(n), ref)}}, Align: gongwen.Center}, cell(booked(r.Title)),
			cell(changeWords[r.Change]), cell(r.DocumentNumber), cell(on.Chinese()), cell(whenWords[r.When]), cell(strings.Join(answers, "、"))})
	}
	if n == 0 {
		p.lack(atRegulations)
		return
	}
	p.blocks = append(p.blocks, t)
}
