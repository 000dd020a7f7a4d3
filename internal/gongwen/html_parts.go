package gongwen

import "strconv"

func (p *page) head(d *Document) {
	if len(d.Head) == 0 {
		return
	}
	p.put(`<header class="gw-head">`)
	if d.Letter {
		p.letterHead(d)
		return
	}
	blanks := 3
	for _, s := range []string{d.CopyNumber, d.Secrecy, d.Urgency} {
		if s != "" {
			p.line("p", "gw-flush", Text(s))
			blanks--
		}
	}
	for range blanks {
		p.put(`<div class="gw-blank"></div>`)
	}
	for _, r := range d.Head {
		p.line("p", "gw-red "+headClass(r), r)
	}
	p.number(d)
	p.put(`</header>`)
}

// letterHead writes the issuer over the red lines, marks at the left and the
// number at the right under them.
func (p *page) letterHead(d *Document) {
	p.line("p", "gw-red "+headClass(d.Head[0]), d.Head[0])
	p.put(`<div class="gw-letter-line"><div>`)
	for _, s := range []string{d.CopyNumber, d.Secrecy, d.Urgency} {
		if s != "" {
			p.line("p", "gw-flush", Text(s))
		}
	}
	p.put(`</div>`)
	p.line("p", "gw-flush", d.Number)
	p.put(`</div></header>`)
}

// headClass sizes a line of the red head by its length.
func headClass(r Run) string {
	switch n := halves(r.String()); {
	case n <= 18:
		return "gw-red-l"
	case n <= 28:
		return "gw-red-m"
	default:
		return "gw-red-s"
	}
}

func (p *page) number(d *Document) {
	if len(d.Signatories) == 0 {
		p.line("p", "gw-number", d.Number)
		return
	}
	p.put(`<div class="gw-number gw-upward">`)
	p.line("span", "gw-no", d.Number)
	p.put(`<span class="gw-signers">签发人：`)
	for i, s := range d.Signatories {
		if i > 0 {
			p.put("　")
		}
		p.line("span", "gw-kai", s)
	}
	p.put(`</span></div>`)
}

func (p *page) title(d *Document) {
	if len(d.Title) > 0 {
		p.put(`<h1 class="gw-title">`)
		for i, r := range d.Title {
			if i > 0 {
				p.put("<br>")
			}
			p.run(r)
		}
		p.put(`</h1>`)
	}
	if len(d.Head) == 0 && !d.Number.IsZero() {
		p.line("p", "gw-center gw-kai", d.Number)
	}
	if !d.Addressee.IsZero() {
		p.line("p", "gw-flush gw-to", d.Addressee, Text("："))
	}
}

// rolls write 出席：… under the text.
func (p *page) rolls(all []Roll) {
	if len(all) == 0 {
		return
	}
	p.put(`<div class="gw-rolls">`)
	for _, r := range all {
		p.put(`<p class="gw-roll">`)
		p.line("span", "gw-hei", Text(r.Label+"："))
		p.line("span", "gw-list-name", r.Names...)
		p.put(`</p>`)
	}
	p.put(`</div>`)
}

// list writes 附件：1. … under the text.
func (p *page) list(all []Attachment) {
	if len(all) == 0 {
		return
	}
	p.put(`<div class="gw-list"><span class="gw-list-label">附件：</span><div class="gw-list-names">`)
	for i, a := range all {
		p.put(`<p class="gw-list-item">`)
		if len(all) > 1 {
			p.put(`<span class="gw-list-no">`, strconv.Itoa(i+1), `.</span>`)
		}
		p.line("span", "gw-list-name", a.Title)
		p.put(`</p>`)
	}
	p.put(`</div></div>`)
}

func (p *page) signature(s *Signature) {
	if s == nil {
		return
	}
	class := "gw-sign"
	if s.Seal {
		class += " gw-seal"
	}
	p.put(`<div class="`, class, `"><div class="gw-sign-block">`)
	for _, n := range s.Names {
		p.line("p", "gw-sign-name", n)
	}
	p.line("p", "gw-sign-date", s.Date)
	p.put(`</div></div>`)
}

func (p *page) attachments(all []Attachment) {
	for i, a := range all {
		if a.ListedOnly {
			continue
		}
		label := "附件"
		if len(all) > 1 {
			label += strconv.Itoa(i + 1)
		}
		p.open(a.Landscape)
		p.line("p", "gw-flush gw-hei", Text(label))
		p.line("h1", "gw-title", a.Title)
		p.blocks(a.Blocks)
		p.put(`</section>`)
	}
}

func (p *page) imprint(d *Document) {
	i := d.Imprint
	if i == nil || d.isLetter() && i.CopyTo.IsZero() {
		return
	}
	if d.isLetter() {
		p.put(`<footer class="gw-sheet gw-imprint gw-plain">`)
		p.line("p", "gw-copy", Text("抄送："), i.CopyTo, Text("。"))
		p.put(`</footer>`)
		return
	}
	p.put(`<footer class="gw-sheet gw-imprint">`)
	if !i.CopyTo.IsZero() {
		p.line("p", "gw-copy", Text("抄送："), i.CopyTo, Text("。"))
	}
	p.put(`<p class="gw-printer">`)
	p.line("span", "gw-by", i.Printer)
	p.line("span", "gw-on", i.PrintDate, Text("印发"))
	p.put(`</p></footer>`)
}
