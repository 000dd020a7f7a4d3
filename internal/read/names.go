package read

import (
	"strings"
	"unicode/utf8"
)

// splitNames parts the names of persons or departments that share one place:
// by 、 ， ； / and line ends, and by 和 between two units or two persons. What stands
// in brackets belongs to the name before it. The blank inside a name of two
// characters (张 三) is taken out; a blank between longer names parts them.
func splitNames(s string) []string {
	out := []string{}
	for _, part := range outsideBrackets(s, "、，,;；/／\n|") {
		for _, name := range spacedNames(part) {
			if name = strings.Trim(name, "。.：: "); name != "" && name != "无" && name != "/" && name != "—" && name != "-" {
				out = append(out, joinedByAnd(name)...)
			}
		}
	}
	return out
}

// outsideBrackets cuts a text at any of the separators that stand outside of
// brackets. A bracket that is never closed holds nothing together.
func outsideBrackets(s, separators string) []string {
	if strings.Count(s, "（")+strings.Count(s, "(") != strings.Count(s, "）")+strings.Count(s, ")") {
		return strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(separators, r) })
	}
	depth := 0
	return strings.FieldsFunc(s, func(r rune) bool {
		switch r {
		case '（', '(':
			depth++
		case '）', ')':
			depth--
		}
		return depth <= 0 && strings.ContainsRune(separators, r)
	})
}

// joinedByAnd parts 办公室和人事科 and 张三及李四, but not 发展和改革局: both sides have to
// be units, or both persons.
func joinedByAnd(name string) []string {
	for _, and := range []string{"和", "及", "与"} {
		left, right, found := strings.Cut(name, and)
		if found && (isUnit(left) && isUnit(right) || isPerson(left) && isPerson(right)) {
			return append(joinedByAnd(left), joinedByAnd(right)...)
		}
	}
	return []string{name}
}

// spacedNames parts a text at its blanks, unless these stand inside a name.
func spacedNames(s string) []string {
	var out []string
	single := false // the word before is one character of a name
	for _, word := range strings.Fields(s) {
		n := utf8.RuneCountInString(word)
		if single && n == 1 {
			out[len(out)-1] += word
			single = false
			continue
		}
		out = append(out, word)
		single = n == 1
	}
	return out
}

// leadFirst parts units of which one is said to lead: 办公室（牵头）、人事科.
func leadFirst(s string) (lead string, support []string) {
	if !strings.Contains(s, "牵头") {
		return strings.TrimSpace(s), nil
	}
	for _, name := range splitNames(s) {
		bare := bracketed.ReplaceAllString(name, "")
		if lead == "" && strings.Contains(name, "牵头") && bare != "" {
			lead = strings.TrimSuffix(bare, "牵头")
			continue
		}
		support = append(support, bare)
	}
	if lead == "" {
		return strings.TrimSpace(s), nil
	}
	return lead, support
}
