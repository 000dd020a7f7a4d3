// Package papers writes the example's feedback papers as inspection
// teams print them: as a neutral official paper, and as plain text.
package papers

import (
	"strconv"
	"strings"

	"bihuan/internal/example"
	"bihuan/internal/gongwen"
)

// Document is the paper of one feedback, word for word.
func Document(f example.Feedback) *gongwen.Document {
	d := &gongwen.Document{
		Title:     gongwen.WrapTitle(f.Title),
		Addressee: gongwen.Text(f.Addressee),
		Signature: &gongwen.Signature{
			Names: []gongwen.Run{gongwen.Text(f.Signature)},
			Date:  gongwen.Text(f.Date.Chinese()),
			Seal:  true,
		},
		Author: f.Signature,
	}
	d.Blocks = paragraphs(f.Introduction)
	d.Blocks = append(d.Blocks, section(1, "总体评价"))
	d.Blocks = append(d.Blocks, paragraphs(f.Assessment)...)
	d.Blocks = append(d.Blocks, section(2, "主要问题"), gongwen.P(gongwen.Text(f.ProblemsLead)))
	d.Blocks = append(d.Blocks, problems(f)...)
	d.Blocks = append(d.Blocks, section(3, "意见建议"), gongwen.P(gongwen.Text(f.AdviceLead)))
	for n, r := range f.Recommendations {
		d.Blocks = append(d.Blocks, heading(2, mark(f.Marks.Advice, n+1), r.Title, r.Text))
	}
	d.Blocks = append(d.Blocks, paragraphs(f.Closing)...)
	return d
}

func problems(f example.Feedback) []gongwen.Block {
	var out []gongwen.Block
	n := 0
	for a, aspect := range f.Aspects {
		if f.Marks.Aspect != "" {
			out = append(out, heading(2, mark(f.Marks.Aspect, a+1), aspect.Title, ""))
		}
		for i, item := range aspect.Items {
			if f.Marks.Item != "" {
				out = append(out, itemHeading(f, i+1, item))
			}
			if f.Marks.Inline {
				continue
			}
			if f.Marks.Item != "" {
				n = 0
			}
			for _, p := range item.Problems {
				n++
				out = append(out, heading(4, mark(f.Marks.Problem, n), p.Title, p.Text))
			}
		}
	}
	return out
}

// itemHeading stands alone, or leads the paragraph in which all problems of the
// item follow one another.
func itemHeading(f example.Feedback, n int, item example.Item) gongwen.Block {
	if !f.Marks.Inline {
		return heading(3, mark(f.Marks.Item, n), item.Title, "")
	}
	var b strings.Builder
	for n, p := range item.Problems {
		b.WriteString(mark(f.Marks.Problem, n+1) + p.Title + p.Text)
	}
	return heading(3, mark(f.Marks.Item, n), item.Title+"。", b.String())
}

// mark is the n-th mark of a specimen such as （一）, 1. or 一是.
func mark(specimen string, n int) string {
	if strings.Contains(specimen, "一") {
		return strings.Replace(specimen, "一", gongwen.Han(n), 1)
	}
	return strings.Replace(specimen, "1", strconv.Itoa(n), 1)
}

func section(n int, title string) gongwen.Block { return heading(1, gongwen.Han(n)+"、", title, "") }

func heading(level int, mark, title, text string) gongwen.Block {
	h := gongwen.Heading{Level: level, Mark: mark, Text: gongwen.Line{gongwen.Text(title)}}
	if text != "" {
		h.Follow = gongwen.Line{gongwen.Text(text)}
	}
	return h
}

func paragraphs(texts []string) []gongwen.Block {
	var out []gongwen.Block
	for _, t := range texts {
		out = append(out, gongwen.P(gongwen.Text(t)))
	}
	return out
}
