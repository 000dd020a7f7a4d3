package read

import (
	"strings"
	"testing"
)

func TestFurtherShapesOfPapers(t *testing.T) {
	head := "关于巡察某局党组的反馈意见\n某局党组：\n"
	cases := map[string][2]string{
		"a list right after a mark":     {head + "一、主要问题\n（一）1.会多；2.文多。\n（二）学习少。\n", "section 一、 主要问题\n  aspect （一） \n    problem 1. 会多\n    problem 2. 文多\n  aspect （二） 学习少\n"},
		"clauses over several lines":    {head + "一、主要问题\n（一）学习少。一是无计划。\n全年未定。\n二是无记录。\n（二）慢。\n", "section 一、 主要问题\n  aspect （一） 学习少\n    problem 一是 无计划\n    problem 二是 无记录\n  aspect （二） 慢\n"},
		"clauses over figures":          {head + "主要问题：\n一是学习少。\n1.无计划。\n2.无记录。\n二是督办弱。\n3.无台账。\n意见建议：\n1.改。\n", "section  主要问题：\n  aspect 一是 学习少\n    problem 1. 无计划\n    problem 2. 无记录\n  aspect 二是 督办弱\n    problem 3. 无台账\nsection  意见建议：\n  recommendation 1. 改\n"},
		"in the first place":            {head + "一、主要问题\n1、学习少。\n其一，无计划；其二，无记录。\n2、慢。线索多，其一，未办；其二，未报。\n", "section 一、 主要问题\n  aspect 1、 学习少\n    problem 其一， 无计划\n    problem 其二， 无记录\n  aspect 2、 慢\n"},
		"aspects in words":              {head + "一、主要问题\n第一个方面，政治建设\n1.学习少。\n第二个方面，作风建设\n2.会多。\n", "section 一、 主要问题\n  aspect 第一个方面， 政治建设\n    problem 1. 学习少\n  aspect 第二个方面， 作风建设\n    problem 2. 会多\n"},
		"bare numbers over dotted ones": {head + "1 总体评价\n较好。\n2 主要问题\n2.1 学习少\n2.2 慢\n3 意见建议\n3.1 改\n", "section 1 总体评价\nsection 2 主要问题\n  problem 2.1 学习少\n  problem 2.2 慢\nsection 3 意见建议\n  recommendation 3.1 改\n"},
	}
	for name, c := range cases {
		p, err := parseText(c[0])
		if err != nil {
			t.Fatal(err)
		}
		if got := sketch(p); got != c[1] || len(p.Warnings) != 0 {
			t.Errorf("%s:\n%swant:\n%s%v", name, got, c[1], p.Warnings)
		}
	}
}

func TestFindingsNamedByTheirTitles(t *testing.T) {
	p, err := parseText("关于巡察整改落实情况的通报\n现将情况予以公布。\n一、关于“学习少”的问题\n整改情况：（1）订计划。（2）学习6次。\n二、关于“督办弱”问题整改落实情况\n1.问题：台账缺。\n整改进展：已建立。\n2.问题：通报少。\n整改进展：已通报。\n欢迎广大干部群众监督。\n某局党组\n2026年9月30日\n")
	if err != nil {
		t.Fatal(err)
	}
	if a, b := p.Nodes[0], p.Nodes[1]; a.Kind == NodeSection || b.Kind != a.Kind || b.Children[1].Kind != NodeProblem ||
		b.Children[1].Measures[0].Progress != "已通报。" || !strings.Contains(b.Text, "欢迎") {
		t.Errorf("%s%+v", sketch(p), p.Nodes)
	}
}

