package signal

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// placeholders finds what a template left in a text: XX, ×××, 某某, 【】. Names
// masked for their owner's sake (李某某, 王××, 138****5566) are not meant.
func placeholders(d *Dossier, c *Case) []Finding {
	var out []Finding
	for _, t := range c.written(d) {
		for _, p := range d.Settings.Placeholders {
			if left, ok := leftover(t.text, p); ok {
				f := d.finding(Placeholder, c, t.stage, []Base{t.base})
				f.Subject, f.Args = t.base.RecordID, []string{p, left}
				out = append(out, f)
				break
			}
		}
	}
	return out
}

// leftover finds a placeholder in a text and gives it with a few characters
// around.
func leftover(text, p string) (string, bool) {
	for from := 0; ; {
		i := strings.Index(text[from:], p)
		if i < 0 {
			return "", false
		}
		i += from
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		rest := strings.TrimLeft(text[i:], p)
		after, _ := utf8.DecodeRuneInString(rest)
		if !masked(p, before, after) {
			return around(text, i), true
		}
		from = i + len(p)
		if run := len(text) - len(rest); run > from {
			from = run
		}
	}
}

// surnames are those after which 某某, ×× and ** mask a given name.
const surnames = "李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"

func masked(p string, before, after rune) bool {
	if strings.ContainsRune(surnames, before) && (strings.ContainsAny(p, "某×*") || strings.HasPrefix(p, "X")) {
		return true
	}
	if strings.ContainsAny(p, "*×") && (unicode.IsDigit(before) || unicode.IsDigit(after)) {
		return true
	}
	return latin(p) && (latinRune(before) || latinRune(after))
}

func latin(p string) bool { return p[0] < utf8.RuneSelf && p[0] != '*' }

func latinRune(r rune) bool {
	return r < utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-' || r == '_')
}

// around gives a place of a text with eight characters on either side.
func around(text string, i int) string {
	left, right := []rune(text[:i]), []rune(text[i:])
	return string(left[max(0, len(left)-8):]) + string(right[:min(len(right), 10)])
}
