package read

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const planHead = "市水利局党组巡察整改方案\n一、整改任务\n（一）关于学习不深入的问题\n"

// fieldsSketch draws the fields of the first finding of a plan.
func fieldsSketch(t *testing.T, p *Paper) string {
	t.Helper()
	var n *Node
	p.Walk(func(m *Node, _ int) {
		if n == nil && m.Kind == NodeProblem {
			n = m
		}
	})
	if n == nil {
		t.Fatalf("no problem in\n%s", sketch(p))
	}
	out := []string{n.Causes, n.Goal, n.Leader, n.LeadUnit, strings.Join(n.SupportUnits, "/"), strings.Join(n.Owners, "/"), n.Due.Date, n.Due.Term}
	for _, m := range n.Measures {
		out = append(out, strings.Join([]string{m.Text, m.Leader, m.LeadUnit, strings.Join(m.SupportUnits, "/"), strings.Join(m.Owners, "/"), m.Due.Date, m.Due.Term}, ","))
	}
	return strings.Join(out, "|")
}

func TestLabelsOfPlans(t *testing.T) {
	cases := map[string][2]string{
		"colons of both widths":         {"整改目标:建制度\n整改措施：订计划\n责任领导:张三\n牵头科室(单位)：办公室\n配合单位：人事科、财务科\n责任人：李四 王五\n完成时限:2026年6月底前", "|建制度|张三|办公室|人事科/财务科|李四/王五|2026-06-30|2026年6月底前|订计划,,,,,,"},
		"brackets":                      {"【整改目标】建制度\n【整改措施】\n1.订计划\n2.抓落实\n【责任领导】张三\n【完成时限】2026年6月30日前完成并长期坚持", "|建制度|张三||||2026-06-30|2026年6月30日前完成并长期坚持|订计划,,,,,,|抓落实,,,,,,"},
		"alone on their lines":          {"整改目标\n建制度\n整改措施\n（1）订计划\n（2）抓落实\n责任领导\n张三\n责任单位\n办公室\n完成时限\n长期坚持", "|建制度|张三|办公室||||长期坚持|订计划,,,,,,|抓落实,,,,,,"},
		"parted by blanks":              {"整改目标　建制度\n整改措施　1.订计划；2.抓落实。\n责任领导　张三　责任单位　办公室", "|建制度|张三|办公室|||||订计划,,,,,,|抓落实。,,,,,,"},
		"blanks inside":                 {"整改措施：订计划\n责 任 人：李四\n完 成 时 限：立行立改", "|||||李四||立行立改|订计划,,,,,,"},
		"behind each measure":           {"整改措施：\n1.订计划。责任单位：办公室；完成时限：2026年5月底前。\n2.抓落实。责任单位：人事科；完成时限：长期坚持。\n责任领导：张三", "||张三||||||订计划。,,办公室,,,2026-05-31,2026年5月底前|抓落实。,,人事科,,,,长期坚持"},
		"in brackets behind measures":   {"整改措施：\n1.订计划。（责任单位：办公室；完成时限：2026年5月底前）\n2.抓落实。（责任单位：人事科）\n完成时限：2026年6月30日前完成并长期坚持", "||||||2026-06-30|2026年6月30日前完成并长期坚持|订计划。,,办公室,,,2026-05-31,2026年5月底前|抓落实。,,人事科,,,,"},
		"behind the last, others apart": {"整改措施：\n1.订计划（办公室牵头）。\n2.抓落实。责任人：李四。\n责任领导：张三", "||张三||||||订计划（办公室牵头）。,,办公室,,,,|抓落实。,,,,李四,,"},
		"only behind the last":          {"整改措施：（1）减会；（2）减文。完成时限：长期坚持", "|||||||长期坚持|减会,,,,,,|减文。,,,,,,"},
		"in sentences":                  {"整改措施：1.由办公室牵头，人事科、财务科配合，2026年3月底前修订制度，9月底前落实。\n2.清退费用（财务科负责，立行立改）。", "||||||||由办公室牵头，人事科、财务科配合，2026年3月底前修订制度，9月底前落实。,,办公室,人事科/财务科,,2026-09-30,2026年3月底前修订；9月底前落实|清退费用（财务科负责，立行立改）。,,财务科,,,,立行立改"},
		"persons with their posts":      {"整改措施：订计划\n责任人：李四（党组成员、副局长）、王五", "|||||李四（党组成员、副局长）/王五|||订计划,,,,,,"},
		"the task itself says who":      {"清退违规资金（市财政局负责，2026年8月底前完成）。", "|||市财政局|||2026-08-31|2026年8月底前完成"},
		"numbered labels":               {"1、原因分析：重视不够\n2、整改目标：建制度\n3、整改措施：\n（1）订计划\n4、责任领导：张三", "重视不够|建制度|张三||||||订计划,,,,,,"},
		"difficulties are not measures": {"整改措施：订计划\n存在困难：经费不足\n责任领导：张三", "||张三||||||订计划,,,,,,"},
	}
	for name, c := range cases {
		p, err := parseText(planHead + c[0])
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(c[1], fieldsSketch(t, p)); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
}

func TestLabelsOfWordDocuments(t *testing.T) {
	head := para("市水利局党组巡察整改方案") + para("一、整改任务") + para("（一）关于学习不深入的问题")
	bold := func(label, text string) string {
		return `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>` + label + `</w:t></w:r>` + wrun(text) + `</w:p>`
	}
	row := func(cells ...string) string {
		return `<w:tr><w:tc>` + para(cells[0]) + `</w:tc><w:tc>` + para(strings.Join(cells[1:], `</w:t></w:r></w:p><w:p><w:r><w:t>`)) + `</w:tc></w:tr>`
	}
	want := "|建制度|张三|办公室||||长期坚持|订计划,,,,,,|抓落实,,,,,,"
	for name, body := range map[string]string{
		"in bold":            bold("整改目标", "建制度") + bold("整改措施　", "1.订计划；2.抓落实") + bold("责任领导", "张三") + bold("责任单位", "办公室") + bold("完成时限", "长期坚持"),
		"beside their value": `<w:tbl>` + row("整改目标", "建制度") + row("整改措施", "1.订计划", "2.抓落实") + row("责任领导", "张三") + row("责任单位", "办公室") + row("完成时限", "长期坚持") + `</w:tbl>`,
	} {
		if d := cmp.Diff(want, fieldsSketch(t, mustParse(t, "方案.docx", docxOf(t, head+body)))); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
}

func TestVerdictsOfFindings(t *testing.T) {
	for text, want := range map[string]string{
		"完成情况：已完成": "已完成", "整改结果：已完成，长期坚持": "已完成", "该问题正在推进。": "整改中", "已完成整改，并长期坚持。恢复夜间开放。": "已完成",
		"整改状态：基本完成": "基本完成", "整改进展：已制定计划。": "",
	} {
		p, err := parseText("某局党组关于巡察整改情况的报告\n市委巡察办：\n一、问题整改情况\n目前已完成4个。\n（一）关于学习少的问题\n" + text + "\n（二）关于督办弱的问题\n已改。")
		if err != nil {
			t.Fatal(err)
		}
		if got := p.Nodes[0].Children[0].Verdict; got != want || p.Nodes[0].Verdict != "" {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
