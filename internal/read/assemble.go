package read

import "unicode/utf8"

// paperOf makes the paper of lines in reading order.
func paperOf(lines []line, opts Options) (*Paper, error) {
	if err := checkRunes(lines, opts.MaxRunes); err != nil {
		return nil, err
	}
	lines = withoutContents(lines)
	if len(lines) == 0 {
		return nil, empty()
	}
	f := frameOf(lines)
	p := &Paper{
		Title: f.title, DocumentNumber: f.number, Issuer: f.issuer, Recipient: f.recipient, Date: f.date,
		Warnings: []Warning{}, Nodes: []*Node{},
	}
	if nodes := outline(lines[f.first:f.end], func(i int) bool { return f.closing[f.first+i] }); nodes != nil {
		p.Nodes = nodes
	}
	var head []string
	for _, l := range lines[:f.first] {
		head = append(head, l.text)
	}
	for _, l := range lines {
		p.Lines = append(p.Lines, Line{Text: l.text, Source: l.source})
	}
	p.giveMeaning(opts, head)
	return p, nil
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
