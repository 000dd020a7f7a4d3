package paper

import (
	"fmt"

	"bihuan/internal/gongwen"
	"bihuan/internal/ledger"
	"bihuan/internal/query"
)

// ledgerOf is the ledger (整改台账) attached to the progress report.
func ledgerOf(f query.Facts) gongwen.Attachment {
	t := gongwen.Table{Unit: gongwen.Text(fmt.Sprintf("%s（截至%s）", f.Organisation.Name, f.CutOff.Chinese()), f.OrgRefs...), Points: 10.5,
		Widths: []float64{1, 2.4, 4, 6, 1.6, 2.4, 1.6, 2.2, 1.8, 2}}
	head := gongwen.Row{}
	for _, title := range []string{"序号", "方面", "反馈问题", "整改措施", "责任领导", "牵头科室", "责任人", "完成时限", "整改情况", "销号日期"} {
		head = append(head, gongwen.Cell{Lines: []gongwen.Line{{gongwen.Text(title)}}, Align: gongwen.Center})
	}
	t.Head = []gongwen.Row{head}
	n := 0
	for _, a := range f.Aspects {
		for first, pr := range a.Problems {
			n++
			row := gongwen.Row{gongwen.Cell{Lines: []gongwen.Line{{gongwen.Text(fmt.Sprint(n), pr.Refs...)}}, Align: gongwen.Center}}
			if first == 0 {
				row = append(row, gongwen.Cell{Lines: []gongwen.Line{{gongwen.Text(ended(a.Title), a.Refs...)}}, RowSpan: len(a.Problems)})
			}
			t.Rows = append(t.Rows, append(row, problemCells(pr)...))
		}
	}
	return gongwen.Attachment{Title: gongwen.Text("巡察反馈问题整改台账"), Landscape: true, Blocks: []gongwen.Block{t}}
}

// problemCells are the cells of one problem behind its number and aspect.
func problemCells(pr query.ProblemFact) gongwen.Row {
	cell := func(text string) gongwen.Cell { return gongwen.C(gongwen.Text(text, pr.Refs...)) }
	measures := gongwen.Cell{}
	for n, m := range pr.Measures {
		measures.Lines = append(measures.Lines, gongwen.Line{gongwen.Text(fmt.Sprintf("%d.%s。", n+1, ended(m.Text)), m.Refs...)})
	}
	if len(pr.Measures) == 0 {
		measures.Lines = []gongwen.Line{{gongwen.Lack(string(atMeasures))}}
	}
	verdict := verdictWords[pr.Verdict]
	if pr.LongTerm {
		verdict += "（长期坚持）"
	}
	until := cell(pr.Until)
	if pr.Extended > 0 {
		until.Lines = append(until.Lines, gongwen.Line{gongwen.Text(ledger.Extended(pr.Extended, pr.First), pr.Refs...)})
	}
	return gongwen.Row{cell(ended(pr.Title)), measures, cell(pr.Leader), cell(pr.LeadDept), cell(pr.Owner), until, cell(verdict),
		cell(pr.ClosedOn.Chinese())}
}
