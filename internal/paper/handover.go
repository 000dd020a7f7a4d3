package paper

import (
	"strconv"

	"bihuan/internal/gongwen"
	"bihuan/internal/query"
	"bihuan/internal/store"
)

// HandOverRecord is the record of a hand-over (交接记录) as one form: who hands
// over what to whom, and the confirmations of both sides.
func HandOverRecord(x query.HandOverPage, o drafts) *gongwen.Document {
	d := formProse(handOverOutline, x, o, query.Ref(store.HandOvers, x.HandOver.ID)).paper()
	d.Author, d.Created = x.Organisation, x.HandOver.At
	return d
}

// handOverFacts says who hands over, when, why, and who watches it.
func handOverFacts(p *prose, x query.HandOverPage) {
	h, f := x.HandOver, form{}
	t := gongwen.Table{Points: 12, Widths: []float64{1.4, 3, 1.4, 3}}
	t.Rows = []gongwen.Row{
		{f.cell("单位"), f.cell(x.Organisation), f.cell("移交人"), f.cell(h.FromName)},
		{f.cell("交接日期"), f.cell(h.On.Chinese()), f.cell("监交人"), f.cell(x.Supervisor)},
		{f.cell("交接原因"), {Lines: []gongwen.Line{{gongwen.Text(h.Reason)}}, ColSpan: 3}},
	}
	p.blocks = append(p.blocks, t)
}

// handOverItems lists what is handed over to whom.
func handOverItems(p *prose, x query.HandOverPage) {
	f := form{}
	t := gongwen.Table{Caption: gongwen.Text("移交事项"), Points: 10.5, Widths: []float64{0.8, 1.4, 6, 2}}
	t.Head = []gongwen.Row{{f.label("序号"), f.label("类别"), f.label("事项"), f.label("接收人")}}
	for n, i := range x.Items {
		t.Rows = append(t.Rows, gongwen.Row{f.label(strconv.Itoa(n + 1)), f.cell(itemWords[i.Kind]),
			{Lines: []gongwen.Line{{gongwen.Text(i.Label, i.Kind+":"+i.RecordID)}}}, f.cell(i.ToName)})
	}
	p.blocks = append(p.blocks, t)
}

// handOverSides is the confirmations of both sides.
func handOverSides(p *prose, x query.HandOverPage) {
	f := form{}
	t := gongwen.Table{Caption: gongwen.Text("交接双方确认"), Points: 12, Widths: []float64{1.4, 2, 2, 5}}
	t.Head = []gongwen.Row{{f.label("身份"), f.label("姓名（科室）"), f.label("日期"), f.label("确认（签字）")}}
	for _, s := range x.Sides {
		role, day, name := "接收人", "", ""
		if s.Gives {
			role = "移交人"
		}
		if s.Done != nil {
			day, name = s.Done.On.Chinese(), s.Done.Name
		}
		t.Rows = append(t.Rows, gongwen.Row{f.cell(role), f.cell(s.Name), f.cell(day), f.cell(name)})
	}
	p.blocks = append(p.blocks, t)
}

var itemWords = map[string]string{"problem": "问题", "measure": "措施", "criticism": "批评意见整改", "resolution": "议定事项"}
