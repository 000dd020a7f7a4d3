package read

import (
	"encoding/xml"
	"strconv"
)

// levels of a list definition in Word.
const listLevels = 9

// listLevel is how one level of a list is numbered.
type listLevel struct {
	start   int
	format  string // w:numFmt
	text    string // with %1 … %9
	restart int    // -1 the default; 0 never; n after level n (from 1)
	legal   bool   // all numbers Arabic
	style   string // paragraph style that is tied to the level
}

// listDef is an abstract numbering definition.
type listDef struct {
	levels [listLevels]listLevel
	link   string // the numbering style that defines it instead
	linked string // the numbering style that this one defines
}

// listUse is a numbering instance: a definition with changes of its own.
type listUse struct {
	def    string
	starts map[int]int       // level → number to restart from
	levels map[int]listLevel // level → definition that replaces the general one
}

// numbering holds the definitions, and counts as the document goes on.
type numbering struct {
	defs     map[string]*listDef
	uses     map[string]*listUse
	counters map[string]*counter
	begun    map[string]bool // instance and level whose restart has been done
}

// readNumbering reads the numbering definitions of a document.
func readNumbering(a *archive, part string) (*numbering, error) {
	n := &numbering{
		defs: map[string]*listDef{}, uses: map[string]*listUse{},
		counters: map[string]*counter{}, begun: map[string]bool{},
	}
	r, err := a.open(part)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	x := newXMLReader(r)
	err = x.root(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "abstractNum":
			return n.readDef(x, attr(e, "abstractNumId"))
		case "num":
			return n.readUse(x, attr(e, "numId"))
		}
		return x.skip()
	})
	return n, err
}

func (n *numbering) readDef(x *xmlReader, id string) error {
	def := &listDef{}
	for i := range def.levels {
		def.levels[i] = listLevel{start: 1, restart: -1}
	}
	n.defs[id] = def
	return x.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "numStyleLink":
			def.link = attr(e, "val")
		case "styleLink":
			def.linked = attr(e, "val")
		case "lvl":
			if i := smallNumber(attr(e, "ilvl")); i < listLevels {
				level, err := readLevel(x)
				def.levels[i] = level
				return err
			}
		}
		return x.skip()
	})
}

func readLevel(x *xmlReader) (listLevel, error) {
	level := listLevel{start: 1, restart: -1}
	err := x.children(func(e xml.StartElement) error {
		val := attr(e, "val")
		switch e.Name.Local {
		case "start":
			level.start = listStart(val)
		case "numFmt":
			level.format = val
		case "lvlText":
			level.text = val
		case "lvlRestart":
			level.restart = smallNumber(val)
		case "isLgl":
			level.legal = isOn(e)
		case "pStyle":
			level.style = val
		case "AlternateContent", "Choice":
			return x.children(func(e xml.StartElement) error {
				if e.Name.Local == "numFmt" {
					level.format = attr(e, "val")
				}
				return x.skip()
			})
		}
		return x.skip()
	})
	return level, err
}

// listStart reads a start number; 1 where it makes no sense.
func listStart(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || n > 30_000 {
		return 1
	}
	return n
}

func (n *numbering) readUse(x *xmlReader, id string) error {
	use := &listUse{starts: map[int]int{}, levels: map[int]listLevel{}}
	n.uses[id] = use
	return x.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "abstractNumId":
			use.def = attr(e, "val")
		case "lvlOverride":
			at := smallNumber(attr(e, "ilvl"))
			return x.children(func(e xml.StartElement) error {
				switch e.Name.Local {
				case "startOverride":
					use.starts[at] = listStart(attr(e, "val"))
				case "lvl":
					level, err := readLevel(x)
					use.levels[at] = level
					return err
				}
				return x.skip()
			})
		}
		return x.skip()
	})
}

// definition follows the link of a numbering style to the definition that holds
// the levels; nil when the instance is unknown.
func (n *numbering) definition(use *listUse, st styles) (string, *listDef) {
	id := use.def
	for range 8 {
		def := n.defs[id]
		if def == nil || def.link == "" {
			return id, def
		}
		s := st[def.link]
		if s == nil || n.uses[s.numID] == nil || n.uses[s.numID].def == id {
			return id, def
		}
		id = n.uses[s.numID].def
	}
	return id, nil
}
