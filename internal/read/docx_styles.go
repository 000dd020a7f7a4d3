package read

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// style is what a paragraph style says about outline and numbering.
type style struct {
	name    string
	basedOn string
	outline int // 1 to 9, 0 none
	numID   string
	level   int
	// hasLevel tells that the style names the level of its list.
	hasLevel bool
	hidden   bool
	bold     bool
	def      bool // the style of paragraphs that name none
}

type styles map[string]*style

// readStyles reads the paragraph and character styles of a document.
func readStyles(a *archive, part string) (styles, error) {
	r, err := a.open(part)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	x := newXMLReader(r)
	all := styles{}
	err = x.root(func(e xml.StartElement) error {
		if e.Name.Local != "style" {
			return x.skip()
		}
		s := &style{def: attr(e, "default") == "1" && attr(e, "type") == "paragraph"}
		if id := attr(e, "styleId"); all[id] == nil {
			all[id] = s
		}
		return x.children(func(e xml.StartElement) error { return s.read(x, e) })
	})
	return all, err
}

func (s *style) read(x *xmlReader, e xml.StartElement) error {
	switch e.Name.Local {
	case "pPr", "rPr", "numPr":
		return x.children(func(e xml.StartElement) error { return s.read(x, e) })
	case "name":
		s.name = strings.ToLower(attr(e, "val"))
	case "basedOn":
		s.basedOn = attr(e, "val")
	case "outlineLvl":
		s.outline = outlineLevel(e)
	case "numId":
		s.numID = attr(e, "val")
	case "ilvl":
		s.level, s.hasLevel = smallNumber(attr(e, "val")), true
	case "vanish":
		s.hidden = isOn(e)
	case "b":
		s.bold = isOn(e)
	}
	return x.skip()
}

// outlineLevel reads w:outlineLvl, which counts from 0 and means body text at 9.
func outlineLevel(e xml.StartElement) int {
	if n := smallNumber(attr(e, "val")); n < 9 {
		return n + 1
	}
	return 0
}

// smallNumber reads a number from 0 to 99; everything else is 0.
func smallNumber(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || n > 99 {
		return 0
	}
	return n
}

// chain calls visit for a style and those it is based on, the nearest first,
// until visit says that it has enough.
func (all styles) chain(id string, visit func(id string, s *style) (enough bool)) {
	for range 20 {
		s := all[id]
		if s == nil || visit(id, s) {
			return
		}
		id = s.basedOn
	}
}

// defaultID is the style of a paragraph that names none.
func (all styles) defaultID() string {
	for id, s := range all {
		if s.def {
			return id
		}
	}
	return ""
}

// outline is the outline level that a style gives, 0 for none.
func (all styles) outline(id string) int {
	level := 0
	all.chain(id, func(_ string, s *style) bool { level = s.outline; return level > 0 })
	return level
}

// isTitle tells whether a style is that of a paper's title.
func (all styles) isTitle(id string) bool {
	s := all[id]
	return s != nil && (s.name == "title" || s.name == "标题")
}

// isContents tells whether a style belongs to a table of contents.
func (all styles) isContents(id string) bool {
	s := all[id]
	return s != nil && (strings.HasPrefix(s.name, "toc ") || s.name == "toc heading" || strings.HasPrefix(s.name, "目录"))
}

// isBold tells whether a character style is bold.
func (all styles) isBold(id string) bool {
	s := all[id]
	return s != nil && s.bold
}

func (all styles) isHidden(id string) bool {
	hidden := false
	all.chain(id, func(_ string, s *style) bool { hidden = s.hidden; return hidden })
	return hidden
}
