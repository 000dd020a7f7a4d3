package read

import "testing"

func TestDocxPrintsEveryKindOfNumber(t *testing.T) {
	part := numberingPart(lvl(0, "chineseCounting", "%1、", "") + lvl(1, "ideographTraditional", "%2、", "") +
		lvl(2, "decimalFullWidth", "%3．", "") + lvl(3, "decimalEnclosedCircleChinese", "%4", "") + lvl(4, "upperRoman", "%5.", ""))
	body := listed(1, 0, "总体") + listed(1, 0, "主要问题") + listed(1, 1, "甲类") + listed(1, 2, "2025年学习少") + listed(1, 2, "5万元超支") +
		listed(1, 3, "少") + listed(1, 4, "记录") + listed(1, 4, "考勤") + listed(1, 3, "慢") + listed(1, 1, "乙类")
	p := mustParse(t, "f.docx", docxOf(t, para("关于巡察某局党组的反馈意见")+body, "word/numbering.xml", part))
	want := `section 一、 总体
section 二、 主要问题
  aspect 甲、 甲类
    item １． 2025年学习少
    item ２． 5万元超支
      problem ① 少
        section I. 记录
        section II. 考勤
      problem ② 慢
  aspect 乙、 乙类
`
	if got := sketch(p); got != want || len(p.Warnings) != 0 {
		t.Errorf("%s%v", got, p.Warnings)
	}
}

func TestDocxStylesNameTheLevelOfTheirList(t *testing.T) {
	styles := `<w:styles ` + wordNS + `><w:style w:type="paragraph" w:styleId="a1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="a2"><w:name w:val="heading 2"/><w:basedOn w:val="a1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="plain"/><w:basedOn w:val="a2"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style></w:styles>`
	styled := func(style, text string) string {
		return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>` + wrun(text) + `</w:p>`
	}
	part := numberingPart(lvl(0, "chineseCounting", "%1、", "") + lvl(1, "chineseCounting", "（%2）", ""))
	data := docxOf(t, styled("a1", "甲")+styled("a2", "乙")+styled("a3", "丙")+styled("a2", "丁")+styled("a1", "戊")+listed(9, 0, "己"),
		"word/styles.xml", styles, "word/numbering.xml", part)
	if got, want := textOf(t, data), "一、甲\n（一）乙\n丙\n（二）丁\n二、戊\n己"; got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	warnings := mustParse(t, "f.docx", data).Warnings
	if len(warnings) != 1 || warnings[0].Code != "numbering.unresolved" || warnings[0].Source.Paragraph != 6 {
		t.Errorf("%v", warnings)
	}
}

func TestDocxTakesHiddenMarksCodeAndSymbolsAsTheyPrint(t *testing.T) {
	char := func(kind string) string { return `<w:r><w:fldChar w:fldCharType="` + kind + `"/></w:r>` }
	hiddenEnd := `<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>`
	cases := map[string][2]string{
		"hidden end mark":  {`<w:p>` + hiddenEnd + wrun("（一）学习") + `</w:p>` + para("不深入"), "（一）学习不深入"},
		"hidden paragraph": {para("甲") + `<w:p>` + hiddenEnd + `<w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r></w:p>` + para("乙"), "甲\n乙"},
		"code of a field": {`<w:p>` + char("begin") + `<w:r><w:instrText>IF </w:instrText></w:r>` + char("begin") + `<w:r><w:instrText>MERGEFIELD x</w:instrText></w:r>` +
			char("separate") + wrun("内") + char("end") + `<w:r><w:instrText>=1</w:instrText></w:r>` + char("separate") + wrun("外") + char("end") + `</w:p>`, "外"},
		"field without end": {`<w:p>` + char("begin") + wrun("码") + `</w:p>` + para("乙"), "乙"},
		"symbols":           {`<w:p><w:r><w:sym w:font="Wingdings" w:char="F081"/></w:r>` + wrun("学习") + `<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:noBreakHyphen/></w:r></w:p>`, "①学习☑-"},
		"last end deleted":  {para("甲") + `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>` + wrun("乙") + `</w:p>`, "甲\n乙"},
		"moved":             {`<w:p><w:pPr><w:rPr><w:moveFrom/></w:rPr></w:pPr><w:moveFrom>` + wrun("甲") + `</w:moveFrom></w:p>` + para("乙") + `<w:p><w:moveTo>` + wrun("甲") + `</w:moveTo></w:p>`, "乙\n甲"},
		"ruby":              {`<w:p><w:r><w:ruby><w:rt>` + wrun("zhèn") + `</w:rt><w:rubyBase>` + wrun("镇") + `</w:rubyBase></w:ruby></w:r>` + wrun("府") + `</w:p>`, "镇府"},
	}
	for name, c := range cases {
		if got := textOf(t, docxOf(t, c[0])); got != c[1] {
			t.Errorf("%s: got %q, want %q", name, got, c[1])
		}
	}
}
