package gongwen

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"bihuan/internal/office"
)

// ErrNoOffice says that the machine has no LibreOffice to make a PDF with.
var ErrNoOffice = errors.New("gongwen: LibreOffice (soffice) is not installed")

// bothSides has LibreOffice keep the empty page before an imprint that stands on
// the back of the last sheet: without it a print on both sides is wrong.
const bothSides = `writer_pdf_Export:{"IsSkipEmptyPages":{"type":"boolean","value":"false"}}`

// PDF converts a .docx to PDF with LibreOffice in a folder and a profile of
// its own, both removed afterwards. Where the machine lacks the official fonts,
// the nearest that it has stand in for them; where a font lacks a character
// (喆 镕 堃 旻 玥 珺 in names), the next one gives it. It fails with [ErrNoOffice] where there is
// no LibreOffice and with ctx's error where ctx ends first.
func PDF(ctx context.Context, docx []byte) ([]byte, error) {
	pdf, err := office.Convert(ctx, office.Job{Input: bytes.NewReader(docx), From: "docx", To: "pdf", Filter: bothSides, Fonts: standIns()})
	switch {
	case errors.Is(err, office.ErrNone):
		return nil, ErrNoOffice
	case err != nil:
		return nil, fmt.Errorf("PDF of a paper: %w", err)
	}
	return pdf, nil
}
