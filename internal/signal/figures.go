package signal

import (
	"regexp"
	"strconv"
	"strings"

	"bihuan/internal/domain/work"
)

// unit is what is counted: money or people.
type unit struct {
	name    string
	kind    work.ResultKind
	pattern *regexp.Regexp
	value   func(m []string) (int64, bool)
	// acts are the words of doing away with it: what follows counts as claimed.
	acts []string
}

var money = unit{
	name:    "money",
	kind:    work.ResultMoney,
	pattern: regexp.MustCompile(`([0-9][0-9,，]*(?:\.[0-9]+)?)\s*(亿|万|千)?元`),
	value: func(m []string) (int64, bool) {
		n, err := strconv.ParseFloat(strings.NewReplacer(",", "", "，", "").Replace(m[1]), 64)
		scale := map[string]float64{"": 1e2, "千": 1e5, "万": 1e6, "亿": 1e10}[m[2]]
		return int64(n*scale + 0.5), err == nil
	},
	acts: []string{"追缴", "退还", "清退", "收回", "补缴", "补交", "退缴", "上缴", "缴回", "归还", "退回", "退赔", "追回", "追偿"},
}

var heads = unit{
	name:    "people",
	kind:    work.ResultPeople,
	pattern: regexp.MustCompile(`([0-9]+)\s*(?:名|位)?(人次|人|职工|干部)`),
	value: func(m []string) (int64, bool) {
		n, err := strconv.ParseInt(m[1], 10, 64)
		return n, err == nil && m[2] != "人次"
	},
	acts: []string{"退还", "清退", "处理", "处分", "问责", "追责", "退赔", "清理", "补发", "归还", "清出", "退回"},
}

var units = []unit{money, heads}

// figure is a number of a unit at a place of a text.
type figure struct {
	value int64
	at    int
}

func (u unit) in(text string) []figure {
	var out []figure
	for _, at := range u.pattern.FindAllStringSubmatchIndex(text, -1) {
		m := make([]string, 3)
		for i := range m {
			if at[2*i] >= 0 {
				m[i] = text[at[2*i]:at[2*i+1]]
			}
		}
		if v, ok := u.value(m); ok && v > 0 {
			out = append(out, figure{v, at[0]})
		}
	}
	return out
}

// show writes a value as people do.
func (u unit) show(v int64) string {
	if u.name == money.name {
		if v%1e6 == 0 || v >= 1e6 {
			return strconv.FormatFloat(float64(v)/1e6, 'f', -1, 64) + "万元"
		}
		return strconv.FormatFloat(float64(v)/100, 'f', -1, 64) + "元"
	}
	return strconv.FormatInt(v, 10) + "人"
}

// stated is the one figure of a problem's wording; ok is false where there is
// none or several, of which nobody knows what they count.
func (u unit) stated(wording string) (int64, bool) {
	list := u.in(wording)
	if len(list) != 1 {
		return 0, false
	}
	return list[0].value, true
}

// claimed is the figures of a text that follow a word of doing away with it,
// within the same clause.
func (u unit) claimed(text string) (sum int64, total bool) {
	for clause := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune("。；;，,\n", r) }) {
		act := -1
		for _, w := range u.acts {
			if i := strings.Index(clause, w); i >= 0 && (act < 0 || i < act) {
				act = i
			}
		}
		if act < 0 {
			continue
		}
		for _, f := range u.in(clause) {
			if f.at > act || u.name == heads.name {
				sum += f.value
				break
			}
		}
		total = total || containsAny(clause, []string{"累计", "共", "全部", "合计", "总计"})
	}
	return sum, total
}
