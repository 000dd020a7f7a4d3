package paper

import (
	"bytes"
	"context"
	"regexp"
	"strings"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/fault"
	"bihuan/internal/gongwen"
	"bihuan/internal/proofread"
	"bihuan/internal/read"
)

// BringBack compares a .docx that was edited elsewhere with the report that it
// was made of. Both go through the same reader, so that what it drops or joins
// differs in neither; tracked changes count as accepted. names are the people
// of the organisation.
func BringBack(ctx context.Context, d *gongwen.Document, name string, file []byte, names []string, limits read.Options) ([]inspection.Edit, error) {
	var own bytes.Buffer
	if err := gongwen.WriteDocx(&own, d); err != nil {
		return nil, err
	}
	before, err := read.Parse(ctx, "report.docx", bytes.NewReader(own.Bytes()), int64(own.Len()), limits)
	if err != nil {
		return nil, err
	}
	after, err := read.Parse(ctx, name, bytes.NewReader(file), int64(len(file)), limits)
	if err != nil {
		return nil, err
	}
	b := &comparison{names: names}
	was, is := b.placed(d, before.Lines), unplaced(after.Lines)
	if len(was)*len(is) > mostCompared {
		return nil, fault.New(fault.TooLarge, "edited.too-long", len(is), len(was))
	}
	walk(was, is, b.step)
	b.settle()
	return b.edits, nil
}

// mostCompared bounds the sentences of one text times those of the other: the
// comparison takes memory for each pair.
const mostCompared = 25_000_000

// comparison collects what differs. Sentences that were taken away wait for
// those that take their place.
type comparison struct {
	names []string
	spots map[int]spot // of each sentence of the report, by its number
	next  int          // number of the next sentence of the report
	last  spot         // the one behind which additions come
	gone  []gone
	added []sentence
	edits []inspection.Edit
}

// spot is where a sentence of the report stands.
type spot struct {
	block, sentence int
	section         string
	runs            gongwen.Line
}

type gone struct {
	spot
	text string
}

func (b *comparison) step(x, y *sentence) {
	switch {
	case x != nil && y != nil:
		b.settle()
		b.last = b.spots[b.next]
		b.next++
	case x != nil:
		b.gone = append(b.gone, gone{b.spots[b.next], x.text})
		b.next++
	default:
		b.added = append(b.added, *y)
	}
}

// settle pairs what was taken away with what was added in its stead.
func (b *comparison) settle() {
	added := b.added
	for _, g := range b.gone {
		e := inspection.Edit{Block: g.block, Sentence: g.sentence, Section: g.section, Before: g.text}
		if len(added) > 0 && alike(g.text, added[0].text) {
			e.After, added = added[0].text, added[1:]
		}
		e.Broken = broken(g.runs, e.After, b.names)
		b.edits, b.last = append(b.edits, e), g.spot
	}
	for n, s := range added {
		if n > 0 && s.section != opensLine { // goes on in the words just added
			b.edits[len(b.edits)-1].After += s.text
			continue
		}
		b.edits = append(b.edits, inspection.Edit{Block: b.last.block, Sentence: b.last.sentence, Section: b.last.section,
			Paragraph: s.section == opensLine, After: s.text})
	}
	b.gone, b.added = nil, nil
}

// alike reports whether one sentence may be the other in new words: half of the
// shorter one's characters stand in both.
func alike(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	left := map[rune]int{}
	for _, r := range y {
		left[r]++
	}
	common := 0
	for _, r := range x {
		if left[r] > 0 {
			left[r]--
			common++
		}
	}
	return 2*common >= len(x)
}

// opensLine is the section of a read sentence that begins a line.
const opensLine = "line"

// unplaced cuts read lines into sentences.
func unplaced(lines []read.Line) []sentence {
	var out []sentence
	for _, l := range lines {
		for n, text := range sentencesOf(bare(l.Text)) {
			s := sentence{text: text}
			if n == 0 {
				s.section = opensLine
			}
			out = append(out, s)
		}
	}
	return out
}

// placed cuts the report's own lines into sentences and says where each stands
// in its body: the blocks come in the order of the lines.
func (b *comparison) placed(d *gongwen.Document, lines []read.Line) []sentence {
	b.spots, b.last = map[int]spot{}, spot{block: -1}
	at, section := 0, ""
	var out []sentence
	for _, l := range lines {
		text, block := bare(l.Text), -1
		for n := at; n < len(d.Blocks); n++ {
			if bare(blockText(d.Blocks[n])) == text {
				block, at = n, n+1
				break
			}
		}
		var cutUp []gongwen.Line
		if block >= 0 {
			if h, ok := d.Blocks[block].(gongwen.Heading); ok {
				section = plain(h.Text)
			}
			cutUp = cutBlock(d.Blocks[block])
		}
		for n, s := range sentencesOf(text) {
			one := spot{block: block, sentence: n, section: section}
			if n < len(cutUp) {
				one.runs = cutUp[n]
			}
			b.spots[len(out)] = one
			out = append(out, sentence{text: s})
		}
	}
	return out
}

var headingMark = regexp.MustCompile(`^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.．、]|（\d+）)\s*`)

// bare is a line without the mark of its heading, which counts itself, and
// without spaces around it.
func bare(text string) string {
	return headingMark.ReplaceAllString(strings.TrimSpace(strings.ReplaceAll(text, "\u00a0", " ")), "")
}

func sentencesOf(text string) []string {
	var out []string
	for s := range strings.SplitAfterSeq(text, "。") {
		if strings.TrimSpace(s) != "" {
			out = append(out, s)
		}
	}
	return out
}

// broken lists the figures, days and names of words that rest on records which
// the new words no longer have.
func broken(runs gongwen.Line, after string, names []string) []string {
	var out []string
	seen := map[string]bool{}
	note := func(what string) {
		if !seen[what] && !stands(after, what) {
			seen[what] = true
			out = append(out, what)
		}
	}
	for _, r := range runs {
		if len(r.Refs) == 0 {
			continue
		}
		for _, f := range proofread.Facts(r.Text) {
			note(f)
		}
		for _, name := range names {
			if strings.Contains(r.Text, name) {
				note(name)
			}
		}
	}
	return out
}

// A figure goes on before or behind a place.
var (
	figureBefore = regexp.MustCompile(`\d[.,]?$`)
	figureBehind = regexp.MustCompile(`^[.,]?\d`)
)

// stands reports whether a text has the words, not as a part of a longer
// figure: 94个 does not have 4个.
func stands(text, words string) bool {
	for from := 0; ; {
		at := strings.Index(text[from:], words)
		if at < 0 {
			return false
		}
		at += from
		from = at + 1
		end := at + len(words)
		longer := isDigit(words[0]) && figureBefore.MatchString(text[:at]) || isDigit(words[len(words)-1]) && figureBehind.MatchString(text[end:])
		if !longer {
			return true
		}
	}
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }
