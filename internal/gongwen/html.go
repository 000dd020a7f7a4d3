package gongwen

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
)

// PaperCSS styles what [HTML] writes; serve it as a file of its own.
//
//go:embed paper.css
var PaperCSS string

// page collects the HTML of a paper.
type page struct{ strings.Builder }

func (p *page) put(parts ...string) {
	for _, s := range parts {
		p.WriteString(s)
	}
}

// HTML returns the paper as a preview for a web page. It looks like the paper
// with the classes of [PaperCSS], without inline styles or scripts, and all
// text is escaped, so it can be put into a page as it is. A run with Refs is a
// focusable span of class src whose data-refs holds them parted by spaces; a
// missing part is a mark of class gw-missing.
func HTML(d *Document) string {
	p := &page{}
	p.put(`<article class="gw" lang="zh-CN">`)
	p.openFirst(d)
	p.head(d)
	p.title(d)
	p.blocks(d.Blocks)
	p.rolls(d.Attendance)
	p.list(d.Attachments)
	p.signature(d.Signature)
	if !d.Note.IsZero() {
		p.line("p", "gw-p", Text("（"), d.Note, Text("）"))
	}
	p.put(`</section>`)
	p.attachments(d.Attachments)
	p.imprint(d)
	p.put(`</article>`)
	return p.String()
}

// openFirst begins the first sheet.
func (p *page) openFirst(d *Document) {
	if d.isLetter() {
		p.put(`<section class="gw-sheet gw-letter">`)
		return
	}
	p.open(d.Landscape)
}

// open begins a sheet.
func (p *page) open(landscape bool) {
	class := "gw-sheet"
	if landscape {
		class += " gw-landscape"
	}
	p.put(`<section class="`, class, `">`)
}

// line writes runs in an element of a class.
func (p *page) line(tag, class string, runs ...Run) {
	p.put("<", tag, ` class="`, class, `">`)
	p.runs(runs...)
	p.put("</", tag, ">")
}

func (p *page) runs(runs ...Run) {
	for _, r := range runs {
		p.run(r)
	}
}

func (p *page) run(r Run) {
	class, refs := r.Style.classes(), ""
	if r.Mark != "" {
		class = strings.TrimSpace(class + " gw-" + r.Mark)
	}
	if len(r.Refs) > 0 {
		class = strings.TrimSpace("src " + class)
		refs = ` data-refs="` + escape(clean(strings.Join(r.Refs, " "))) + `" tabindex="0"`
	}
	if class != "" {
		p.put(`<span class="`, class, `"`, refs, ">")
	}
	p.put(strings.ReplaceAll(escape(clean(r.Text)), "\n", "<br>"))
	if r.Picture != nil {
		p.put(escape(clean(r.Picture.Words)))
	}
	if r.Missing != "" {
		p.put(`<mark class="gw-missing">`, escape(missingMark(clean(r.Missing))), `</mark>`)
	}
	if class != "" {
		p.put("</span>")
	}
}

func (s Style) classes() string {
	var names []string
	for _, c := range []struct {
		style Style
		name  string
	}{{Bold, "gw-b"}, {Underline, "gw-u"}, {Kai, "gw-kai"}, {Hei, "gw-hei"}} {
		if s&c.style != 0 {
			names = append(names, c.name)
		}
	}
	return strings.Join(names, " ")
}

// blocks writes the blocks with the marks of the headings.
func (p *page) blocks(blocks []Block) {
	var m marks
	for _, b := range blocks {
		switch b := b.(type) {
		case Heading:
			p.heading(b, m.next(b))
		case Paragraph:
			p.line("p", b.Align.class("gw-p"), b.Runs...)
		case Table:
			p.table(b)
		}
	}
}

// heading is one level below the paper's title, which is h1.
func (p *page) heading(h Heading, mark string) {
	tag := "h" + strconv.Itoa(h.level()+1)
	p.put(fmt.Sprintf(`<%s class="gw-h%d">`, tag, h.level()))
	p.runs(append(Line{Text(mark)}, h.Text...)...)
	if len(h.Follow) > 0 {
		p.line("span", "gw-follow", h.Follow...)
	}
	p.put("</", tag, ">")
}

// class adds the class of an alignment to base, which stands for Standard alone.
func (a Align) class(base string) string {
	switch a {
	case Left:
		return base + " gw-left"
	case Center:
		return base + " gw-center"
	case Right:
		return base + " gw-right"
	default:
		return base
	}
}
