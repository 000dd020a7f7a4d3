package paper

import (
	_ "embed"
	"html/template"
	"io"
	"strings"

	"bihuan/internal/domain/publication"
	"bihuan/internal/domain/workday"
	"bihuan/internal/gongwen"
)

//go:embed webpage.html
var webpageText string

var webpage = template.Must(template.New("webpage").Parse(webpageText))

// webpageView is what the template of the page shows.
type webpageView struct {
	Title     string
	Publisher string
	On        string // day of publication in words
	OnISO     string
	At        string // time of publication, for the foot
	Blocks    []webBlock
	Contact   publication.Contact
	Tel       string
	Until     string
}

// webBlock is a heading, a paragraph or a table of the page.
type webBlock struct {
	Level  int // of a heading under the title: 2 to 4; 0 for none
	Mark   string
	Text   string
	Follow string
	Head   [][]string
	Rows   [][]string
}

// WriteWebpage writes a publication as one HTML file to put on a website: no
// script, nothing fetched, no mark of the records that it rests on.
func WriteWebpage(w io.Writer, d *gongwen.Document, p publication.Publication, publisher string) error {
	v := webpageView{Title: d.Subject, Publisher: publisher, Contact: p.Contact, Tel: strings.ReplaceAll(p.Phone, " ", ""),
		Until: p.Until.Chinese(), On: p.PublishedOn.Chinese(), OnISO: string(p.PublishedOn)}
	if !p.PublishedAt.IsZero() {
		v.At = p.PublishedAt.In(workday.Zone).Format("2006-01-02 15:04")
	}
	marks := gongwen.HeadingMarks(d.Blocks)
	for n, b := range d.Blocks {
		if one, ok := webBlockOf(b, marks[n]); ok {
			v.Blocks = append(v.Blocks, one)
		}
	}
	for _, a := range d.Attachments {
		v.Blocks = append(v.Blocks, webBlock{Level: 2, Text: "附件：" + a.Title.String()})
		marks := gongwen.HeadingMarks(a.Blocks)
		for n, b := range a.Blocks {
			if one, ok := webBlockOf(b, marks[n]); ok {
				v.Blocks = append(v.Blocks, one)
			}
		}
	}
	return webpage.Execute(w, v)
}

func webBlockOf(b gongwen.Block, mark string) (webBlock, bool) {
	switch b := b.(type) {
	case gongwen.Heading:
		return webBlock{Level: min(max(b.Level, 1), 3) + 1, Mark: mark, Text: plain(b.Text), Follow: plain(b.Follow)}, true
	case gongwen.Paragraph:
		if len(b.Runs) > 0 && b.Runs[0].Role == roleContact {
			return webBlock{}, false
		}
		return webBlock{Text: plain(b.Runs)}, true
	case gongwen.Table:
		return webBlock{Head: webRows(b.Head), Rows: webRows(b.Rows)}, true
	}
	return webBlock{}, false
}

func webRows(rows []gongwen.Row) [][]string {
	out := make([][]string, len(rows))
	for n, row := range rows {
		for _, c := range row {
			lines := make([]string, len(c.Lines))
			for i, l := range c.Lines {
				lines[i] = plain(l)
			}
			out[n] = append(out[n], strings.Join(lines, "\n"))
		}
	}
	return out
}
