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
	return fmt.Sprintf(`<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">`+
		`<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="%s">%s</wp:positionH><wp:positionV relativeFrom="%s">%s</wp:positionV>`+
		`<wp:extent cx="%d" cy="%d"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/><wp:docPr id="1" name="%s"/><wp:cNvGraphicFramePr/>`,
		t.fromH, t.posH, t.fromV, t.posV, cx, cy, t.name) +
		fmt.Sprintf(`<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>`+
			`<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%d" cy="%d"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>`+
			`<wps:txbx><w:txbxContent>%s</w:txbxContent></wps:txbx>`+
			`<wps:bodyPr vert="%s" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="%s"><a:noAutofit/></wps:bodyPr></wps:wsp></a:graphicData></a:graphic>`+
			`</wp:anchor></w:drawing></w:r>`, cx, cy, t.content, t.direction, t.anchor)
}

// at is a position at a distance in twips, stuck one at an edge or in the middle.
func at(twips int) string { return fmt.Sprintf("<wp:posOffset>%d</wp:posOffset>", twips*emuPerTwip) }

func stuck(side string) string { return "<wp:align>" + side + "</wp:align>" }
