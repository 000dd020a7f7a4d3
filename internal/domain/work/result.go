package work

import (
	"regexp"
	"strconv"
	"strings"
)

// ResultKind is a countable kind of expected result.
type ResultKind string

// The kinds. Other counts in a unit of its own.
const (
	ResultMoney       ResultKind = "money" // in 分 (1/100 yuan)
	ResultPeople      ResultKind = "people"
	ResultRegulations ResultKind = "regulations"
	ResultCases       ResultKind = "cases"
	ResultOther       ResultKind = "other"
)

// ResultKinds lists the kinds in order.
func ResultKinds() []ResultKind {
	return []ResultKind{ResultMoney, ResultPeople, ResultRegulations, ResultCases, ResultOther}
}

// Result is one expected result: 清收326.58万元 is money, 32658000 (分).
type Result struct {
	Kind   ResultKind
	Text   string // what happens to them: 清收, 约谈学校负责人
	Amount int64
	Unit   string // as written: 万元, 人, 件
}

// phrase is words, a number, 万 or 亿, and a unit; the unit has no number.
var phrase = regexp.MustCompile(`^([^\d]*?)(\d+)(?:\.(\d{1,6}))?(万|亿)?([^\d\s%％‰]{1,8}?)(?:以上|左右)?$`)

// thousands are the commas inside a number.
var thousands = regexp.MustCompile(`(\d),(\d{3})`)

// apart cuts the phrases of an expected result.
var apart = regexp.MustCompile(`[，,；;、。\n]+`)

// ReadResults gives the countable results that a text names; what cannot be
// counted, such as a share, stays text only.
func ReadResults(text string) []Result {
	out := []Result{}
	for _, part := range apart.Split(thousands.ReplaceAllString(text, "$1$2"), -1) {
		if r, ok := readResult(strings.TrimSpace(part)); ok {
			out = append(out, r)
		}
	}
	return out
}

func readResult(part string) (Result, bool) {
	m := phrase.FindStringSubmatch(part)
	if m == nil {
		return Result{}, false
	}
	r := Result{Text: strings.TrimSpace(m[1]), Unit: m[4] + m[5]}
	r.Kind = kindOfUnit(m[5], m[1])
	scale := int64(1)
	if r.Kind == ResultMoney {
		scale = 100
	}
	switch m[4] {
	case "万":
		scale *= 10_000
	case "亿":
		scale *= 100_000_000
	}
	n, ok := scaled(m[2], m[3], scale)
	r.Amount = n
	return r, ok && n > 0
}

// scaled gives whole.fraction × scale where that is a whole number of at most
// fifteen digits.
func scaled(whole, fraction string, scale int64) (int64, bool) {
	if len(whole) > 9 {
		return 0, false
	}
	n, err := strconv.ParseInt(whole, 10, 64)
	if err != nil {
		return 0, false
	}
	n *= scale
	for _, digit := range fraction {
		if scale%10 != 0 {
			return 0, false
		}
		scale /= 10
		n += int64(digit-'0') * scale
	}
	return n, true
}

// kindOfUnit sorts a result by its unit and by what is said of it.
func kindOfUnit(unit, words string) ResultKind {
	switch unit {
	case "元":
		return ResultMoney
	case "人", "名", "人次", "名干部":
		return ResultPeople
	case "件", "宗", "案", "起", "个案件":
		return ResultCases
	}
	for _, word := range []string{"制度", "办法", "规定", "细则", "规程"} {
		if strings.Contains(unit+words, word) {
			return ResultRegulations
		}
	}
	return ResultOther
}

// String is the result as people write it.
func (r Result) String() string {
	if r.Kind == ResultMoney {
		return r.Text + Money(r.Amount)
	}
	amount, unit := r.Amount, r.Unit
	if strings.HasPrefix(unit, "万") || strings.HasPrefix(unit, "亿") {
		unit = strings.TrimPrefix(strings.TrimPrefix(unit, "万"), "亿")
	}
	return r.Text + strconv.FormatInt(amount, 10) + unit
}
