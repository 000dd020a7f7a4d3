package paper

import (
	"slices"
	"strings"

	"bihuan/internal/gongwen"
)

// cutLine cuts a line into its sentences, each with the runs that it is made of.
func cutLine(line gongwen.Line) []gongwen.Line {
	var out []gongwen.Line
	var open gongwen.Line
	for _, r := range line {
		rest := r
		for part := range strings.SplitAfterSeq(r.Text, "。") {
			if part == "" && r.Missing == "" {
				continue
			}
			rest.Text, rest.Missing = part, ""
			if strings.HasSuffix(r.Text, part) {
				rest.Missing = r.Missing
			}
			open = append(open, rest)
			if strings.HasSuffix(part, "。") && rest.Missing == "" {
				out, open = append(out, open), nil
			}
		}
	}
	if len(open) > 0 {
		out = append(out, open)
	}
	return out
}

// oneLine puts sentences together again; runs that carry the same become one.
func oneLine(sentences []gongwen.Line) gongwen.Line {
	var out gongwen.Line
	for _, r := range slices.Concat(sentences...) {
		last := len(out) - 1
		if last >= 0 && out[last].Missing == "" && r.Missing == "" && out[last].Style == r.Style && out[last].Role == r.Role &&
			out[last].Mark == r.Mark && slices.Equal(out[last].Refs, r.Refs) {
			out[last].Text += r.Text
			continue
		}
		out = append(out, r)
	}
	return out
}

// lineOf is the text of a heading with what follows it, or of a paragraph; ok is
// false for what people do not write sentence by sentence.
func lineOf(b gongwen.Block) (line gongwen.Line, ok bool) {
	switch b := b.(type) {
	case gongwen.Heading:
		return slices.Concat(b.Text, b.Follow), true
	case gongwen.Paragraph:
		return b.Runs, true
	}
	return nil, false
}

// withLine is a block with another text. Of a heading the first sentence is its
// words, the others follow it.
func withLine(b gongwen.Block, line gongwen.Line) gongwen.Block {
	switch x := b.(type) {
	case gongwen.Heading:
		x.Text, x.Follow = line, nil
		if all := cutLine(line); len(all) > 1 {
			x.Text, x.Follow = all[0], oneLine(all[1:])
		}
		return x
	case gongwen.Paragraph:
		x.Runs = line
		return x
	}
	return b
}

// isTyped reports whether words of a sentence were written by a person.
func isTyped(line gongwen.Line) bool {
	return slices.ContainsFunc(line, func(r gongwen.Run) bool { return r.Role == roleTyped })
}

// isBare reports whether words that a person wrote have no base.
func isBare(line gongwen.Line) bool {
	return slices.ContainsFunc(line, func(r gongwen.Run) bool {
		return r.Role == roleTyped && len(r.Refs) == 0 && strings.Trim(r.Text, "，。；、： ") != ""
	})
}
