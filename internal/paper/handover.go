package paper

import (
	"strconv"

	"bihuan/internal/gongwen"
	"bihuan/internal/query"
)

// HandOverRecord is the record of a hand-over (交接记录) as one form: who hands
// over what to whom, and the confirmations of both sides.
func HandOverRecord(x query.HandOverPage) *gongwen.Document {
	h := x.HandOver
	cell := func(text string) gongwen.Cell { return gongwen.C(gongwen.Text(text)) }
	head := func(texts ...string) gongwen.Row {
		row := gongwen.Row{}
		for _, t := range texts {
			row = append(row, gongwen.Cell{Lines: []gongwen.Line{{gongwen.Text(t)}}, Align: gongwen.Center})
		}
		return row
	}
	facts := gongwen.Table{Points: 12, Widths: []float64{1.4, 3, 1.4, 3}}
	facts.Rows = []gongwen.Row{
		{cell("单位"), cell(x.Organisation), cell("移交人"), cell(h.FromName)},
		{cell("交接日期"), cell(h.On.Chinese()), cell("监交人"), cell(x.Supervisor)},
		{cell("交接原因"), {Lines: []gongwen.Line{{gongwen.Text(h.Reason)}}, ColSpan: 3}},
	}
	items := gongwen.Table{Caption: gongwen.Text("移交事项"), Points: 10.5, Widths: []float64{0.8, 1.4, 6, 2}}
	items.Head = []gongwen.Row{head("序号", "类别", "事项", "接收人")}
	for n, i := range x.Items {
		items.Rows = append(items.Rows, gongwen.Row{
			{Lines: []gongwen.Line{{gongwen.Text(strconv.Itoa(n + 1))}}, Align: gongwen.Center},
			cell(itemWords[i.Kind]), {Lines: []gongwen.Line{{gongwen.Text(i.Label, i.Kind+":"+i.RecordID)}}}, cell(i.ToName)})
	}
	sides := gongwen.Table{Caption: gongwen.Text("交接双方确认"), Points: 12, Widths: []float64{1.4, 2, 2, 5}}
	sides.Head = []gongwen.Row{head("身份", "姓名（科室）", "日期", "确认（签字）")}
	for _, s := range x.Sides {
		role, day, name := "接收人", "", ""
		if s.Gives {
			role = "移交人"
		}
		if s.Done != nil {
			day, name = s.Done.On.Chinese(), s.Done.Name
		}
		sides.Rows = append(sides.Rows, gongwen.Row{cell(role), cell(s.Name), cell(day), cell(name)})
	}
	return &gongwen.Document{Title: gongwen.WrapTitle("巡察整改工作交接记录"), Blocks: []gongwen.Block{facts, items, sides},
		Author: x.Organisation, Subject: "巡察整改工作交接记录", Created: h.At}
}

var itemWords = map[string]string{"problem": "问题", "measure": "措施", "criticism": "批评意见整改", "resolution": "议定事项"}
