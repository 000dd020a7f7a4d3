package read

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

var labelKinds = kindsOfLabels()

func kindsOfLabels() map[string]column {
	kinds := map[string]column{}
	for kind, words := range labelWords {
		for _, w := range words {
			kinds[w] = kind
		}
	}
	return kinds
}

// anyLabel matches a label, with blanks between its characters (责 任 人).
var anyLabel = patternOfLabels()

func patternOfLabels() string {
	var words []string
	for w := range labelKinds {
		words = append(words, w)
	}
	slices.SortFunc(words, func(a, b string) int {
		if len(a) != len(b) {
			return len(b) - len(a)
		}
		return strings.Compare(a, b)
	})
	for i, w := range words {
		words[i] = strings.Join(strings.Split(w, ""), `[ \x{3000}]*`)
	}
	return strings.Join(words, "|")
}

// bullets may stand before a label, and colons after it.
const (
	bullets = `●◆■▲★※○◎□▪•·—`
	colons  = `：:︰∶`
	// labelEnds are what one of stands behind every label.
	labelEnds = colons + "】〕]"
)

var (
	// labelPattern matches a label with what may stand before it (group 1): the
	// start, a stop, a blank, a bullet or a bracket. Group 2 or 3 is the word.
	labelPattern = regexp.MustCompile(`(^|[。；;，,、\s\x{3000}（()）\[` + bullets + `])(?:(` + anyLabel + `)(?:[（(][^（）()：:]{1,14}[）)])?\s*[` + colons + `]|[【\[〔](` + anyLabel + `)[】\]〕]\s*[` + colons + `]?)`)
	// spacedLabel matches a label that only blanks part from its value.
	spacedLabel = regexp.MustCompile(`(^|[\s\x{3000}])(` + anyLabel + `)[ \t\x{3000}]+(\S)`)
)

// labelled is a label with the text that belongs to it.
type labelled struct {
	kind      column
	name      string
	value     string
	bracketed bool // the label stands in brackets, behind what it belongs to
}

// splitLabels parts a text into what stands before its first label and the
// labels. Brackets around a group of labels are taken off.
func splitLabels(text string) (before string, fields []labelled) {
	var found [][]int
	if strings.ContainsAny(text, labelEnds) {
		found = labelPattern.FindAllStringSubmatchIndex(text, -1)
	}
	if len(found) == 0 {
		return text, nil
	}
	before = strings.TrimSpace(strings.TrimRight(text[:found[0][0]], bullets))
	if lead := text[found[0][2]:found[0][3]]; lead == "。" || lead == "；" {
		before += lead
	}
	bracketed := false
	for i, at := range found {
		end := len(text)
		if i+1 < len(found) {
			end = found[i+1][0]
		}
		name := wordOf(text, at)
		value := strings.TrimSpace(text[at[1]:end])
		lead := text[at[2]:at[3]]
		bracketed = bracketed || lead == "（" || lead == "("
		bare := unbracketed(value)
		fields = append(fields, labelled{kind: labelKinds[name], name: name, value: bare, bracketed: bracketed})
		bracketed = bracketed && bare == value
	}
	return before, fields
}

func wordOf(text string, at []int) string {
	if at[4] >= 0 {
		return squeezed(text[at[4]:at[5]])
	}
	return squeezed(text[at[6]:at[7]])
}

// unbracketed takes off a closing bracket whose opening one stands outside.
func unbracketed(s string) string {
	bare := strings.TrimRight(s, "。；; ")
	for _, pair := range []string{"（）", "()"} {
		opening, closing := []rune(pair)[0], []rune(pair)[1]
		if strings.HasSuffix(bare, string(closing)) && strings.Count(bare, string(closing)) > strings.Count(bare, string(opening)) {
			return strings.TrimSuffix(bare, string(closing))
		}
	}
	return s
}

// labelStart tells whether a text begins with a label such as 整改目标：, or is
// a label alone.
func labelStart(text string) bool {
	if kind, alone := labelKinds[squeezed(text)]; alone {
		return kind != colExtra
	}
	if !strings.ContainsAny(beginning(text), labelEnds) {
		return false
	}
	at := labelPattern.FindStringIndex(beginning(text))
	return at != nil && at[0] == 0 && !startsWithAny(text, "。；;，,、")
}

// beginning is as much of a text as a label at its start can take.
func beginning(text string) string {
	const most = 120 // bytes
	if len(text) <= most {
		return text
	}
	end := most
	for !utf8.RuneStart(text[end]) {
		end--
	}
	return text[:end]
}

// shortestSpaced is how many characters a label needs that only blanks part
// from its value: 目标 and 措施 are words of any sentence.
const shortestSpaced = 3

// withColons puts the colon after labels that only blanks part from their
// values (责任领导　张三), where the text begins with one.
func withColons(text string) string {
	at := spacedLabel.FindStringSubmatchIndex(beginning(text))
	if at == nil || at[0] != 0 || utf8.RuneCountInString(squeezed(text[at[4]:at[5]])) < shortestSpaced {
		return text
	}
	return spacedLabel.ReplaceAllString(text, "$1$2：$3")
}

// withLeads gives lines whose text in bold at the beginning is a label the colon
// that only their print has.
func withLeads(lines []line) []line {
	lines = slices.Clone(lines)
	for i, l := range lines {
		before, after, found := strings.Cut(l.text, l.lead)
		if l.lead == "" || !found || len(before) > len(l.auto.text)+1 || startsWithAny(strings.TrimSpace(after), colons) {
			continue
		}
		m, _ := markAt(l.lead)
		if _, known := labelKinds[squeezed(l.lead[m.size:])]; known {
			lines[i].text = before + l.lead + "：" + strings.TrimSpace(after)
		}
	}
	return lines
}

// fieldsOf is splitLabels, and takes a text that is a label alone as one too.
func fieldsOf(text string) (before string, fields []labelled) {
	if kind, alone := labelKinds[squeezed(text)]; alone && kind != colExtra {
		return "", []labelled{{kind: kind, name: squeezed(text)}}
	}
	return splitLabels(withColons(text))
}
