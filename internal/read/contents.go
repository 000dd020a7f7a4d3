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
	heads := 0
	for i := 0; i < len(lines); i++ {
		l := lines[i]
		if heads < mostContents && squeezed(l.text) == "目录" {
			heads++
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

// mostContents is how many tables of contents a file can have, mostEntries how
// long one can be.
const (
	mostContents = 5
	mostEntries  = 500
)

// lastEntry is the place of the last entry of the table of contents whose head
// is at place head: the entries end where the first one comes again, and
// before it at the first line that is a sentence or addresses somebody.
func lastEntry(lines []line, head int) int {
	if head+1 >= len(lines) || !isEntry(lines[head+1]) {
		return head
	}
	first := entryText(lines[head+1].text)
	last := -1 // of the entries that stand together
	for i := head + 2; i < len(lines) && i < head+mostEntries; i++ {
		if text := entryText(lines[i].text); text == first || strings.HasPrefix(text, first+"。") {
			if last < 0 {
				last = i - 1
			}
			return last
		}
		if last < 0 && !isEntry(lines[i]) && endsSentence(lines[i].text) {
			last = i - 1
		}
	}
	return head
}

func isEntry(l line) bool {
	_, marked := l.mark()
	return marked || leader.MatchString(l.text)
}

func entryText(s string) string { return squeezed(leader.ReplaceAllString(s, "")) }
