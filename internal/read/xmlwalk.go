package read

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
)

// maxDepth bounds how deep the elements of a part may nest.
const maxDepth = 256

// xmlReader walks a part element by element and never holds more than one token.
type xmlReader struct {
	dec   *xml.Decoder
	depth int
}

func newXMLReader(r io.Reader) *xmlReader {
	dec := xml.NewDecoder(r)
	dec.CharsetReader = func(charset string, in io.Reader) (io.Reader, error) {
		return nil, fmt.Errorf("charset %q", charset)
	}
	return &xmlReader{dec: dec}
}

// token gives the next token. A document type is refused: Office writes none,
// and entities could be declared in it.
func (x *xmlReader) token() (xml.Token, error) {
	t, err := x.dec.Token()
	if err != nil {
		return nil, err
	}
	switch t.(type) {
	case xml.Directive:
		return nil, errors.New("a document type declaration")
	case xml.StartElement:
		if x.depth++; x.depth > maxDepth {
			return nil, fmt.Errorf("elements nest more than %d deep", maxDepth)
		}
	case xml.EndElement:
		x.depth--
	}
	return t, nil
}

// children calls visit for each element inside the one that was just opened,
// up to its end. visit must read its element whole, or skip it.
func (x *xmlReader) children(visit func(e xml.StartElement) error) error {
	for {
		t, err := x.token()
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			if err := visit(t); err != nil {
				return err
			}
		case xml.EndElement:
			return nil
		}
	}
}

// skip passes over the rest of the element that was just opened.
func (x *xmlReader) skip() error {
	return x.children(func(xml.StartElement) error { return x.skip() })
}

// text gives the characters of the element that was just opened.
func (x *xmlReader) text() (string, error) {
	var out []byte
	for {
		t, err := x.token()
		if err != nil {
			return "", err
		}
		switch t := t.(type) {
		case xml.CharData:
			out = append(out, t...)
		case xml.StartElement:
			if err := x.skip(); err != nil {
				return "", err
			}
		case xml.EndElement:
			return string(out), nil
		}
	}
}

// root calls visit for each element inside the root; an empty part has none.
func (x *xmlReader) root(visit func(e xml.StartElement) error) error {
	for {
		t, err := x.token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if _, ok := t.(xml.StartElement); ok {
			return x.children(visit)
		}
	}
}

// attr gives an attribute by its local name, "" when it is missing.
func attr(e xml.StartElement, local string) string {
	for _, a := range e.Attr {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}

// isOn reads an on/off property: present means on unless its value says off.
func isOn(e xml.StartElement) bool {
	switch attr(e, "val") {
	case "0", "false", "off", "none":
		return false
	}
	return true
}
