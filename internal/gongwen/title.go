package gongwen

import (
	"slices"
	"strings"
)

// titleWidth is the number of 2号 characters that the type area holds.
const titleWidth = 20

// WrapTitle breaks a title into as few lines as its size allows, or one more
// where that keeps words whole. It breaks where a reader pauses, never inside a
// word that titles are made of, and shapes the lines as a trapezoid or a
// diamond (GB/T 9704-2012 §7.3.1).
func WrapTitle(title string) []Run {
	text := []rune(title)
	fewest := (len(text) + titleWidth - 1) / titleWidth
	if fewest < 2 {
		return []Run{Text(title)}
	}
	w := &wrapping{text: text, breaks: breakCosts(text), matter: len([]rune(title[:max(strings.Index(title, "关于"), 0)]))}
	best, _ := w.into(fewest)
	lowest := w.cost(best)
	if more, ok := w.into(fewest + 1); ok && w.cost(more)+extraLine < lowest {
		best = more
	}
	var out []Run
	from := 0
	for _, at := range append(best, len(text)) {
		out = append(out, Text(string(text[from:at])))
		from = at
	}
	return out
}

// WrapLine is WrapTitle for a title of several runs: each printed line rests on
// the records of the runs in it. What the records lack stands on lines below.
func WrapLine(title Line) []Run {
	var out []Run
	if text := title.Text(); text != "" {
		out = WrapTitle(text)
	}
	from := 0
	for n := range out {
		out[n].Refs = refsBetween(title, from, from+len(out[n].Text))
		from += len(out[n].Text)
	}
	for _, r := range title {
		if r.Missing != "" {
			out = append(out, Run{Missing: r.Missing, Refs: r.Refs})
		}
	}
	return out
}

// refsBetween gives the records behind the bytes of a line, each once.
func refsBetween(line Line, from, to int) []string {
	var out []string
	at := 0
	for _, r := range line {
		if at < to && at+len(r.Text) > from {
			for _, ref := range r.Refs {
				if !slices.Contains(out, ref) {
					out = append(out, ref)
				}
			}
		}
		at += len(r.Text)
	}
	return out
}

const (
	extraLine  = 16 // a line more than the size asks for
	hourglass  = 30 // a line shorter than both its neighbours
	runOn      = 14 // the matter begins on the line of the issuer
	shortEnd   = 12 // the last line is less than half of the others
	never      = 100
	insideWord = 60
)

// wrapping is a title with what a break before each of its characters costs.
type wrapping struct {
	text   []rune
	breaks []int
	matter int // where 关于 stands behind the issuer; 0 for none
}

// into finds the best breaks for a number of lines, and whether there are any.
// The lines are found one after the other: best[i] holds the breaks of the
// cheapest way to end a line before character i.
func (w *wrapping) into(lines int) ([]int, bool) {
	n := len(w.text)
	best := map[int][]int{0: {}}
	for line := 1; line <= lines; line++ {
		next := map[int][]int{}
		for at := range n + 1 {
			for width := 1; width <= min(titleWidth, at); width++ {
				before, ok := best[at-width]
				if !ok || line == lines && at != n || line < lines && at == n {
					continue
				}
				ways := append(append([]int{}, before...), at)
				if old, ok := next[at]; !ok || w.cost(ways) < w.cost(old) {
					next[at] = ways
				}
			}
		}
		best = next
	}
	ways, ok := best[n]
	if !ok {
		return nil, false
	}
	return ways[:len(ways)-1], true
}

// cost weighs the breaks of a title: where they stand, how unequal the lines
// are, and their shape.
func (w *wrapping) cost(breaks []int) int {
	lines := len(breaks) + 1
	if len(breaks) > 0 && breaks[len(breaks)-1] == len(w.text) {
		breaks, lines = breaks[:len(breaks)-1], lines-1
	}
	mean := len(w.text) / lines
	sum, from := 0, 0
	var widths []int
	for _, at := range append(append([]int{}, breaks...), len(w.text)) {
		if at < len(w.text) {
			sum += w.breaks[at]
		}
		sum += max(at-from-mean, mean-at+from)
		widths = append(widths, at-from)
		from = at
	}
	if w.matter > 0 && !slices.Contains(breaks, w.matter) {
		sum += runOn
	}
	if widths[len(widths)-1] < mean/2 {
		sum += shortEnd
	}
	for i := 1; i+1 < len(widths); i++ {
		if widths[i] < widths[i-1] && widths[i] < widths[i+1] {
			sum += hourglass
		}
	}
	return sum
}

// titleWords are the words that titles of this kind are made of.
var titleWords = strings.Fields(`中共 市委 省委 县委 区委 党组 党委 党工委 委员会 人民政府 办公室 领导小组 工作领导小组 主要负责人 组织落实
	巡察 巡视 巡察组 巡察办 反馈意见 反馈 意见 整改 整改工作 整改方案 整改情况 进展情况 情况报告 情况 报告 通报 通知 通知书 请示 方案 纪要 会议纪要 会议
	专题 民主生活会 组织生活会 对照检查 市市场 市场监管 市场监督 监督管理 监督管理局 管理局 贯彻落实 贯彻 落实 成立 召开 印发 开展 综合 台账 清单 制度 立行立改
	督办 提醒 告诫 问责 建议书 指导书 延期 申请 审批 销号 统计 满意度 测评 评估 有限公司 集团 责任 工作 公开 社会 征求 采纳`)

// breakCosts weighs a break before each character.
func breakCosts(title []rune) []int {
	out := make([]int, len(title))
	for at := 1; at < len(title); at++ {
		out[at] = breakCost(title, at)
	}
	text := string(title)
	for _, word := range titleWords {
		for from := 0; ; {
			i := strings.Index(text[from:], word)
			if i < 0 {
				break
			}
			start := len([]rune(text[:from+i]))
			for at := start + 1; at < start+len([]rune(word)); at++ {
				out[at] = max(out[at], insideWord)
			}
			from += i + 1
			for from < len(text) && text[from]&0xC0 == 0x80 {
				from++
			}
		}
	}
	return out
}

// breakCost weighs a break before title[at]: low after the words that a title
// pauses at, high inside what belongs together.
func breakCost(title []rune, at int) int {
	before, after := title[at-1], title[at]
	switch {
	case strings.ContainsRune("的和与及》〉）〕”、，。：；", after), strings.ContainsRune("《〈（〔“", before):
		return never
	case isASCIIWord(before) && isASCIIWord(after), after == '第', strings.ContainsRune("局委院厅办", before) && after == '党', endsInOrdinal(title[:at]):
		return insideWord
	case strings.HasPrefix(string(title[at:]), "关于"), strings.ContainsRune("的》”、", before):
		return 0
	case strings.HasSuffix(string(title[:at]), "关于"):
		return 40
	case strings.ContainsRune("组会局委室部院见", before):
		return 5
	default:
		return 12
	}
}

// endsInOrdinal reports whether text ends in 第三 or the like, which belongs to
// what follows.
func endsInOrdinal(text []rune) bool {
	bare := strings.TrimRight(string(text), "零一二三四五六七八九十0123456789")
	return strings.HasSuffix(bare, "第")
}

func isASCIIWord(r rune) bool {
	return r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z'
}
