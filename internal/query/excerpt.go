package query

import (
	"strings"
	"unicode"
)

// Excerpt is a piece of a text around the first word that was looked for.
type Excerpt struct{ Before, Match, After string }

// Characters that an excerpt shows before and after the word.
const (
	excerptBefore = 24
	excerptAfter  = 60
)

// excerptOf cuts the text around the first word of the query that stands in it
// as typed; otherwise it gives the beginning.
func excerptOf(body, query string) Excerpt {
	text := []rune(strings.Join(strings.Fields(body), " "))
	lower := lowered(text)
	for _, word := range strings.Fields(query) {
		if at := indexRunes(lower, lowered([]rune(word))); at >= 0 {
			end := at + len([]rune(word))
			return Excerpt{Before: head(text[:at]), Match: string(text[at:end]), After: tail(text[end:])}
		}
	}
	return Excerpt{After: tail(text)}
}

func head(text []rune) string {
	if len(text) <= excerptBefore {
		return string(text)
	}
	return "…" + string(text[len(text)-excerptBefore:])
}

func tail(text []rune) string {
	if len(text) <= excerptAfter {
		return string(text)
	}
	return string(text[:excerptAfter]) + "…"
}

// lowered keeps the number of characters, so that places agree.
func lowered(text []rune) []rune {
	out := make([]rune, len(text))
	for i, r := range text {
		out[i] = unicode.ToLower(r)
	}
	return out
}

func indexRunes(text, word []rune) int {
	at := strings.Index(string(text), string(word))
	if at < 0 || len(word) == 0 {
		return -1
	}
	return len([]rune(string(text)[:at]))
}
