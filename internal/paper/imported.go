package paper

import (
	"strings"

	"bihuan/internal/gongwen"
	"bihuan/internal/read"
)

// Imported is a paper that was written elsewhere, in its own words: every line
// as read, those of the outline's sections as headings. Its sentences rest on
// no record.
func Imported(p *read.Paper) *gongwen.Document {
	d := &gongwen.Document{Title: gongwen.WrapTitle(p.Title), Subject: p.File}
	sections := map[read.Source]*read.Node{}
	for _, n := range p.Nodes {
		sections[n.Source] = n
	}
	for i, line := range p.Lines {
		text := strings.TrimSpace(line.Text)
		switch n := sections[line.Source]; {
		case text == "" || i == 0 && text == p.Title:
		case n != nil && text == n.Mark+n.Title:
			d.Blocks = append(d.Blocks, gongwen.Heading{Level: 1, Mark: n.Mark, Text: []gongwen.Run{gongwen.Text(n.Title)}})
		default:
			d.Blocks = append(d.Blocks, gongwen.P(gongwen.Text(text)))
		}
	}
	return d
}
