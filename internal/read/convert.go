package read

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"

	"bihuan/internal/office"
)

// oldFormats are the formats that only an office suite reads, and what each is
// turned into.
var oldFormats = map[string]string{
	".doc": "docx", ".wps": "docx", ".rtf": "docx", ".odt": "docx", ".dot": "docx",
	".xls": "xlsx", ".et": "xlsx", ".ods": "xlsx",
}

// officeMemory bounds the address space of the office suite; most of it is
// never touched.
const officeMemory = 4 << 30

// parseOld has the office suite turn an old format into a new one, and reads
// that. Without a suite on the machine the format is refused.
func parseOld(ctx context.Context, name string, src source, opts Options) (*Paper, error) {
	to, known := oldFormats[extension(name)]
	if !known {
		return nil, unsupported(extension(name))
	}
	data, err := office.Convert(ctx, office.Job{
		Input: io.NewSectionReader(src, 0, src.size), From: strings.TrimPrefix(extension(name), "."), To: to,
		Time: opts.MaxOfficeTime, Memory: officeMemory, Most: opts.MaxUncompressed,
	})
	switch {
	case errors.Is(err, office.ErrNone):
		return nil, unsupported(extension(name))
	case errors.Is(err, office.ErrTooLarge):
		return nil, tooLarge("read.too-large.unpacked", opts.MaxUncompressed>>20)
	case err != nil:
		return nil, err
	}
	return parseNew(ctx, formatArchive, name, source{ReaderAt: bytes.NewReader(data), size: int64(len(data))}, opts)
}
