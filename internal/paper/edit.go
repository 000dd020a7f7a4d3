package paper

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/fault"
	"bihuan/internal/gongwen"
)

// Edit gives a paper with another text in one block; it implements Texts of
// package action/report. Sentences that stay keep the records behind them, and
// so do the words at both ends of one that is changed; what is new is marked as
// typed. Line breaks part paragraphs; without text the block goes.
// A cell of a table keeps its lines.
func (d Desk) Edit(body []byte, place, text string) (inspection.Composed, error) {
	return changed(body, func(doc *gongwen.Document) error {
		at, ok := ParseAt(place)
		if !ok {
			return fault.New(fault.NotFound, "fault.not-found")
		}
		w, err := at.in(doc)
		switch {
		case err != nil:
			return err
		case at.Row > 0:
			w.set(retypedLines(w.lines, text))
			return nil
		case at.Attachment > 0:
			return fault.New(fault.Invalid, "report.not-text")
		}
		block, old := at.Block, w.lines[0]
		var now []gongwen.Block
		for n, part := range strings.Split(text, "\n") {
			if part = strings.TrimSpace(part); part == "" {
				continue
			}
			if n == 0 {
				now = append(now, withLine(doc.Blocks[block], retyped(old, part)))
			} else {
				now = append(now, gongwen.Paragraph{Runs: retyped(old, part)})
			}
		}
		doc.Blocks = append(doc.Blocks[:block:block], append(now, doc.Blocks[block+1:]...)...)
		return nil
	})
}

// Rest gives a paper in which the typed words of one sentence rest on records;
// it implements Texts.
func (d Desk) Rest(body []byte, place string, sentence int, attach, detach string) (inspection.Composed, error) {
	return changed(body, func(doc *gongwen.Document) error {
		s, w, err := sentenceAt(doc, place, sentence)
		if err != nil {
			return err
		}
		if !isTyped(s) {
			return fault.New(fault.Invalid, "report.not-typed")
		}
		w.change(sentence, func(s gongwen.Line) {
			for n, r := range s {
				if r.Role == roleTyped {
					refs := slices.DeleteFunc(slices.Clone(r.Refs), func(ref string) bool { return ref == detach || ref == attach })
					if attach != "" {
						refs = append(refs, attach)
					}
					s[n].Refs = refs
				}
			}
		})
		return nil
	})
}

// SentenceOf finds a sentence by its place.
func SentenceOf(doc *gongwen.Document, place string, sentence int) (gongwen.Line, error) {
	s, _, err := sentenceAt(doc, place, sentence)
	return s, err
}

func sentenceAt(doc *gongwen.Document, place string, sentence int) (gongwen.Line, written, error) {
	at, ok := ParseAt(place)
	w, err := at.in(doc)
	if err != nil {
		return nil, w, err
	}
	if all := w.sentences(); ok && sentence >= 0 && sentence < len(all) {
		return all[sentence], w, nil
	}
	return nil, w, fault.New(fault.NotFound, "fault.not-found")
}

// changed decodes a paper, changes it and encodes it again.
func changed(body []byte, change func(*gongwen.Document) error) (inspection.Composed, error) {
	doc, err := gongwen.Decode(body)
	if err != nil {
		return inspection.Composed{}, err
	}
	if err := change(doc); err != nil {
		return inspection.Composed{}, err
	}
	return encoded(doc)
}

func encoded(doc *gongwen.Document) (inspection.Composed, error) {
	body, err := gongwen.Encode(doc)
	return inspection.Composed{Title: doc.Subject, Body: body, Missing: doc.Missing()}, err
}

// retyped is a line as a person wrote it anew.
func retyped(old gongwen.Line, text string) gongwen.Line {
	was, now := cutLine(old), strings.SplitAfter(text, "。")
	a, b := make([]sentence, len(was)), make([]sentence, len(now))
	for n, s := range was {
		a[n].text = plain(s)
	}
	for n, s := range now {
		b[n].text = s
	}
	var out []gongwen.Line
	var gone gongwen.Line
	added, at := "", 0
	settle := func() {
		if added != "" {
			out = append(out, rewritten(gone, added))
		}
		gone, added = nil, ""
	}
	walk(a, b, func(x, y *sentence) {
		switch {
		case x != nil && y != nil:
			settle()
			out = append(out, was[at])
		case x != nil:
			gone = append(gone, was[at]...)
		default:
			added += y.text
		}
		if x != nil {
			at++
		}
	})
	settle()
	return oneLine(out)
}

// rewritten keeps the runs with which the new text begins and ends, and takes
// what is between as typed. A figure is never kept in part.
func rewritten(old gongwen.Line, text string) gongwen.Line {
	var head, tail gongwen.Line
	for len(old) > 0 {
		rest, ok := strings.CutPrefix(text, old[0].String())
		if !ok || cutsFigure(old[0].String(), rest) {
			break
		}
		head, old, text = append(head, old[0]), old[1:], rest
	}
	for len(old) > 0 {
		last := old[len(old)-1]
		rest, ok := strings.CutSuffix(text, last.String())
		if !ok || cutsFigure(rest, last.String()) {
			break
		}
		tail, old, text = append(gongwen.Line{last}, tail...), old[:len(old)-1], rest
	}
	return append(append(head, typedRuns(text)...), tail...)
}

// cutsFigure reports whether a figure goes on over the border of two texts.
func cutsFigure(before, after string) bool {
	a, _ := utf8.DecodeLastRuneInString(before)
	b, _ := utf8.DecodeRuneInString(after)
	return figureRune(a) && figureRune(b)
}

func figureRune(r rune) bool { return unicode.IsDigit(r) || r == '.' || r == '%' }

var lackMark = regexp.MustCompile(`【缺：([^】]*)】`)

// typedRuns are the words that a person wrote; a mark of something missing
// stays one.
func typedRuns(text string) gongwen.Line {
	var out gongwen.Line
	say := func(words string) {
		if words != "" {
			out = append(out, gongwen.Run{Text: words, Role: roleTyped})
		}
	}
	for {
		m := lackMark.FindStringSubmatchIndex(text)
		if m == nil {
			break
		}
		say(text[:m[0]])
		out = append(out, gongwen.Lack(text[m[2]:m[3]]))
		text = text[m[1]:]
	}
	say(text)
	return out
}
