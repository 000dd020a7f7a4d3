package read

import (
	"encoding/xml"
	"path"
	"strings"
	"time"
)

// workbook reads a spreadsheet in one pass over each of its parts, and never
// holds more of it than the text of its cells.
type workbook struct {
	a       *archive
	strings []string
	formats []cellFormat // by the index of a cell's style
	sheets  []sheetPart
	day0    time.Time // the day that serial number 0 stands for

	runesLeft, maxRunes int
	cellsLeft, maxCells int
	rowsLeft            int
}

type sheetPart struct {
	name, part string
	hidden     bool
}

// readXlsx gives the visible sheets of a workbook.
func readXlsx(a *archive, opts Options) ([]*grid, error) {
	w := &workbook{
		a: a, day0: time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC), runesLeft: opts.MaxRunes, maxRunes: opts.MaxRunes,
		cellsLeft: opts.MaxCells, maxCells: opts.MaxCells, rowsLeft: 4 * opts.MaxCells,
	}
	for _, step := range []func() error{w.readSheets, w.readStrings, w.readFormats} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	var grids []*grid
	var warnings []Warning
	for _, s := range w.sheets {
		if s.hidden {
			warnings = append(warnings, warn(Source{Sheet: s.name}, "ledger.hidden-sheet", s.name))
			continue
		}
		g, err := w.readSheet(s)
		if err != nil {
			return nil, err
		}
		if len(g.rows) > 0 {
			grids = append(grids, g)
		}
	}
	if len(grids) > 0 {
		grids[0].warnings = append(warnings, grids[0].warnings...)
	}
	return grids, nil
}

// readSheets reads the list of sheets and where their parts are.
func (w *workbook) readSheets() error {
	targets, err := w.relations("xl/_rels/workbook.xml.rels")
	if err != nil {
		return err
	}
	return w.part("xl/workbook.xml", func(x *xmlReader, e xml.StartElement) error {
		if e.Name.Local == "workbookPr" && (attr(e, "date1904") == "1" || attr(e, "date1904") == "true") {
			w.day0 = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
		}
		if e.Name.Local != "sheets" {
			return x.skip()
		}
		return x.children(func(e xml.StartElement) error {
			s := sheetPart{name: attr(e, "name"), part: targets[relationID(e)], hidden: attr(e, "state") != "" && attr(e, "state") != "visible"}
			if w.a.has(s.part) {
				w.sheets = append(w.sheets, s)
			}
			return x.skip()
		})
	})
}

// relations reads where the targets of a part's relations are.
func (w *workbook) relations(part string) (map[string]string, error) {
	targets := map[string]string{}
	err := w.part(part, func(x *xmlReader, e xml.StartElement) error {
		target := attr(e, "Target")
		if strings.HasPrefix(target, "/") {
			target = strings.TrimPrefix(target, "/")
		} else {
			target = path.Join("xl", target)
		}
		targets[attr(e, "Id")] = target
		return x.skip()
	})
	return targets, err
}

// relationID is the r:id of an element, which may have an id of its own too.
func relationID(e xml.StartElement) string {
	for _, a := range e.Attr {
		if a.Name.Local == "id" && a.Name.Space != "" {
			return a.Value
		}
	}
	return ""
}

// part walks the elements under the root of a part.
func (w *workbook) part(name string, visit func(x *xmlReader, e xml.StartElement) error) error {
	r, err := w.a.open(name)
	if err != nil {
		return err
	}
	defer r.Close()
	x := newXMLReader(r)
	return x.root(func(e xml.StartElement) error { return visit(x, e) })
}

// spend counts text against the limit.
func (w *workbook) spend(text string) error {
	if w.runesLeft -= len(text) / 2; w.runesLeft < 0 {
		return tooLarge("read.too-large.text", w.maxRunes)
	}
	return nil
}
