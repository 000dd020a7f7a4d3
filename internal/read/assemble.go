package read

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"
)

// paperOf makes the paper of lines in reading order.
func paperOf(ctx context.Context, lines []line, opts Options) (*Paper, error) {
	if err := checkSize(lines, opts); err != nil {
		return nil, err
	}
	lines = withoutContents(lines)
	if len(lines) == 0 {
		return nil, empty()
	}
	markEmbedded(lines)
	settleHeadings(lines)
	settleUnmarked(lines)
	settleBareNumbers(lines)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	f := frameOf(lines)
	p := &Paper{
		Title: f.title, DocumentNumber: f.number, Issuer: f.issuer, Recipient: f.recipient, Date: f.date,
		Warnings: []Warning{}, Nodes: []*Node{}, subject: subjectOf(f.title, lines[:f.first]),
	}
	if err := p.readBody(ctx, lines[f.first:f.end], opts, func(i int) bool { return f.closing[f.first+i] }); err != nil {
		return nil, err
	}
	if !p.hasFindings() {
		if err := p.readBody(ctx, tables(lines[f.end:]), opts, func(int) bool { return false }); err != nil {
			return nil, err
		}
	}
	var head []string
	for _, l := range lines[:f.first] {
		head = append(head, l.text)
	}
	for _, l := range lines {
		p.Lines = append(p.Lines, Line{Text: l.text, Source: l.source})
	}
	p.giveMeaning(opts, head)
	p.checkSequence()
	p.checkLines(lines, f)
	return p, ctx.Err()
}

// readBody adds the nodes of lines.
func (p *Paper) readBody(ctx context.Context, body []line, opts Options, closing func(place int) bool) error {
	nodes, warnings, read, err := outline(ctx, body, opts, kindOf(p.subject, nil) != KindFeedback, closing)
	p.Nodes = append(p.Nodes, nodes...)
	p.Warnings = append(p.Warnings, warnings...)
	p.Tables = append(p.Tables, read...)
	return err
}

// hasFindings tells whether any passage lists what was found or what is to be
// done, so that a ledger attached to the paper would only repeat it.
func (p *Paper) hasFindings() bool {
	return len(findings(kindOf(p.subject, p.Nodes), p.Nodes)) > 0
}

// tables are the lines that begin a ledger.
func tables(lines []line) []line {
	return slices.DeleteFunc(slices.Clone(lines), func(l line) bool { return l.table == nil })
}

// checkSize refuses more text than the limits allow, and paragraphs that no
// paper has.
func checkSize(lines []line, opts Options) error {
	if len(lines) > opts.MaxParagraphs {
		return tooLarge("read.too-large.paragraphs", opts.MaxParagraphs)
	}
	all := 0
	for _, l := range lines {
		n := utf8.RuneCountInString(l.text)
		if n > opts.MaxParagraph {
			return tooLarge("read.too-large.paragraph", opts.MaxParagraph)
		}
		if l.row {
			continue
		}
		if all += n; all > min(opts.MaxPaper, opts.MaxRunes) {
			return tooLarge("read.too-large.text", min(opts.MaxPaper, opts.MaxRunes))
		}
	}
	return nil
}

// mostDoubts is how many warnings of one sort about single lines a paper gets: a
// person who has seen so many looks at the whole.
const mostDoubts = 20

// checkLines warns of lines that are in doubt themselves, and of text that
// belongs to no node though it stands after the first or there is none.
func (p *Paper) checkLines(lines []line, f frame) {
	doubts := 0
	for _, l := range lines {
		if l.doubt != "" && doubts < mostDoubts {
			doubts++
			p.Warnings = append(p.Warnings, warn(l.source, l.doubt))
		}
	}
	if len(p.Nodes) == 0 {
		p.Warnings = append(p.Warnings, warn(lines[0].source, "outline.none"))
		return
	}
	for _, l := range lines[min(f.end, len(lines)):] {
		if l.table == nil && !l.told && !l.row && isLeftOut(l) {
			p.Warnings = append(p.Warnings, warn(l.source, "text.after-end", excerpt(l.text)))
			return
		}
	}
}

// isLeftOut tells whether a line after the signature says something that should
// be under a node: it has a mark and a sentence.
func isLeftOut(l line) bool {
	m, marked := l.mark()
	return marked && m.form <= formDecimal && strings.ContainsRune(l.text, '。')
}

// excerpt is the beginning of a text, short enough for a message.
func excerpt(s string) string {
	const most = 24
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}
