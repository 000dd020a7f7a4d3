package paper

import (
	"bytes"
	"context"
	"fmt"

	issued "bihuan/internal/domain/plan"
	"bihuan/internal/domain/work"
	"bihuan/internal/gongwen"
	"bihuan/internal/store"
)

// Keep puts the bytes of a paper away and gives their SHA-256 and length.
type Keep func(ctx context.Context, body []byte) (hash string, size int64, err error)

// Freeze writes the paper of an issued plan as .docx and puts it away. What it
// gives is the Freezer of package action/planning.
func (d Desk) Freeze(keep Keep) func(*store.Tx, issued.Version) (issued.IssuedCopy, error) {
	return func(tx *store.Tx, v issued.Version) (issued.IssuedCopy, error) {
		doc, err := d.IssuedPlan(tx, v)
		if err != nil {
			return issued.IssuedCopy{}, err
		}
		var b bytes.Buffer
		if err := gongwen.WriteDocx(&b, doc); err != nil {
			return issued.IssuedCopy{}, err
		}
		c := issued.IssuedCopy{FileName: v.Title + "（" + v.DocumentNumber + "）.docx"}
		c.FileHash, c.FileSize, err = keep(tx.Context(), b.Bytes())
		return c, err
	}
}

// IssuedPlan is the paper of a version as its snapshot says it, under its
// document number.
func (d Desk) IssuedPlan(tx *store.Tx, v issued.Version) (*gongwen.Document, error) {
	content, err := issued.Open(v.Snapshot)
	if err != nil {
		return nil, err
	}
	o, err := store.Organisations.Get(tx, v.OrgID)
	if err != nil {
		return nil, err
	}
	doc := &gongwen.Document{Title: gongwen.WrapTitle(v.Title), Number: gongwen.Text(v.DocumentNumber), Author: o.Name, Subject: v.Title,
		Signature: &gongwen.Signature{Names: []gongwen.Run{gongwen.Text(o.PartyName)}, Date: gongwen.Text(v.IssuedOn.Chinese()), Seal: true},
		Created:   v.CreatedAt}
	doc.Blocks = append(doc.Blocks, gongwen.Heading{Level: 1, Numbered: true, Text: gongwen.Line{gongwen.Text("整改任务及措施")}})
	for _, p := range content.Problems {
		doc.Blocks = append(doc.Blocks, problemBlocks(p)...)
	}
	doc.Attachments = []gongwen.Attachment{dutyList(content)}
	return doc, nil
}

// problemBlocks are the paragraphs of one problem.
func problemBlocks(p issued.Problem) []gongwen.Block {
	ref := "problem:" + p.ID
	out := []gongwen.Block{gongwen.Heading{Level: 2, Numbered: true, Text: gongwen.Line{gongwen.Text(p.Number+" "+ended(p.Title), ref)}}}
	for _, part := range []struct{ label, text string }{{"原因分析：", p.Cause}, {"整改目标：", p.Goal}, {"完成标准：", p.Criteria}} {
		if part.text != "" {
			out = append(out, gongwen.P(gongwen.Text(part.label+ended(part.text)+"。", ref)))
		}
	}
	for n, m := range p.Measures {
		text := fmt.Sprintf("%d.%s。（%s；%s）", n+1, ended(m.Text), kindWords[m.Kind], answering(m.Duty))
		out = append(out, gongwen.P(gongwen.Text(text, "measure:"+m.ID)))
	}
	return out
}

var kindWords = map[work.MeasureKind]string{work.Direct: "直接整改", work.Similar: "举一反三", work.LongTerm: "长效机制"}

// answering is who answers and by when, as papers put it behind a measure.
func answering(d issued.Duty) string {
	text := ""
	for _, part := range []struct{ label, value string }{{"责任领导：", d.Leader.Name}, {"牵头科室：", d.Lead.Name},
		{"责任人：", d.Owner.Name}, {"完成时限：", d.Due()}} {
		if part.value == "" {
			continue
		}
		if text != "" {
			text += "，"
		}
		text += part.label + part.value
	}
	return text
}

// dutyList is the responsibility list behind the plan, in landscape.
func dutyList(c issued.Content) gongwen.Attachment {
	t := gongwen.Table{Points: 10.5, Widths: []float64{1, 4, 6, 1.8, 2.6, 1.8, 2.4}}
	head := gongwen.Row{}
	for _, title := range []string{"编号", "反馈问题", "整改措施", "责任领导", "牵头科室", "责任人", "完成时限"} {
		head = append(head, gongwen.Cell{Lines: []gongwen.Line{{gongwen.Text(title)}}, Align: gongwen.Center})
	}
	t.Head = []gongwen.Row{head}
	for _, p := range c.Problems {
		for n, m := range p.Measures {
			row := gongwen.Row{}
			if n == 0 {
				row = append(row, gongwen.Cell{Lines: []gongwen.Line{{gongwen.Text(p.Number)}}, RowSpan: len(p.Measures), Align: gongwen.Center},
					gongwen.Cell{Lines: []gongwen.Line{{gongwen.Text(ended(p.Title))}}, RowSpan: len(p.Measures)})
			}
			for _, text := range []string{m.Text, m.Duty.Leader.Name, m.Duty.Lead.Name, m.Duty.Owner.Name, m.Duty.Due()} {
				row = append(row, gongwen.C(gongwen.Text(text)))
			}
			t.Rows = append(t.Rows, row)
		}
	}
	return gongwen.Attachment{Title: gongwen.Text("整改任务责任清单"), Landscape: true, Blocks: []gongwen.Block{t}}
}
