package paper

import "strings"

// LineChange is a stretch of lines in which two outlines differ.
type LineChange struct {
	Line   int // from 1, in the later outline
	Before string
	After  string
}

// CompareOutlines gives where two outlines differ, line by line.
func CompareOutlines(before, after string) []LineChange {
	var out []LineChange
	line, open := 1, false
	walk(linesOf(before), linesOf(after), func(x, y *sentence) {
		same := x != nil && y != nil
		if !same && !open {
			out = append(out, LineChange{Line: line})
		}
		open = !same
		switch {
		case same:
		case x != nil:
			out[len(out)-1].Before += x.text + "\n"
		default:
			out[len(out)-1].After += y.text + "\n"
		}
		if y != nil {
			line++
		}
	})
	return out
}

func linesOf(text string) []sentence {
	var out []sentence
	for line := range strings.SplitSeq(strings.TrimSpace(text), "\n") {
		out = append(out, sentence{text: strings.TrimSpace(line)}) // as far in as it stands says nothing
	}
	return out
}
