package gongwen

import "fmt"

const emuPerTwip = 635

// drawNS are the namespaces of a text box.
const drawNS = ` xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"` +
	` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"` +
	` xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"`

// textBox is a box without border at a fixed place of the page. Positions are
// wp:positionH and wp:positionV contents, sizes twips.
type textBox struct {
	id            int // apart from those of the other drawings of its part
	name          string
	fromH, fromV  string // what the position counts from: page or margin
	posH, posV    string
	width, height int
	direction     string // horz, or vert for text turned clockwise
	anchor        string // t or b: where the text stands in the box
	content       string
}

func (t textBox) xml() string {
	cx, cy := t.width*emuPerTwip, t.height*emuPerTwip
	return anchored{t.id, t.name, t.fromH, t.posH, t.fromV, t.posV, cx, cy, t.direction == "vert"}.around(fmt.Sprintf(
		`<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>%s<a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>`+
			`<wps:txbx><w:txbxContent>%s</w:txbxContent></wps:txbx>`+
			`<wps:bodyPr vert="%s" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="%s"><a:noAutofit/></wps:bodyPr></wps:wsp>`,
		rectangle(cx, cy), t.content, t.direction, t.anchor))
}

// bar is a filled red rectangle at a fixed place of the page, in twips: a line
// whose place and thickness do not hang on text.
type bar struct{ id, x, y, width, height int }

func (b bar) xml() string {
	cx, cy := b.width*emuPerTwip, b.height*emuPerTwip
	return anchored{b.id, fmt.Sprint("红线", b.id), "page", at(b.x), "page", at(b.y), cx, cy, false}.around(
		`<wps:wsp><wps:cNvSpPr/><wps:spPr>` + rectangle(cx, cy) + `<a:solidFill><a:srgbClr val="FF0000"/></a:solidFill><a:ln><a:noFill/></a:ln></wps:spPr>` +
			`<wps:bodyPr/></wps:wsp>`)
}

// anchored is a drawing at a fixed place of the page; the size is in EMU.
type anchored struct {
	id                       int
	name                     string
	fromH, posH, fromV, posV string
	cx, cy                   int
	beside                   bool // text stands beside it, as at a drawing in the margin, not over it
}

// wrapping is how text flows past the drawing. LibreOffice forgets the place of
// one in the foot of a short document unless text flows round it.
func (a anchored) wrapping() string {
	if a.beside {
		return `<wp:wrapSquare wrapText="bothSides"/>`
	}
	return "<wp:wrapNone/>"
}

// around writes the run that holds the drawing.
func (a anchored) around(shape string) string {
	return fmt.Sprintf(`<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="%[1]d" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">`+
		`<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="%[3]s">%[4]s</wp:positionH><wp:positionV relativeFrom="%[5]s">%[6]s</wp:positionV>`+
		`<wp:extent cx="%[7]d" cy="%[8]d"/><wp:effectExtent l="0" t="0" r="0" b="0"/>%[9]s<wp:docPr id="%[1]d" name="%[2]s"/><wp:cNvGraphicFramePr/>`+
		`<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">`, a.id, a.name, a.fromH, a.posH, a.fromV, a.posV, a.cx, a.cy, a.wrapping()) +
		shape + `</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>`
}

func rectangle(cx, cy int) string {
	return fmt.Sprintf(`<a:xfrm><a:off x="0" y="0"/><a:ext cx="%d" cy="%d"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>`, cx, cy)
}

// at is a position at a distance in twips, stuck one at an edge or in the middle.
func at(twips int) string { return fmt.Sprintf("<wp:posOffset>%d</wp:posOffset>", twips*emuPerTwip) }

func stuck(side string) string { return "<wp:align>" + side + "</wp:align>" }
