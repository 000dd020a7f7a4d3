package store

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// bigrams cuts a text into what the index holds: of a run of Chinese, every
// two neighbours and the last character alone; letters and digits as whole
// words in lower case. Full-width forms count as half-width ones. Each stands
// once, with single spaces between.
func bigrams(text string) string {
	var out []string
	seen := map[string]bool{}
	add := func(token string) {
		if token != "" && !seen[token] {
			seen[token] = true
			out = append(out, token)
		}
	}
	for _, run := range runs(text) {
		if !run.chinese {
			add(run.text)
			continue
		}
		chars := []rune(run.text)
		for i := range chars {
			add(string(chars[i:min(i+2, len(chars))]))
		}
	}
	return strings.Join(out, " ")
}

// term is one thing that a query asks for: a token, or the beginning of one.
type term struct {
	text   string
	prefix bool
}

// terms cuts a query. Two or more Chinese characters ask for their bigrams,
// one alone and a word in letters for what begins with it. All must be there.
func terms(query string) []term {
	var out []term
	for _, run := range runs(query) {
		chars := []rune(run.text)
		if !run.chinese || len(chars) == 1 {
			out = append(out, term{run.text, true})
			continue
		}
		for i := range chars[1:] {
			out = append(out, term{string(chars[i : i+2]), false})
		}
	}
	return out
}

// run is a stretch of text of one sort.
type run struct {
	text    string
	chinese bool
}

// runs leaves out everything but Chinese characters, letters and digits.
func runs(text string) []run {
	var out []run
	open := false // the last run may go on
	for _, r := range strings.ToLower(width.Fold.String(text)) {
		chinese := unicode.Is(unicode.Han, r)
		if r == utf8.RuneError || !chinese && !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			open = false
			continue
		}
		if open && out[len(out)-1].chinese == chinese {
			out[len(out)-1].text += string(r)
			continue
		}
		out, open = append(out, run{string(r), chinese}), true
	}
	return out
}