func TestHeadsAndEndsOfPapers(t *testing.T) {
	body := "一、主要问题\n1.学习少。\n2.慢。\n"
	type frame struct{ title, number, issuer, recipient, date string }
	cases := map[string]struct {
		text string
		want frame
	}{
		"an attachment":                    {"附件1\n\n某县委第二巡察组关于对县教育局\n开展巡察的情况反馈\n县教育局党组：\n" + body + "某县委第二巡察组\n2026年5月\n", frame{"某县委第二巡察组关于对县教育局开展巡察的情况反馈", "", "某县委第二巡察组", "县教育局党组", "2026-05"}},
		"the list of attachments in front": {"附件：1.清单\n      2.台账\n\n关于巡察某局党组的反馈意见\n某局党组：\n" + body, frame{"关于巡察某局党组的反馈意见", "", "", "某局党组", ""}},
		"the issuer over the title":        {"中共某市委巡察办\n某巡办函〔2026〕8号\n\n关于反馈巡察意见的函\n某局党组：\n" + body + "某市委巡察办\n二〇二六年三月\n抄送：市委组织部\n", frame{"关于反馈巡察意见的函", "某巡办函〔2026〕8号", "某市委巡察办", "某局党组", "2026-03"}},
		"a day in figures":                 {"关于巡察某局党组的反馈意见\n某局党组：\n" + body + "报告人：某局党组\n2026.4.1\n", frame{"关于巡察某局党组的反馈意见", "", "某局党组", "某局党组", "2026-04-01"}},
		"contents before the addressee":    {"关于巡察某局党组的反馈意见\n目  录\n一、主要问题……1\n二、意见建议……2\n某局党组：\n现反馈如下。\n" + body + "二、意见建议\n1.改。\n", frame{"关于巡察某局党组的反馈意见", "", "", "某局党组", ""}},
		"no title":                         {"市委巡察办：\n现将整改情况报告如下。\n" + body, frame{"", "", "", "市委巡察办", ""}},
	}
	for name, c := range cases {
		p, err := parseText(c.text)
		if err != nil {
			t.Fatal(err)
		}
		if got := (frame{p.Title, p.DocumentNumber, p.Issuer, p.Recipient, p.Date}); got != c.want {
			t.Errorf("%s: %+v\nwant %+v", name, got, c.want)
		}
	}
	if p, _ := parseText(cases["no title"].text); p.Kind != KindReport {
		t.Errorf("kind %s", p.Kind)
	}
}

func TestWarningsOfMarks(t *testing.T) {
	head := "关于巡察某局党组的反馈意见\n某局党组：\n"
	for text, want := range map[string]string{
		head + "一、主要问题\n1.甲\n（1）子\n3.乙\n":                       "mark.gap",
		head + "一、主要问题\n1.甲\n1.乙\n":                             "mark.repeated",
		head + "一、主要问题\n1.甲\n（一）乙\n（二）丙\n":                      "level.doubtful",
		"关于某事的说明\n没有条目的一段话。\n":                                  "outline.none",
		head + "一、主要问题\n1.甲\n2.乙\n某局\n2026年3月1日\n1.其他事项另行通知。\n": "text.after-end",
		head + "一、主要问题\n1.甲\n2.乙\n":                             "",
	} {
		p, err := parseText(text)
		if err != nil {
			t.Fatal(err)
		}
		var codes []string
		for _, w := range p.Warnings {
			codes = append(codes, w.Code)
			if strings.Contains(w.Message, "read.warning") {
				t.Errorf("no message for %s", w.Code)
			}
		}
		if got := strings.Join(codes, " "); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestPapersBeyondTheLimitsAreRefused(t *testing.T) {
	for code, c := range map[string]struct {
		text string
		opts Options
	}{
		"read.too-large.paragraphs": {strings.Repeat("一、甲\n", 9), Options{MaxParagraphs: 8}},
		"read.too-large.paragraph":  {strings.Repeat("甲", 9), Options{MaxParagraph: 8}},
		"read.too-large.text":       {strings.Repeat("甲", 9), Options{MaxPaper: 8}},
		"read.too-large.marks":      {strings.Repeat("一、甲\n", 9), Options{MaxMarks: 8}},
	} {
		if _, err := parseWith(c.text, c.opts); codeOf(err) != code {
			t.Errorf("%v, want %s", err, code)
		}
	}
}
