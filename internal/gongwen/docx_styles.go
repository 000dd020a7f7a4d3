package gongwen

import (
	"fmt"
	"strings"
)

// Style ids of the paragraphs.
const (
	styleTitle  = "Title"
	styleFlush  = "Flush"
	styleTable  = "TableText"
	styleFooter = "Footer"
	styleRed    = "RedHead"
	styleSmall  = "Imprint"
)

// styleFaces are the typefaces that the styles set; others are 仿宋.
var styleFaces = map[string]face{
	styleTitle: faceTitle, styleRed: faceTitle, styleFooter: faceSong,
	"Heading1": faceHei, "Heading2": faceKai,
}

// headingStyle is Word's own style of a level, so that its outline works.
func headingStyle(level int) string { return fmt.Sprintf("Heading%d", level) }

// paragraphStyle is one entry of styles.xml; props and size may be empty.
type paragraphStyle struct {
	id, name, props string
	size            int
}

func paragraphStyles() []paragraphStyle {
	flush := indent{}.props()
	list := []paragraphStyle{
		{styleTitle, "Title", flush + `<w:jc w:val="center"/>`, sizeTitle},
		{styleRed, "红头", `<w:snapToGrid w:val="0"/>` + flush + `<w:jc w:val="center"/>`, 0},
		{styleFlush, "顶格", flush, 0},
		{styleTable, "表文",
			`<w:snapToGrid w:val="0"/><w:spacing w:line="240" w:lineRule="auto"/>` + flush + `<w:jc w:val="left"/>`, sizeTable},
		{styleSmall, "版记", `<w:snapToGrid w:val="0"/>` + flush, sizeSmall},
		{styleFooter, "footer", fmt.Sprintf(`<w:snapToGrid w:val="0"/><w:spacing w:line="%d" w:lineRule="exact"/>`, footerLine) + flush, sizeSmall},
	}
	for level := 1; level <= 4; level++ {
		list = append(list, paragraphStyle{headingStyle(level), fmt.Sprintf("heading %d", level),
			fmt.Sprintf(`<w:outlineLvl w:val="%d"/>`, level-1), 0})
	}
	return list
}

// styles writes word/styles.xml. The Normal style is the text of a paper: 3号
// 仿宋 on exact lines of the grid, justified, first line indented by two.
func (w *writer) styles() {
	w.put(xmlHead, `<w:styles xmlns:w="`, nsMain, `"><w:docDefaults><w:rPrDefault><w:rPr>`,
		fontSlots(w.fonts.Latin, w.fonts.Body.Name),
		bodySpacing, `<w:kern w:val="0"/>`, sizeProps(sizeBody),
		`<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>`,
		`<w:pPrDefault/></w:docDefaults>`)
	w.put(`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr>`,
		`<w:widowControl w:val="0"/><w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>`,
		fmt.Sprintf(`<w:spacing w:before="0" w:after="0" w:line="%d" w:lineRule="exact"/>`, linePitch),
		fmt.Sprintf(`<w:ind w:firstLineChars="200" w:firstLine="%d"/>`, chars(200)), `<w:jc w:val="both"/></w:pPr><w:rPr>`,
		sizeProps(sizeBody), `</w:rPr></w:style>`,
		`<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>`,
		`<w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>`)
	for _, s := range paragraphStyles() {
		w.put(w.paragraphStyle(s))
	}
	w.put("</w:styles>")
}

func (w *writer) paragraphStyle(s paragraphStyle) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<w:style w:type="paragraph" w:styleId="%s"><w:name w:val="%s"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>%s</w:pPr><w:rPr>`,
		s.id, s.name, s.props)
	if f, ok := styleFaces[s.id]; ok {
		b.WriteString(fontSlots(w.latin(f), w.fonts.of(f).Name))
	}
	if s.size != 0 {
		b.WriteString(sizeProps(s.size))
	}
	return b.String() + "</w:rPr></w:style>"
}
