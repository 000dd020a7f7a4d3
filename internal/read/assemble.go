package read

import (
	"slices"
	"unicode/utf8"
)

// paperOf makes the paper of lines in reading order.
func paperOf(lines []line, opts Options) (*Paper, error) {
	if err := checkRunes(lines, opts.MaxRunes); err != nil {
		return nil, err
	}
	lines = withoutContents(lines)
	if len(lines) == 0 {
		return nil, empty()
	}
	markEmbedded(lines)
	settleHeadings(lines)
	f := frameOf(lines)
	p := &Paper{
		Title: f.title, DocumentNumber: f.number, Issuer: f.issuer, Recipient: f.recipient, Date: f.date,
		Warnings: []Warning{}, Nodes: []*Node{},
	}
	p.readBody(lines[f.first:f.end], func(i int) bool { return f.closing[f.first+i] })
	if !p.hasFindings() {
		p.readBody(tables(lines[f.end:]), func(int) bool { return false })
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
	return p, nil
}

// readBody adds the nodes of lines.
func (p *Paper) readBody(body []line, closing func(place int) bool) {
	nodes, warnings, read := outline(body, kindOf(p.Title, nil) != KindFeedback, closing)
	p.Nodes = append(p.Nodes, nodes...)
	p.Warnings = append(p.Warnings, warnings...)
	p.Tables = append(p.Tables, read...)
}

// hasFindings tells whether any passage lists what was found or what is to be
// done, so that a ledger attached to the paper would only repeat it.
func (p *Paper) hasFindings() bool {
	return len(findings(kindOf(p.Title, p.Nodes), p.Nodes)) > 0
}

// tables are the lines that begin a ledger.
func tables(lines []line) []line {
	return slices.DeleteFunc(slices.Clone(lines), func(l line) bool { return l.table == nil })
}

// checkRunes refuses more text than the limits allow.
func checkRunes(lines []line, limit int) error {
	n := 0
	for _, l := range lines {
		if n += utf8.RuneCountInString(l.text); n > limit {
			return tooLarge("read.too-large.text", limit)
		}
	}
	return nil
}
