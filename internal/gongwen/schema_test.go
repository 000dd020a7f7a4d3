package gongwen

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
)

// content is what ECMA-376 lets stand inside an element, in the order in which
// it has to stand there; only what is named may. A word behind “|” may stand at
// the same place as the one before it. An element that is not listed is empty
// or text.
var content = map[string]string{
	"document": "body", "body": "p|tbl sectPr", "ftr": "p|tbl",
	"p": "pPr r|fldSimple", "fldSimple": "r", "r": "rPr t|tab|br|drawing",
	"pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku " +
		"wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents " +
		"suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr",
	"pBdr": "top left bottom right between bar", "tabs": "tab",
	"rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing " +
		"w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang",
	"sectPr": "headerReference|footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign " +
		"noEndnote titlePg textDirection bidi rtlGutter docGrid",
	"tbl":     "tblPr tblGrid tr",
	"tblPr":   "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook",
	"tblGrid": "gridCol", "tblBorders": "top left bottom right insideH insideV", "tblCellMar": "top left bottom right",
	"tr": "tblPrEx trPr tc", "trPr": "cantSplit|trHeight|tblHeader|jc|hidden",
	"tc": "tcPr p|tbl", "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
	"styles": "docDefaults latentStyles style", "docDefaults": "rPrDefault pPrDefault", "rPrDefault": "rPr", "pPrDefault": "pPr",
	"style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked pPr rPr tblPr trPr tcPr",
	"fonts": "font", "font": "altName panose1 charset family notTrueType pitch sig",
	"settings": "zoom evenAndOddHeaders drawingGridHorizontalSpacing drawingGridVerticalSpacing characterSpacingControl compat",
	"compat": "balanceSingleByteDoubleByteWidth noExtraLineSpacing doNotLeaveBackslashAlone ulTrailSpace doNotExpandShiftReturn " +
		"adjustLineHeightInTable autoSpaceLikeWord95 useFELayout compatSetting",
	"drawing": "inline|anchor", "inline": "extent effectExtent docPr cNvGraphicFramePr graphic",
	"pic": "nvPicPr blipFill spPr", "nvPicPr": "cNvPr cNvPicPr", "blipFill": "blip srcRect tile|stretch", "stretch": "fillRect",
	"anchor":  "simplePos positionH positionV extent effectExtent wrapNone|wrapSquare docPr cNvGraphicFramePr graphic",
	"graphic": "graphicData", "graphicData": "wsp|pic", "wsp": "cNvPr cNvSpPr spPr style txbx bodyPr", "txbx": "txbxContent", "txbxContent": "p|tbl",
	"spPr": "xfrm prstGeom noFill|solidFill ln", "xfrm": "off ext", "prstGeom": "avLst", "ln": "noFill", "solidFill": "srgbClr", "bodyPr": "noAutofit",
	"positionH": "align|posOffset", "positionV": "align|posOffset",
}

// needed is what an element must have.
var needed = map[string][]string{"tc": {"p"}, "tbl": {"tblPr", "tblGrid"}, "tr": {"tc"}, "body": {"sectPr"}, "sectPr": {"pgSz", "pgMar"},
	"style": {"name"}, "anchor": {"simplePos", "positionH", "positionV", "extent", "docPr", "graphic"}, "wsp": {"spPr", "bodyPr"}, "txbxContent": {"p"}}

// checkContent fails for an element at a place where the schema has none of its kind.
func checkContent(part string) error {
	type open struct {
		name  string
		place int
		had   []string
	}
	var path []*open
	ids := map[string]bool{}
	d := xml.NewDecoder(strings.NewReader(part))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch e := token.(type) {
		case xml.StartElement:
			name := e.Name.Local
			if len(path) > 0 {
				up := path[len(path)-1]
				place := placeOf(up.name, name)
				if place < up.place {
					return fmt.Errorf("%s stands in %s behind %v", name, up.name, up.had)
				}
				if place == len(strings.Fields(content[up.name])) {
					return fmt.Errorf("%s may not stand in %s", name, up.name)
				}
				up.place, up.had = place, append(up.had, name)
			}
			if name == "docPr" {
				for _, a := range e.Attr {
					if a.Name.Local == "id" && ids[a.Value] {
						return fmt.Errorf("two drawings have the id %s", a.Value)
					}
					if a.Name.Local == "id" {
						ids[a.Value] = true
					}
				}
			}
			path = append(path, &open{name: name})
		case xml.EndElement:
			last := path[len(path)-1]
			for _, n := range needed[last.name] {
				if !slices.Contains(last.had, n) {
					return fmt.Errorf("%s has no %s", last.name, n)
				}
			}
			if (last.name == "tc" || last.name == "txbxContent") && last.had[len(last.had)-1] != "p" {
				return fmt.Errorf("%s does not end in a paragraph", last.name)
			}
			path = path[:len(path)-1]
		}
	}
}

// placeOf is where an element stands inside another; behind all where it may not.
func placeOf(in, name string) int {
	places := strings.Fields(content[in])
	for n, place := range places {
		if slices.Contains(strings.Split(place, "|"), name) {
			return n
		}
	}
	return len(places)
}

// pictured is a table that is cut apart, with pictures in a line of text and alone.
func pictured() *Document {
	p := Run{Text: "扫码", Picture: &Picture{PNG: []byte("png"), Millimetres: 24, Words: "二维码"}}
	return &Document{Blocks: []Block{Table{Cut: true, Rows: []Row{{C(p, Text("填写")), C(Run{Picture: p.Picture})}}}}}
}

// TestEveryPartFollowsTheSchema holds the parts of all sample papers against
// the order that ECMA-376 gives: an office program refuses a file, or repairs
// it, where it is not kept.
func TestEveryPartFollowsTheSchema(t *testing.T) {
	for name, d := range map[string]*Document{"upward": upwardReport(), "plain": plainReport(), "downward": downwardNotice(),
		"letter": letter(), "minutes": minutes(), "edge": onEdge(3), "pictures": pictured()} {
		for file, part := range unpack(t, d) {
			if !strings.HasPrefix(file, "word/") || strings.HasSuffix(file, ".png") || strings.Contains(file, "_rels") {
				continue
			}
			if err := checkContent(part); err != nil {
				t.Errorf("%s: %s: %v", name, file, err)
			}
		}
	}
}

// TestTheSchemaIsHeld breaks the order in ways that an office program minds.
func TestTheSchemaIsHeld(t *testing.T) {
	part := unpack(t, upwardReport())["word/document.xml"]
	for _, c := range [][2]string{
		{`<w:keepNext/>`, `<w:jc w:val="left"/><w:keepNext/>`},
		{`<w:tblGrid>`, `<w:tr></w:tr><w:tblGrid>`},
		{`</w:tcPr>`, `</w:tcPr><w:sectPr></w:sectPr>`},
		{`<w:type w:val="nextPage"/>`, `<w:titlePg/><w:type w:val="nextPage"/>`},
		{`<w:b/>`, `<w:sz w:val="32"/><w:b/>`},
	} {
		broken := strings.Replace(part, c[0], c[1], 1)
		if broken == part {
			t.Fatalf("the paper has no %s", c[0])
		}
		if checkContent(broken) == nil {
			t.Errorf("%s in place of %s is not noticed", c[1], c[0])
		}
	}
}
