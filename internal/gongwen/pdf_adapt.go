package gongwen

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
)

// forLibreOffice turns the document grid into what LibreOffice can lay out: it
// gives a character wider than the grid's pitch two places, and a title two
// lines. Without the grid the exact lines of the styles stay, and narrowed
// spacing lets the 28 characters fit.
func forLibreOffice(docx []byte) ([]byte, error) {
	in, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	if err != nil {
		return nil, fmt.Errorf("open the paper for LibreOffice: %w", err)
	}
	var buf bytes.Buffer
	out := zip.NewWriter(&buf)
	for _, f := range in.File {
		if err := adaptFile(out, f); err != nil {
			return nil, fmt.Errorf("adapt %s for LibreOffice: %w", f.Name, err)
		}
	}
	if err := out.Close(); err != nil {
		return nil, fmt.Errorf("adapt the paper for LibreOffice: %w", err)
	}
	return buf.Bytes(), nil
}

func adaptFile(out *zip.Writer, f *zip.File) error {
	var replace *strings.Replacer
	switch f.Name {
	case "word/document.xml":
		replace = strings.NewReplacer(gridType, "")
	case "word/styles.xml":
		replace = strings.NewReplacer(normalKern, officeSpacing+normalKern)
	default:
		return out.Copy(f)
	}
	r, err := f.Open()
	if err != nil {
		return err
	}
	defer r.Close()
	content, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	w, err := out.Create(f.Name)
	if err != nil {
		return err
	}
	_, err = replace.WriteString(w, string(content))
	return err
}

const (
	gridType   = ` w:type="linesAndChars"`
	normalKern = `<w:kern w:val="0"/>`
	// officeSpacing narrows a 16 pt character to 15.75 pt.
	officeSpacing = `<w:spacing w:val="-5"/>`
)
