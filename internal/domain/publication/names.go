package publication

import (
	"slices"
	"strings"
	"unicode"

	"bihuan/internal/domain/surname"
)

// NamesIn gives the names of people in a field that was written by hand: 市委
// 组织部 王强、李小明.
func NamesIn(written string) []string {
	var out []string
	for _, word := range strings.FieldsFunc(written, func(r rune) bool { return !unicode.Is(unicode.Han, r) }) {
		if r := []rune(word); (len(r) == 2 || len(r) == 3) && surname.Is(r[0]) {
			out = append(out, word)
		}
	}
	return out
}

var (
	// leading are words behind which a name stands, where a name ends there.
	leading = strings.Fields("当事人 职工 干部 村民 居民 群众 员工 会计 出纳 科长 主任 局长 书记 组长 站长 所长 经理 院长 校长 法定代表人 给予 对 、")
	// trailing are words before which a name ends.
	trailing = strings.Fields("同志 等人 党内 政务 诫勉 记过 警告 立案 处分 批评 谈话 提醒 退还 退赔 开除 撤职 调离 作出 进行 已")
	// plainly are those of them before which hardly anything but a name stands.
	plainly = strings.Fields("同志 党内 政务 诫勉 记过 警告 立案")
)

// Suspected gives the words of a text that look like names of people: between
// words that stand around names. It only proposes: no rule knows all names.
func Suspected(text string) []string {
	var out []string
	r := []rune(text)
	for i := range r {
		if !surname.Is(r[i]) {
			continue
		}
		for _, n := range []int{3, 2} {
			if name, ok := nameAt(r, i, n); ok {
				if !slices.Contains(out, name) {
					out = append(out, name)
				}
				break
			}
		}
	}
	return out
}

// nameAt reports whether n characters at a place look like a name.
func nameAt(r []rune, i, n int) (string, bool) {
	if i+n > len(r) || slices.ContainsFunc(r[i:i+n], func(c rune) bool { return !unicode.Is(unicode.Han, c) }) {
		return "", false
	}
	if strings.Contains(string(r[i:i+n]), "某") {
		return "", false // masked already
	}
	before, name, behind := string(r[max(0, i-5):i]), string(r[i:i+n]), string(r[i+n:min(len(r), i+n+2)])
	led := slices.ContainsFunc(leading, func(w string) bool { return strings.HasSuffix(before, w) })
	ends := func(words []string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(behind, w) })
	}
	stops := i+n == len(r) || !unicode.Is(unicode.Han, r[i+n])
	begins := i == 0 || !unicode.Is(unicode.Han, r[i-1])
	loose := strings.HasSuffix(before, "对") || strings.HasSuffix(before, "、")
	listed := strings.HasSuffix(before, "对") && strings.HasPrefix(behind, "、")
	return name, led && (ends(trailing) || stops && !loose || listed) || begins && ends(plainly)
}
