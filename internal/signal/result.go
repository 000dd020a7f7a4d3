package signal

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"bihuan/internal/domain/work"
)

// noResult finds problems that count as done although nothing tells a result:
// no file at all, or files of the doing only (notices, plans, sign-in sheets)
// and not one figure in what was reported.
func noResult(d *Dossier, c *Case) []Finding {
	if !c.finished() {
		return nil
	}
	if c.Linked > 0 { // an open link to a file that is looked at under its own problem
		return nil
	}
	f := d.finding(NoResult, c, ProofStage, nil)
	switch {
	case len(c.Evidence) == 0:
		f.Variant = "no-file"
		for _, p := range c.live() {
			f.Base = append(f.Base, d.entry(p))
		}
	case !c.showsResult() && !c.countsResult():
		f.Variant = "doing-only"
		for _, e := range c.Evidence {
			f.Base = append(f.Base, d.file(e))
		}
	default:
		return nil
	}
	f.Args = []string{strconv.Itoa(len(c.Evidence))}
	f.Base = append(f.Base, d.base("problem", c.Problem.ID, c.Problem.ID, c.Problem.Number+" "+c.Problem.Title))
	return []Finding{f}
}

// doing are words in the names of files that show that something was done, not
// what came of it.
var doing = []string{"通知", "方案", "签到", "会议", "学习", "计划", "纪要", "部署", "动员", "照片", "培训", "请示", "传达"}

func (c *Case) showsResult() bool {
	for _, e := range c.Evidence {
		if !containsAny(e.Name+e.Note, doing) {
			return true
		}
	}
	return false
}

// countsResult reports whether an entry bears a figure.
func (c *Case) countsResult() bool {
	return slices.ContainsFunc(c.live(), counts)
}

// counts reports whether an entry bears a figure.
func counts(p work.Progress) bool {
	return p.People > 0 || p.Amount > 0 || strings.ContainsFunc(withoutDates(p.Body), unicode.IsDigit)
}

// withoutDates drops days and years, which are no result.
func withoutDates(text string) string {
	var b strings.Builder
	runes := []rune(text)
	for i := 0; i < len(runes); i++ {
		end := i
		for end < len(runes) && unicode.IsDigit(runes[end]) {
			end++
		}
		if end > i && end < len(runes) && strings.ContainsRune("年月日号", runes[end]) {
			i = end
			continue
		}
		b.WriteRune(runes[i])
	}
	return b.String()
}

func containsAny(text string, words []string) bool {
	for _, w := range words {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}

// once are words of what is done once and can have a day.
var once = []string{"追缴", "退还", "退回", "清退", "收回", "补缴", "补交", "退缴", "补齐", "补报", "补办", "拆除", "归还", "上缴", "缴回", "更换", "补检", "立案",
	"修订", "印发", "出台", "制定", "建成", "核销"}

// againAndAgain are words of what returns.
var againAndAgain = []string{"每日", "每周", "每月", "每季", "每半年", "每年", "定期", "常态", "经常", "动态", "逐月", "按月", "按季", "长期"}

// easyLongTerm finds measures that are to be kept up for good without any day,
// although they say something that is done once.
func easyLongTerm(d *Dossier, c *Case) []Finding {
	var base []Base
	for _, m := range c.Measures {
		if m.LongTerm && m.Deadline == "" && containsAny(m.Text, once) && !containsAny(m.Text, againAndAgain) {
			base = append(base, d.base("measure", m.ID, c.Problem.ID, m.Text))
		}
	}
	if len(base) == 0 {
		return nil
	}
	f := d.finding(EasyLongTerm, c, PlanStage, base)
	f.Args = []string{strconv.Itoa(len(base))}
	return []Finding{f}
}
