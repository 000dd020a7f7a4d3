package read

import (
	"encoding/xml"
	"strings"
)

// readStrings reads the texts that cells share.
func (w *workbook) readStrings() error {
	return w.part("xl/sharedStrings.xml", func(x *xmlReader, e xml.StartElement) error {
		if e.Name.Local != "si" {
			return x.skip()
		}
		if len(w.strings) >= w.maxCells {
			return tooLarge("read.too-large.cells", w.maxCells)
		}
		s, err := richText(x)
		if err != nil {
			return err
		}
		w.strings = append(w.strings, s)
		return w.spend(s)
	})
}

// richText puts the runs of a text together; readings and what was struck
// through are left out.
func richText(x *xmlReader) (string, error) {
	var b strings.Builder
	var inside func(e xml.StartElement) error
	inside = func(e xml.StartElement) error {
		switch e.Name.Local {
		case "t":
			s, err := x.text()
			b.WriteString(s)
			return err
		case "r":
			return x.children(inside)
		}
		return x.skip()
	}
	err := x.children(inside)
	return b.String(), err
}
