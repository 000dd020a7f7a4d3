package inspection

import "strings"

// Span is a part of one line of the paper, in bytes.
type Span struct{ Line, From, To int }

// Spans finds where a node's passage stands in the paper, from its line on:
// paragraph by paragraph, with its mark where the line prints it. A paragraph
// that is not found there has no span.
func Spans(lines []string, n DraftNode) []Span {
	var out []Span
	line, from := n.Line, 0
	for i, part := range strings.Split(n.Words(), "\n") {
		part = strings.TrimSpace(part)
		if part == "" {
			continue
		}
		at, start, ok := seek(lines, line, from, part)
		if !ok {
			continue
		}
		end := start + len(part)
		if i == 0 && strings.HasSuffix(lines[at][:start], n.Mark) {
			start -= len(n.Mark)
		}
		out = append(out, Span{Line: at, From: start, To: end})
		line, from = at, end
	}
	return out
}

// seek finds a passage at or after a place.
func seek(lines []string, line, from int, part string) (at, start int, ok bool) {
	for at = max(line, 0); at < len(lines); at++ {
		text := lines[at]
		if at > line || from > len(text) {
			from = 0
		}
		if i := strings.Index(text[from:], part); i >= 0 {
			return at, from + i, true
		}
	}
	return 0, 0, false
}

// Original tells of a node whether every part of its wording stands in the
// paper as read; white space does not count.
func Original(lines []string) func(DraftNode) bool {
	whole := bare(strings.Join(lines, ""))
	return func(n DraftNode) bool {
		for _, part := range strings.Split(n.Words(), "\n") {
			if len(lines) > 0 && !strings.Contains(whole, bare(part)) {
				return false
			}
		}
		return true
	}
}

func bare(s string) string { return strings.Join(strings.Fields(s), "") }

// Placed gives the tree with the line of a node set to where its passage
// stands, at or after the line that it has.
func Placed(tree []DraftNode, key string, lines []string) []DraftNode {
	out, err := change(tree, key, func(list []DraftNode, i int) ([]DraftNode, error) {
		if spans := Spans(lines, list[i]); len(spans) > 0 {
			list[i].Line = spans[0].Line
		}
		return list, nil
	})
	if err != nil {
		return tree
	}
	return out
}
