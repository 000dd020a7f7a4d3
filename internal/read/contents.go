package read

import (
	"regexp"
	"strings"
)

// leader matches the end of an entry in a table of contents: dots, then the page.
var leader = regexp.MustCompile(`\s*(?:[.．·…‥•]{3,}|…{1,}|\t)\s*[-—]?\s*[0-9]{1,3}\s*[-—]?$`)

// withoutContents drops the table of contents: what its style says, entries that
// end with a leader and a page, and the plain list of headings under 目录 that
// the paper then repeats.
func withoutContents(lines []line) []line {
	var out []line
	for i := 0; i < len(lines); i++ {
		l := lines[i]
		if squeezed(l.text) == "目录" {
			i = lastEntry(lines, i)
			continue
		}
		if _, marked := l.mark(); l.contents || marked && leader.MatchString(l.text) {
			continue
		}
		out = append(out, l)
	}
	return out
}

// lastEntry is the place of the last entry of the table of contents whose head
// is at place head: the line before its first entry comes again.
func lastEntry(lines []line, head int) int {
	if head+1 >= len(lines) {
		return head
	}
	first := entryText(lines[head+1].text)
	if _, marked := lines[head+1].mark(); !marked {
		return head
	}
	for i := head + 2; i < len(lines); i++ {
		if text := entryText(lines[i].text); text == first || strings.HasPrefix(text, first+"。") {
			return i - 1
		}
	}
	return head
}

func entryText(s string) string { return squeezed(leader.ReplaceAllString(s, "")) }
