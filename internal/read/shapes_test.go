package read

import (
	"slices"
	"testing"
)

func TestQuotedTextKeepsItsOwnNumbering(t *testing.T) {
	p := mustParse(t, "a.txt", []byte("关于巡察某局党组的反馈意见\n一、主要问题\n1.抄袭文件。原文如下：\n“一、指导思想\n坚持。\n二、任务”\n2.学习少\n二、意见建议\n"))
	want := "section 一、 主要问题\n  problem 1. 抄袭文件\n  problem 2. 学习少\nsection 二、 意见建议\n"
	if got := sketch(p); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if n := p.Nodes[0].Children[0]; n.Text != "原文如下：\n“一、指导思想\n坚持。\n二、任务”" {
		t.Errorf("the quotation is %q", n.Text)
	}
}

func TestSequenceWarnings(t *testing.T) {
	cases := map[string][]string{
		"1.甲\n2.乙\n4.丁\n":             {"mark.gap"},
		"1.甲\n1.乙\n2.丙\n":             {"mark.repeated"},
		"（一）甲\n1.子\n2.丑\n（二）乙\n3.寅\n": nil,
		"（一）甲\n1.子\n2.丑\n（二）乙\n1.寅\n": nil,
	}
	for text, want := range cases {
		p := mustParse(t, "a.txt", []byte("关于巡察某局党组的反馈意见\n一、主要问题\n"+text))
		var codes []string
		for _, w := range p.Warnings {
			codes = append(codes, w.Code)
		}
		if !slices.Equal(codes, want) {
			t.Errorf("%q: %v, want %v", text, codes, want)
		}
	}
}

func TestHeadingsByStyleAlone(t *testing.T) {
	styles := `<w:styles ` + wordNS + `>` +
		`<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style></w:styles>`
	styled := func(style, text string) string {
		return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>` + wrun(text) + `</w:p>`
	}
	p := mustParse(t, "a.docx", docxOf(t, styled("1", "关于巡察某局党组的反馈意见")+para("某局党组：")+styled("1", "总体评价")+para("总体好。")+
		styled("1", "主要问题")+styled("2", "学习少")+para("全年三次。")+styled("2", "督办弱"), "word/styles.xml", styles))
	want := "section  总体评价\nsection  主要问题\n  problem  学习少\n  problem  督办弱\n"
	if got := sketch(p); got != want || p.Title != "关于巡察某局党组的反馈意见" {
		t.Errorf("%q\n%s", p.Title, got)
	}
}

func TestHeadAndEndOfAPaper(t *testing.T) {
	text := `中共江州市委办公室文件
江巡办〔2026〕12号    签发人：王五

市委第五巡察组关于巡察市教育局党组的
反馈意见
（2026年4月2日）

市教育局党组：
　　根据江巡发〔2025〕3号文件要求，共反馈1大类1个方面两个问题，提出意见建议2条，移交立行立改事项1个。
目录
一、总体情况……………1
二、主要问题……………2

一、总体情况
　　总体是好的。
二、主要问题
（一）政治建设方面
1.学习方面
（1）学习不够
（2）传达不够
三、立行立改事项
1.清退超标费用
四、意见建议
1.一是加强学习；二是加强督导。
2.从严管理。
以上意见，请认真研究。
附件：1.问题线索清单
      2.名词解释
　　　　　　　　中共江州市委第五巡察组
　　　　　　　　二〇二六年四月二日
抄送：市纪委
`
	p := mustParse(t, "a.txt", []byte(text))
	for name, c := range map[string][2]string{
		"title":     {p.Title, "市委第五巡察组关于巡察市教育局党组的反馈意见"},
		"number":    {p.DocumentNumber, "江巡办〔2026〕12号"},
		"issuer":    {p.Issuer, "中共江州市委第五巡察组"},
		"recipient": {p.Recipient, "市教育局党组"},
		"date":      {p.Date, "2026-04-02"},
		"closing":   {p.Nodes[3].Text, "以上意见，请认真研究。\n附件：1.问题线索清单\n2.名词解释"},
	} {
		if c[0] != c[1] {
			t.Errorf("%s: %q, want %q", name, c[0], c[1])
		}
	}
	want := []Count{{"大类", 1}, {"方面", 1}, {"问题", 2}, {"意见建议", 2}, {"立行立改事项", 1}}
	if !slices.Equal(p.Counted, want) || len(p.Warnings) != 0 {
		t.Errorf("counted %v, warnings %v", p.Counted, p.Warnings)
	}
}

func TestStatedTotals(t *testing.T) {
	cases := map[string][]Count{
		"反馈了4个方面12项35个具体问题":                 {{"方面", 4}, {"项", 12}, {"问题", 35}},
		"共反馈4大类16个方面22个问题":                  {{"大类", 4}, {"方面", 16}, {"问题", 22}},
		"提出了3个方面12项具体问题":                    {{"方面", 3}, {"问题", 12}},
		"巡察发现问题共23项":                        {{"问题", 23}},
		"反馈问题共计十五个，提出意见建议5条":                {{"问题", 15}, {"意见建议", 5}},
		"发现十五个问题，移交立行立改事项3个":                {{"问题", 15}, {"立行立改事项", 3}},
		"反馈的14个问题，已完成整改12个问题":               {{"问题", 14}},
		"提出了*个方面*项具体问题":                     nil,
		"贯彻中央八项规定精神，从3个方面抓整改":               nil,
		"将反馈的14个问题中的六个问题通报如下":               {{"问题", 6}},
		"第一个问题是学习少":                         nil,
		"针对反馈的2个方面3项4个具体问题，制定整改措施7条":        {{"方面", 2}, {"项", 3}, {"问题", 4}, {"措施", 7}},
		"坚定“四个自信”，做到“两个维护”，建立“三个清单”，开展三项活动": nil,
	}
	for text, want := range cases {
		var got []Count
		for _, s := range statedTotals([]string{text}) {
			got = append(got, Count{s.Unit, s.Count})
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", text, got, want)
		}
	}
}
