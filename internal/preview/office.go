package preview

import (
	"context"
	"errors"
	"io"
	"slices"
	"time"

	"bihuan/internal/office"
)

// Limits of a conversion.
const (
	officeFile   = 64 << 20
	officeResult = 96 << 20
	officeMemory = 4 << 30 // of addresses: LibreOffice maps far more than it uses
	officeTime   = 60 * time.Second
)

// officeKinds are the kinds of file that LibreOffice makes pages of.
var officeKinds = []string{"doc", "docx", "odt", "rtf", "wps", "xls", "xlsx", "ods", "et", "csv", "ppt", "pptx", "odp", "dps"}

// Converts reports whether a file of the extension can be shown by LibreOffice.
func Converts(ext string) bool { return slices.Contains(officeKinds, ext) }

// HasOffice reports whether the machine has LibreOffice.
func HasOffice() bool {
	_, err := office.Find()
	return err == nil
}

// Pages gives an Office file as a PDF, made in a child process within time and
// memory. It fails with office.ErrNone, ErrTooLarge or ErrUnreadable.
func (m *Maker) Pages(ctx context.Context, f File) ([]byte, error) {
	if !Converts(f.Ext) {
		return nil, ErrUnreadable
	}
	if f.Size > officeFile {
		return nil, ErrTooLarge
	}
	return m.made(ctx, f, f.Ext+".pdf", func(ctx context.Context, r io.Reader) ([]byte, error) { return pages(ctx, r, f.Ext) })
}

func pages(ctx context.Context, r io.Reader, ext string) ([]byte, error) {
	pdf, err := office.Convert(ctx, office.Job{Input: r, From: ext, To: "pdf", Time: officeTime, Memory: officeMemory, Most: officeResult})
	switch {
	case errors.Is(err, office.ErrNone):
		return nil, err
	case errors.Is(err, office.ErrTooLarge):
		return nil, ErrTooLarge
	case err != nil:
		return nil, ErrUnreadable
	}
	return pdf, nil
}
