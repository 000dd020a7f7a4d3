package signal

import (
	"strings"
	"unicode/utf8"
)

// names finds the names of organisations in texts, by their first two
// characters.
type names map[[2]rune][]naming

type naming struct {
	text string
	org  string
}

// shortest is the least length of a name in characters: 财政局 alone may be
// anybody's.
const shortest = 4

func newNames(orgs []Organisation) names {
	out := names{}
	for _, o := range orgs {
		for _, n := range o.Names {
			r := []rune(n)
			if len(r) >= shortest {
				key := [2]rune{r[0], r[1]}
				out[key] = append(out[key], naming{n, o.ID})
			}
		}
	}
	return out
}

// mention is another organisation's name at a place of a text.
type mention struct {
	naming
	before, after string
}

// foreign gives the first mention of another organisation that is not one of
// working together. Own names are passed over, also where they contain one.
func (n names) foreign(text, own, known string) (mention, bool) {
	for i, r := range text {
		next, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(r):])
		best := naming{}
		for _, c := range n[[2]rune{r, next}] {
			if len(c.text) >= len(best.text) && strings.HasPrefix(text[i:], c.text) && (c.org == own || len(c.text) > len(best.text)) {
				best = c
			}
		}
		if best.text == "" || best.org == own || n.within(text, i, best, own) || strings.Contains(known, best.text) {
			continue
		}
		m := mention{best, text[:i], text[i+len(best.text):]}
		if !m.together() {
			return m, true
		}
	}
	return mention{}, false
}

// within reports whether the name at i is a part of a name of one's own.
func (n names) within(text string, i int, found naming, own string) bool {
	for _, list := range n {
		for _, c := range list {
			if c.org != own || !strings.Contains(c.text, found.text) {
				continue
			}
			at := i - strings.Index(c.text, found.text)
			if at >= 0 && strings.HasPrefix(text[at:], c.text) {
				return true
			}
		}
	}
	return false
}

// Words that tell of working together, before a name in its sentence or right
// after it.
var (
	togetherBefore = []string{"会同", "联合", "配合", "协同", "协调", "商", "函", "移送", "移交", "抄送", "报", "向", "与", "和", "同", "由", "请",
		"邀", "借鉴", "学习", "赴", "对接", "衔接", "经", "接", "到", "征求", "对照", "根据", "按照", "依据", "收到"}
	togetherAfter = []string{"移送", "移交", "牵头", "反馈", "通报", "联合", "等部门", "等单位", "同意", "批复", "来函", "复函", "函", "督", "验收", "检查", "审", "核",
		"认定", "备案", "提供", "共享", "印发的", "发布的", "、", "和", "及", "与", "协"}
)

func (m mention) together() bool {
	sentence := m.before
	if i := strings.LastIndexAny(sentence, "。；;\n"); i >= 0 {
		sentence = sentence[i:]
	}
	for _, w := range togetherBefore {
		if strings.Contains(sentence, w) {
			return true
		}
	}
	for _, w := range togetherAfter {
		if strings.HasPrefix(m.after, w) {
			return true
		}
	}
	return false
}

// inCase finds another organisation's name in the texts of a problem and in
// what its files say of their maker.
func (n names) inCase(d *Dossier, c *Case) []Finding {
	var out []Finding
	if d.Settings.On(OtherName) {
		for _, t := range c.written(d) {
			if m, ok := n.foreign(t.text, d.Inspection.OrgID, c.Wording); ok {
				f := d.finding(OtherName, c, t.stage, []Base{t.base})
				f.Subject, f.Args = t.base.RecordID, []string{m.text}
				out = append(out, f)
			}
		}
	}
	if d.Settings.On(FileAuthor) {
		out = append(out, n.makers(d, c)...)
	}
	return out
}

func (n names) makers(d *Dossier, c *Case) []Finding {
	var out []Finding
	for _, e := range c.Evidence {
		for _, by := range []string{e.Facts.Company, e.Facts.Author, e.Facts.LastAuthor} {
			m, ok := n.foreign(by, d.Inspection.OrgID, "")
			if !ok {
				continue
			}
			f := d.finding(FileAuthor, c, ProofStage, []Base{d.file(e)})
			f.Subject, f.Args = e.ID, []string{e.Name, by, m.text}
			out = append(out, f)
			break
		}
	}
	return out
}

// written is a text that the organisation wrote about the problem.
type written struct {
	text  string
	base  Base
	stage Stage
}

func (c *Case) written(d *Dossier) []written {
	id := c.Problem.ID
	out := []written{{c.Problem.Cause + "\n" + c.Problem.Goal, d.base("problem", id, id, c.Problem.Cause), PlanStage}}
	for _, m := range c.Measures {
		out = append(out, written{m.Text + "\n" + m.Expected, d.base("measure", m.ID, id, m.Text), PlanStage})
	}
	for _, p := range c.live() {
		out = append(out, written{p.Body, d.entry(p), ProofStage})
	}
	for _, a := range c.SignOffs {
		out = append(out, written{a.Statement, d.base("application", a.ID, id, a.Statement), ProofStage})
	}
	return out
}
