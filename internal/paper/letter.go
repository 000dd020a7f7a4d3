package paper

import (
	"bytes"
	"cmp"
	"fmt"

	"bihuan/internal/domain/letter"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/gongwen"
	"bihuan/internal/query"
	"bihuan/internal/store"
)

// FreezeLetter writes the paper of a letter as .docx and puts it away. What it
// gives is the Freezer of package action/letters.
func (d Desk) FreezeLetter(keep Keep) func(*store.Tx, letter.Letter, []letter.Item) (letter.File, error) {
	return func(tx *store.Tx, l letter.Letter, items []letter.Item) (letter.File, error) {
		facts, err := query.LetterFactsOf(tx, l, items)
		if err != nil {
			return letter.File{}, err
		}
		var b bytes.Buffer
		if err := gongwen.WriteDocx(&b, Letter(facts)); err != nil {
			return letter.File{}, err
		}
		f := letter.File{Name: l.Title + "（" + l.Number + "）.docx"}
		f.Hash, f.Size, err = keep(tx.Context(), b.Bytes())
		return f, err
	}
}

// Letter is the paper of a letter in letter form, with its reply slip.
func Letter(f query.LetterFacts) *gongwen.Document {
	l, refs := f.Letter, []string{query.Ref(store.Letters, f.Letter.ID)}
	p := &prose{Facts: query.Facts{Outlines: f.Outlines}, subject: f, base: refs}
	p.follow(letterOutline)
	d, name := p.paper(), issuerName(f.Issuer, l.Outer())
	d.Letter, d.Head, d.Number, d.Author, d.Created = true, []gongwen.Run{gongwen.Text(name)}, numberOf(l), name, l.ApprovedAt
	d.Addressee = gongwen.Text(l.Addressee, refs...)
	d.Signature = &gongwen.Signature{Names: []gongwen.Run{gongwen.Text(name)}, Date: dated(l.IssuedOn, refs), Seal: true}
	d.Attachments = []gongwen.Attachment{{Title: gongwen.Text(l.KindName + "回执"), Blocks: slip(l, name)}}
	return d
}

// issuerName is the name that an issuer signs letters with: the inspection
// office as itself, an inspected organisation as its rectification office.
func issuerName(o org.Organisation, outer bool) string {
	if outer {
		return o.Name
	}
	return cmp.Or(o.PartyName, o.Name) + "巡察整改工作领导小组办公室"
}

func numberOf(l letter.Letter) gongwen.Run {
	if l.Number == "" {
		return gongwen.Lack("发文字号")
	}
	return gongwen.Text(l.Number)
}

func dated(on workday.Date, refs []string) gongwen.Run {
	if on == "" {
		return gongwen.Lack("成文日期")
	}
	return gongwen.Text(on.Chinese(), refs...)
}

// texts makes a paragraph of each line.
func texts(text string, refs []string) []gongwen.Block {
	var out []gongwen.Block
	for _, line := range (form{refs: refs}).lines(text) {
		if line[0].Text != "" {
			out = append(out, gongwen.P(line...))
		}
	}
	return out
}

func itemTable(items []letter.Item) gongwen.Table {
	head := func(text string) gongwen.Cell {
		return gongwen.Cell{Lines: []gongwen.Line{{gongwen.Text(text)}}, Align: gongwen.Center}
	}
	t := gongwen.Table{Points: 12, Widths: []float64{1, 1.6, 6, 3.6}, Head: []gongwen.Row{{head("序号"), head("问题编号"), head("反馈问题"), head("完成时限")}}}
	for n, i := range items {
		ref := query.Ref(store.Problems, i.ProblemID)
		t.Rows = append(t.Rows, gongwen.Row{head(fmt.Sprint(n + 1)), head(i.Number), gongwen.C(gongwen.Text(i.Title, ref)), head(day(i.Deadline))})
	}
	return t
}

// slip is the reply slip (回执) that the addressee fills in.
func slip(l letter.Letter, issuer string) []gongwen.Block {
	var f form
	t := gongwen.Table{Points: 12, Widths: []float64{2.2, 4, 2.2, 4}, Rows: []gongwen.Row{
		f.wide("发文字号", cmp.Or(l.Number, "　")), f.wide("标　　题", l.Title),
		{f.label("收文单位"), gongwen.C(gongwen.Text(l.Addressee)), f.label("回复时限"), gongwen.C(gongwen.Text(l.DueOn.Chinese()))},
		{f.label("签 收 人"), gongwen.C(gongwen.Text("　")), f.label("签收日期"), gongwen.C(gongwen.Text("　　　年　　月　　日"))},
		f.wide("整改落实\n情　　况", "　\n　\n　\n　\n　\n　\n　\n　"), f.wide("佐证材料", "　\n　\n　"),
		f.wide("主要负责\n人 意 见", "　\n　\n　　　　　　　　　　签名：　　　　　　年　　月　　日")}}
	return []gongwen.Block{gongwen.Paragraph{Runs: gongwen.Line{gongwen.Text(issuer + "：")}, Align: gongwen.Left}, t}
}
