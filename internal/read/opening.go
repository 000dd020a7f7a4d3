package read

import (
	"archive/zip"
	"encoding/xml"
	"io"
	"strings"
)

// openingMost bounds what is unpacked of a Word file for its first words.
const openingMost = 4 << 20

// Opening gives the first words of a Word file, at most most bytes of them,
// its page head first; "" for what is none. It stops at whatever it cannot
// read.
func Opening(r io.ReaderAt, size int64, most int) string {
	archive, err := zip.NewReader(r, size)
	if err != nil {
		return ""
	}
	var out strings.Builder
	for _, want := range []string{"word/header", "word/document.xml"} {
		for _, f := range archive.File {
			if strings.HasPrefix(f.Name, want) && out.Len() < most {
				wordsOf(f, &out, most)
			}
		}
	}
	return out.String()
}

// wordsOf adds the text of one part, a line for each paragraph.
func wordsOf(f *zip.File, out *strings.Builder, most int) {
	r, err := f.Open()
	if err != nil {
		return
	}
	defer r.Close()
	d := xml.NewDecoder(io.LimitReader(r, openingMost))
	for out.Len() < most {
		token, err := d.Token()
		if err != nil {
			return
		}
		switch t := token.(type) {
		case xml.CharData:
			out.Write(t)
		case xml.EndElement:
			if t.Name.Local == "p" {
				out.WriteByte('\n')
			}
		}
	}
}
