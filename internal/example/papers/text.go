package papers

import (
	"strings"

	"bihuan/internal/gongwen"
)

// Text is the paper as plain text: one line for the title, one for each
// paragraph, as it comes out when a clerk saves it from the word processor.
func Text(d *gongwen.Document) string {
	var b strings.Builder
	for _, r := range d.Title {
		b.WriteString(r.Text)
	}
	b.WriteString("\n\n" + d.Addressee.Text + "：\n")
	for _, block := range d.Blocks {
		switch block := block.(type) {
		case gongwen.Heading:
			b.WriteString(block.Mark + words(block.Text) + words(block.Follow) + "\n")
		case gongwen.Paragraph:
			b.WriteString(words(block.Runs) + "\n")
		}
	}
	for _, r := range d.Signature.Names {
		b.WriteString("\n" + r.Text)
	}
	b.WriteString("\n" + d.Signature.Date.Text + "\n")
	return b.String()
}

func words(l gongwen.Line) string {
	var b strings.Builder
	for _, r := range l {
		b.WriteString(r.Text)
	}
	return b.String()
}
