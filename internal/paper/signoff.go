package paper

import (
	"fmt"
	"strings"

	"bihuan/internal/domain/closing"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/gongwen"
	"bihuan/internal/locale"
	"bihuan/internal/query"
	"bihuan/internal/store"
)

// stepRows are the shipped steps as the form calls them.
var stepRows = map[string]string{"department-head": "牵头科室\n意见", "leader": "责任领导\n意见", "rectification-office": "整改办\n核查意见",
	"resident": "派驻纪检\n监察组意见", "party-group": "党组\n审议意见", "office": "巡察办\n确认意见"}

// checkWords are the shipped checks as the form calls them.
var checkWords = map[inspection.CheckKind]string{inspection.CheckMaterials: "查阅材料", inspection.CheckSite: "现场核查", inspection.CheckAsked: "抽问人员"}

var (
	outcomeWords = map[closing.Outcome]string{closing.Agree: "同意。", closing.Return: "退回。", closing.Object: "有不同意见。", closing.PassOver: "本环节未办理。"}
	findingWords = map[closing.Finding]string{closing.Confirmed: "属实", closing.Doubtful: "有疑问"}
)

// SignoffForm is the form of an application (销号审批表), one page: every step
// of its chain with who decided, his post, the day and the words. A step that
// nobody has taken leaves room to sign by hand. Texts stand whole where the page
// holds them, else as much of each as fits.
func SignoffForm(x query.SignoffPaper, o drafts) *gongwen.Document {
	f := form{refs: []string{query.Ref(store.Applications, x.Application.ID)}}
	for f.shown = mostShown; ; f.shown-- {
		d := formProse(signoffOutline, applied{x, f}, o, f.refs...).paper()
		d.Author = x.Org
		if f.shown == 1 || formLines(d) <= formHolds {
			return d
		}
	}
}

// applied is an application with how its form is written.
type applied struct {
	query.SignoffPaper
	form
}

// signoffHead says whose form it is, and the how manyth.
func signoffHead(p *prose, x applied) {
	head := fmt.Sprintf("单位：%s　　　　第%d次申请", x.Org, x.Application.Round)
	if x.Application.Cycle > 0 {
		head += fmt.Sprintf("（第%d轮整改）", x.Application.Cycle+1)
	}
	p.blocks = append(p.blocks, gongwen.Paragraph{Runs: gongwen.Line{gongwen.Text(head)}, Align: gongwen.Left})
}

func signoffTable(p *prose, s applied) {
	x, f := s.SignoffPaper, s.form
	t := gongwen.Table{Points: 10.5, Widths: []float64{2.2, 4, 2.2, 4}}
	t.Rows = []gongwen.Row{
		f.wide("反馈问题", x.Problem.Number+" "+f.brief(x.Problem.Title)),
		{f.label("牵头科室"), f.cell(x.Lead), f.label("责任领导"), f.cell(x.Leader)},
		{f.label("责任人"), f.cell(x.Owner), f.label("完成时限"), f.cell(dueWords(x.Problem))},
		f.wide("整改措施", f.measuresOf(x.Case.Measures)),
		f.wide("完成标准", f.ticksOf(x)),
		f.wide("完成情况", f.brief(x.Application.Statement)),
		f.wide("佐证材料", f.proofOf(x.Case.Evidence)),
		f.wide("申请人", x.Application.Applicant+"　"+day(workday.DateOf(x.Application.AppliedAt, workday.Zone))),
	}
	for _, s := range x.Steps {
		t.Rows = append(t.Rows, f.wide(stepRow(s.ChainStep), f.stepWords(x, s)))
	}
	p.blocks = append(p.blocks, t)
}

func dueWords(p work.Problem) string {
	if p.Deadline == "" && p.Term != "" {
		return p.Term
	}
	return day(p.Deadline)
}

func (f form) measuresOf(list []work.Measure) string {
	var out []string
	for n, m := range list {
		out = append(out, fmt.Sprintf("%d．%s", n+1, f.clipped(m.Text)))
	}
	return itemised(out)
}

func (f form) ticksOf(x query.SignoffPaper) string {
	var out []string
	for _, t := range x.Case.Ticks {
		out = append(out, "☑"+f.clipped(t.Text))
	}
	if len(out) == 0 {
		for _, c := range x.Problem.Criteria {
			out = append(out, f.clipped(c.Text))
		}
	}
	return itemised(out)
}

func (f form) proofOf(list []work.Evidence) string {
	var out []string
	for _, e := range list {
		out = append(out, f.clipped(e.Titled()))
	}
	return itemised(out)
}

func stepRow(s inspection.ChainStep) string {
	if s.Name != "" {
		return s.Name
	}
	if word, ok := stepRows[s.Code]; ok {
		return word
	}
	return locale.Text(locale.Chinese, "role."+s.Role)
}

// stepWords is what a step says: the checks, the opinion, who gave it with his
// post, and when.
func (f form) stepWords(x query.SignoffPaper, s query.SignoffStep) string {
	d := s.Decision
	if d == nil {
		return "\n　　　　　　　　　　签名：　　　　　　年　　月　　日"
	}
	var out []string
	for _, v := range s.Made {
		out = append(out, f.checkMade(v))
	}
	words := said(outcomeWords[d.Outcome], f.brief(d.Reason))
	if m := x.Meetings[d.MeetingID]; m != "" {
		words += "（" + m + "）"
	}
	if d.Renewed && d.Until != "" {
		words += "重新整改，" + d.Until.Chinese() + "前完成。"
	}
	by := strings.TrimSpace(x.Posts[d.ID] + "　" + d.Name)
	return strings.Join(append(out, words, "　　　　"+by+"　"+day(workday.DateOf(d.At, workday.Zone))), "\n")
}

func (f form) checkMade(v closing.Verification) string {
	name, ok := checkWords[v.Kind]
	if !ok {
		name = f.clipped(v.Text)
	}
	out := name + "：" + findingWords[v.Result]
	if len(v.Evidence) > 0 {
		out += fmt.Sprintf("，%d份", len(v.Evidence))
	}
	if v.Detail != "" {
		out += "，" + f.clipped(v.Detail)
	}
	return out
}
