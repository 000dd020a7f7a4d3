package papers

import (
	"bytes"
	"fmt"

	"bihuan/internal/example"
	"bihuan/internal/gongwen"
)

// Evidence gives the .docx of a paper that serves as evidence.
func Evidence(e example.Document) ([]byte, error) {
	d := &gongwen.Document{
		Number: gongwen.Text(e.Number), Title: gongwen.WrapTitle(e.Title), Addressee: gongwen.Text(e.Addressee),
		Signature: &gongwen.Signature{Names: []gongwen.Run{gongwen.Text(e.Signature)}, Date: gongwen.Text(e.Date.Chinese())},
		Author:    e.Signature,
	}
	for _, p := range e.Body {
		if p.Heading != "" {
			d.Blocks = append(d.Blocks, gongwen.Heading{Level: 1, Numbered: true, Text: gongwen.Line{gongwen.Text(p.Heading)}})
		}
		if p.Text != "" {
			d.Blocks = append(d.Blocks, gongwen.P(gongwen.Text(p.Text)))
		}
	}
	var b bytes.Buffer
	if err := gongwen.WriteDocx(&b, d); err != nil {
		return nil, fmt.Errorf("evidence %s: %w", e.File, err)
	}
	return b.Bytes(), nil
}
