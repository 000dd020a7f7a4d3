package read

import (
	"strings"
	"testing"
)

func TestDocxPrintsAutomaticMarks(t *testing.T) {
	data := docxOf(t,
		para("关于巡察市水利局党组的反馈意见")+
			listed(1, 0, "总体评价")+listed(1, 0, "主要问题")+
			listed(1, 1, "政治建设")+listed(1, 2, "学习不深入。全年三次。")+listed(1, 3, "无计划")+listed(1, 3, "无记录")+
			listed(1, 2, "督办不力")+listed(1, 1, "作风建设")+listed(1, 2, "会风不实")+listed(1, 0, "意见建议")+listed(1, 1, "抓学习"),
		"word/numbering.xml", numberingPart(usualList))
	p := mustParse(t, "f.docx", data)
	want := `section 一、 总体评价
section 二、 主要问题
  aspect （一） 政治建设
    item 1. 学习不深入
      problem （1） 无计划
      problem （2） 无记录
    item 2. 督办不力
  aspect （二） 作风建设
    item 1. 会风不实
section 三、 意见建议
  recommendation （一） 抓学习
`
	if got := sketch(p); got != want {
		t.Errorf("tree:\n%swant:\n%s", got, want)
	}
}

func TestDocxNumberingRestartsAndRunsOn(t *testing.T) {
	numbering := strings.Replace(numberingPart(
		lvl(0, "chineseCounting", "%1、", "")+lvl(1, "decimal", "%2.", `<w:lvlRestart w:val="0"/>`)),
		`</w:numbering>`, `<w:num w:numId="7"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>`, 1)
	data := docxOf(t, listed(1, 0, "甲")+listed(1, 1, "子")+listed(1, 1, "丑")+listed(1, 0, "乙")+listed(1, 1, "寅")+
		listed(7, 1, "卯")+listed(7, 1, "辰"), "word/numbering.xml", numbering)
	if got, want := textOf(t, data), "一、甲\n1.子\n2.丑\n二、乙\n3.寅\n1.卯\n2.辰"; got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestDocxStylesCarryNumbering(t *testing.T) {
	styles := `<w:styles ` + wordNS + `><w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:basedOn w:val="H1"/></w:style></w:styles>`
	numbering := numberingPart(lvl(0, "chineseCounting", "%1、", `<w:pStyle w:val="H1"/>`) + lvl(1, "decimal", "%1.%2", `<w:isLgl/><w:pStyle w:val="H2"/>`))
	styled := func(style, text string) string {
		return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>` + wrun(text) + `</w:p>`
	}
	data := docxOf(t, styled("H1", "甲")+styled("H1", "乙")+styled("H2", "丙"), "word/styles.xml", styles, "word/numbering.xml", numbering)
	if got, want := textOf(t, data), "一、甲\n二、乙\n2.1丙"; got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestDocxTakesTextAsItReads(t *testing.T) {
	cases := map[string][2]string{
		"split runs":          {`<w:p>` + wrun("一、总") + wrun("体评价") + `</w:p>`, "一、总体评价"},
		"tracked changes":     {`<w:p>` + wrun("学习") + `<w:ins>` + wrun("不深入") + `</w:ins><w:del><w:r><w:delText>不认真</w:delText></w:r></w:del></w:p>`, "学习不深入"},
		"deleted end mark":    {`<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>` + wrun("学习") + `</w:p>` + para("不深入"), "学习不深入"},
		"hidden text":         {`<w:p>` + wrun("学习") + `<w:r><w:rPr><w:vanish/></w:rPr><w:t>批注</w:t></w:r></w:p>`, "学习"},
		"soft break, new":     {`<w:p>` + wrun("（一）学习不深入") + `<w:r><w:br/></w:r>` + wrun("1.计划缺失") + `</w:p>`, "（一）学习不深入\n1.计划缺失"},
		"soft break, cut":     {`<w:p>` + wrun("存在问题：一") + `<w:r><w:br/></w:r>` + wrun("是学习少；二是记录缺。") + `</w:p>`, "存在问题：一是学习少；二是记录缺。"},
		"page break, cut":     {`<w:p>` + wrun("学习计划") + `<w:r><w:br w:type="page"/></w:r>` + wrun("没有制定") + `</w:p>`, "学习计划没有制定"},
		"page field":          {`<w:p>` + wrun("正文") + `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>` + wrun("3") + `<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`, "正文"},
		"link field":          {`<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "x" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>` + wrun("《办法》") + `<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`, "《办法》"},
		"text box, once":      {`<w:p>` + wrun("标题") + `<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>` + para("框内") + `</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>` + para("框内") + `</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`, "标题\n框内"},
		"footnote reference":  {`<w:p>` + wrun("正文") + `<w:r><w:footnoteReference w:id="1"/></w:r></w:p>`, "正文"},
		"content control":     {`<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>` + para("控件") + `</w:sdtContent></w:sdt>`, "控件"},
		"contents":            {`<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \o </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>` + wrun("一、甲") + `</w:p><w:p>` + wrun("二、乙") + `<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>` + para("一、甲"), "一、甲"},
		"layout table":        {`<w:tbl><w:tr><w:tc>` + para("一、甲") + para("乙") + `</w:tc><w:tc>` + para("丙") + `</w:tc></w:tr></w:tbl>`, "一、甲\n乙\n丙"},
		"table of data":       {`<w:tbl><w:tr><w:tc>` + para("姓名") + `</w:tc><w:tc>` + para("职务") + `</w:tc></w:tr><w:tr><w:tc>` + para("甲") + `</w:tc><w:tc>` + para("乙") + `</w:tc></w:tr></w:tbl>`, "姓名\t职务\n甲\t乙"},
		"empty numbered para": {`<w:p/>` + para("正文"), "正文"},
	}
	for name, c := range cases {
		if got := textOf(t, docxOf(t, c[0])); got != c[1] {
			t.Errorf("%s: got %q, want %q", name, got, c[1])
		}
	}
}

func TestDocxLedgerTable(t *testing.T) {
	row := func(cells ...string) string {
		var b strings.Builder
		for _, c := range cells {
			props, text, merged := "", c, false
			if text, merged = strings.CutPrefix(c, "^"); merged {
				props = `<w:tcPr><w:vMerge/></w:tcPr>`
			} else if text, merged = strings.CutPrefix(c, "v"); merged {
				props = `<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>`
			}
			b.WriteString(`<w:tc>` + props + para(text) + `</w:tc>`)
		}
		return `<w:tr>` + b.String() + `</w:tr>`
	}
	table := `<w:tbl>` + row("序号", "方面", "反馈问题", "整改措施", "责任领导") + row("1", "v政治建设", "学习少", "订计划", "张三") +
		row("2", "^", "督办弱", "建台账", "李四") + `</w:tbl>`
	alone := mustParse(t, "台账.docx", docxOf(t, para("市水利局巡察整改台账")+table))
	want := "aspect  政治建设\n  problem 1 学习少 [订计划]\n  problem 2 督办弱 [建台账]\n"
	if got := measuresSketch(alone); alone.Kind != KindLedger || got != want || alone.Title != "市水利局巡察整改台账" {
		t.Errorf("%s %q:\n%s", alone.Kind, alone.Title, got)
	}
	inside := mustParse(t, "方案.docx", docxOf(t, para("市水利局党组巡察整改方案")+para("一、总体要求")+para("坚持问题导向。")+para("二、整改任务")+table+para("三、工作要求")))
	want = "section 一、 总体要求\nsection 二、 整改任务\n  aspect  政治建设\n    problem 1 学习少 [订计划]\n    problem 2 督办弱 [建台账]\nsection 三、 工作要求\n"
	if got := measuresSketch(inside); inside.Kind != KindPlan || got != want {
		t.Errorf("%s:\n%s", inside.Kind, got)
	}
}
