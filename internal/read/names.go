package read

import (
	"strings"
	"unicode/utf8"
)

// splitNames parts the names of persons or departments that share one place:
// by 、 ， ； / and line ends. The blank inside a name of two characters (张 三) is
// taken out; a blank between longer names parts them.
func splitNames(s string) []string {
	out := []string{}
	depth := 0 // of brackets: （党组成员、副局长） belongs to the name before it
	parts := func(r rune) bool {
		switch {
		case strings.ContainsRune("（(", r):
			depth++
		case strings.ContainsRune("）)", r):
			depth = max(depth-1, 0)
		}
		return depth == 0 && strings.ContainsRune("、，,；;/／\n|", r)
	}
	for _, part := range strings.FieldsFunc(s, parts) {
		for _, name := range spacedNames(part) {
			if name = strings.Trim(name, "。.：: "); name != "" && name != "无" && name != "/" && name != "—" && name != "-" {
				out = append(out, name)
			}
		}
	}
	return out
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
