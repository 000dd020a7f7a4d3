package paper

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"bihuan/internal/fault"
	"bihuan/internal/gongwen"
)

// At is where words that people write stand in a paper: in a heading or paragraph,
// or in a cell of a table, of the text or of an attachment.
type At struct {
	Attachment int // from 1; 0 for the text itself
	Block      int
	Row, Cell  int // of a table, from 1, the cell by its number in the row; 0 for none
}

// String is the place in an address: 3, 3.5.2, or a1.0.5.2 in the first attachment.
func (a At) String() string {
	out := strconv.Itoa(a.Block)
	if a.Attachment > 0 {
		out = fmt.Sprintf("a%d.%d", a.Attachment, a.Block)
	}
	if a.Row > 0 {
		out += fmt.Sprintf(".%d.%d", a.Row, a.Cell)
	}
	return out
}

// Table is the table that a cell is in.
func (a At) Table() At { return At{Attachment: a.Attachment, Block: a.Block} }

// ParseAt reads what String writes.
func ParseAt(text string) (a At, ok bool) {
	parts := strings.Split(text, ".")
	into := []*int{&a.Block, &a.Row, &a.Cell}
	if rest, attached := strings.CutPrefix(parts[0], "a"); attached {
		parts[0], into = rest, []*int{&a.Attachment, &a.Block, &a.Row, &a.Cell}
	}
	if n := len(into) - len(parts); n != 0 && n != 2 {
		return At{}, false
	}
	for n, part := range parts {
		v, err := strconv.Atoi(part)
		if err != nil || v < 0 {
			return At{}, false
		}
		*into[n] = v
	}
	return a, a.String() == text
}

// written is the lines of a place, one of a heading or paragraph, and how they are
// changed.
type written struct {
	lines []gongwen.Line
	set   func([]gongwen.Line)
}

// blocks are the blocks of the text or of the attachment that a place is in.
func (a At) blocks(doc *gongwen.Document) []gongwen.Block {
	switch {
	case a.Attachment == 0:
		return doc.Blocks
	case a.Attachment <= len(doc.Attachments):
		return doc.Attachments[a.Attachment-1].Blocks
	}
	return nil
}

// in finds the words of a place, and how they are changed.
func (a At) in(doc *gongwen.Document) (written, error) {
	blocks := a.blocks(doc)
	if a.Block >= len(blocks) {
		return written{}, fault.New(fault.NotFound, "fault.not-found")
	}
	if t, ok := blocks[a.Block].(gongwen.Table); ok && a.Row > 0 {
		if a.Row > len(t.Rows) || a.Cell < 1 || a.Cell > len(t.Rows[a.Row-1]) {
			return written{}, fault.New(fault.NotFound, "fault.not-found")
		}
		c := &t.Rows[a.Row-1][a.Cell-1]
		return written{c.Lines, func(lines []gongwen.Line) { c.Lines = lines }}, nil
	}
	line, ok := lineOf(blocks[a.Block])
	if !ok || a.Row > 0 {
		return written{}, fault.New(fault.Invalid, "report.not-text")
	}
	return written{[]gongwen.Line{line}, func(lines []gongwen.Line) { blocks[a.Block] = withLine(blocks[a.Block], oneLine(lines)) }}, nil
}

// sentences cuts the words of a place, line by line.
func (w written) sentences() []gongwen.Line {
	var out []gongwen.Line
	for _, l := range w.lines {
		out = append(out, cutLine(l)...)
	}
	return out
}

// change changes one sentence of a place.
func (w written) change(sentence int, to func(gongwen.Line)) {
	n := 0
	lines := slices.Clone(w.lines)
	for i, l := range lines {
		all := cutLine(l)
		if at := sentence - n; at >= 0 && at < len(all) {
			to(all[at])
			lines[i] = oneLine(all)
		}
		n += len(all)
	}
	w.set(lines)
}

// retypedLines are the lines of a cell as a person wrote them anew: lines that
// stay keep their records. A cell that was emptied remembers that it was.
func retypedLines(old []gongwen.Line, text string) []gongwen.Line {
	was, now := make([]sentence, len(old)), []sentence(nil)
	for n, l := range old {
		was[n].text = plain(l)
	}
	for part := range strings.SplitSeq(strings.TrimSpace(text), "\n") {
		now = append(now, sentence{text: strings.TrimSpace(part)})
	}
	var out, gone []gongwen.Line
	var added []string
	settle := func() {
		for n, words := range added {
			var before gongwen.Line
			if n < len(gone) {
				before = gone[n]
			}
			if line := retyped(before, words); len(line) > 0 {
				out = append(out, line)
			}
		}
		gone, added = nil, nil
	}
	at := 0
	walk(was, now, func(x, y *sentence) {
		switch {
		case x != nil && y != nil:
			settle()
			out = append(out, old[at])
		case x != nil:
			gone = append(gone, old[at])
		default:
			added = append(added, y.text)
		}
		if x != nil {
			at++
		}
	})
	settle()
	if len(out) == 0 {
		return []gongwen.Line{{{Role: roleTyped}}}
	}
	return out
}
