package paper

import (
	"fmt"
	"strings"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/work"
	"bihuan/internal/gongwen"
	"bihuan/internal/query"
	"bihuan/internal/store"
)

// RoundPage is the report on a whole round with the inspections behind it.
type RoundPage struct {
	query.RoundSummary
	Title    string
	Document *gongwen.Document
	Sources  []query.SourceRow
	Gaps     []Gap
	Versions query.PaperVersions
}

// Round writes the report on a round for somebody to read.
func Round(v *query.View, in query.RoundSummaryIn) (RoundPage, error) {
	s, err := query.SummaryOf(v, in)
	if err != nil {
		return RoundPage{}, err
	}
	out := RoundPage{RoundSummary: s, Document: RoundReport(s)}
	out.Title, out.Gaps = out.Document.Subject, Missing(out.Document)
	if out.Versions, err = v.PaperVersionsOf(inspection.PaperAsk{RoundID: in.Round, Kind: inspection.RoundReport}); err != nil {
		return out, err
	}
	for _, r := range s.Rows {
		out.Sources = append(out.Sources, query.SourceRow{Ref: roundRef(r), Kind: "inspection", Label: r.Organisation, On: string(r.FeedbackOn),
			Path: "/inspections/" + r.InspectionID + "/problems"})
	}
	return out, nil
}

func roundRef(r query.SummaryRow) query.Source { return query.Ref(store.Inspections, r.InspectionID) }

// RoundReport composes the report on a round for the leading group (轮次综合报告):
// the totals, each organisation, and where work is late.
func RoundReport(s query.RoundSummary) *gongwen.Document {
	p := &prose{Facts: query.Facts{Outlines: s.Outlines}, subject: s}
	for _, r := range s.Rows {
		p.base = append(p.base, roundRef(r))
	}
	p.follow(roundOutline)
	d := p.paper()
	d.Author, d.Addressee = s.Office.Name, leadingGroupOf(s.Office.Name)
	d.Signature = &gongwen.Signature{Names: []gongwen.Run{gongwen.Text(s.Office.Name)}, Date: gongwen.Text(s.On.Chinese()), Seal: true}
	return d
}

// leadingGroupOf is the leading group whose office writes.
func leadingGroupOf(office string) gongwen.Run {
	group, ok := strings.CutSuffix(office, "办公室")
	if !ok {
		return gongwen.Lack(string(atAddressee))
	}
	return gongwen.Text(group)
}

// roundTable has a row for each organisation, in the order of their feedback,
// and the sum.
func roundTable(s query.RoundSummary) gongwen.Table {
	t := gongwen.Table{Caption: gongwen.Text("各单位整改情况统计表"), Unit: gongwen.Text("单位：个（截至" + s.CutOff.Chinese() + "）"), Points: 10.5,
		Widths: []float64{0.8, 4.2, 1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 1.5}}
	head := gongwen.Row{}
	for _, label := range []string{"序号", "单位", "问题", "已完成", "基本完成", "整改中", "未启动", "逾期", "销号", "长期坚持", "完成率"} {
		head = append(head, gongwen.C(gongwen.Text(label)))
	}
	t.Head = []gongwen.Row{head}
	for n, r := range s.Rows {
		t.Rows = append(t.Rows, roundRow(fmt.Sprint(n+1), r.Organisation, r.Counts, roundRef(r)))
	}
	t.Rows = append(t.Rows, roundRow("", "合计", s.Totals))
	return t
}

func roundRow(number, name string, c query.Counts, refs ...query.Source) gongwen.Row {
	cell := func(text string) gongwen.Cell {
		return gongwen.Cell{Lines: []gongwen.Line{{gongwen.Text(text, refs...)}}, Align: gongwen.Center}
	}
	row := gongwen.Row{cell(number), gongwen.C(gongwen.Text(name, refs...)), cell(fmt.Sprint(c.Total))}
	for _, n := range []int{c.Done(), c.ByVerdict[work.BasicallyDone], c.ByVerdict[work.UnderWay], c.ByVerdict[work.NotStarted], c.ByVerdict[work.NotDone], c.Closed, c.LongTerm} {
		row = append(row, cell(fmt.Sprint(n)))
	}
	rate := "—"
	if c.Total > 0 {
		rate = percent(c.Done(), c.Total)
	}
	return append(row, cell(rate))
}
