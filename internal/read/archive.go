package read

import (
	"archive/zip"
	"context"
	"fmt"
	"io"
	"path"
	"strings"
)

// archive is the zip file of an Office document, checked before anything in it
// is believed.
type archive struct {
	files map[string]*zip.File
	limit int64 // bytes that may still be unpacked
	max   int64
	ctx   context.Context
}

// openArchive opens the zip and refuses it when its directory already breaks a
// limit: too many parts, too many bytes, names that climb out.
func openArchive(ctx context.Context, src source, opts Options) (*archive, error) {
	z, err := zip.NewReader(src, src.size)
	if err != nil {
		return nil, err
	}
	if len(z.File) > opts.MaxEntries {
		return nil, tooLarge("read.too-large.entries", opts.MaxEntries)
	}
	a := &archive{files: map[string]*zip.File{}, limit: opts.MaxUncompressed, max: opts.MaxUncompressed, ctx: ctx}
	var total uint64
	for _, f := range z.File {
		name := strings.TrimPrefix(f.Name, "/")
		if name != path.Clean(name) && !strings.HasSuffix(name, "/") || strings.HasPrefix(name, "../") || strings.Contains(name, `\`) {
			return nil, damaged(fmt.Errorf("part name %q", f.Name))
		}
		if f.Flags&1 != 0 {
			return nil, encrypted()
		}
		if total += f.UncompressedSize64; total > uint64(opts.MaxUncompressed) {
			return nil, tooLarge("read.too-large.unpacked", opts.MaxUncompressed>>20)
		}
		if _, twice := a.files[name]; !twice {
			a.files[name] = f
		}
	}
	return a, nil
}

// has tells whether the archive holds a part.
func (a *archive) has(name string) bool { return a.files[name] != nil }

// open gives the unpacked bytes of a part, which count against the limit
// whatever the directory claimed; a missing part is empty.
func (a *archive) open(name string) (io.ReadCloser, error) {
	f := a.files[name]
	if f == nil {
		return io.NopCloser(strings.NewReader("")), nil
	}
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	return &meteredReader{ReadCloser: r, a: a}, nil
}

// meteredReader counts what is unpacked, and stops when the time is over.
type meteredReader struct {
	io.ReadCloser
	a *archive
}

func (m *meteredReader) Read(p []byte) (int, error) {
	if err := m.a.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := m.ReadCloser.Read(p)
	if m.a.limit -= int64(n); m.a.limit < 0 {
		return 0, tooLarge("read.too-large.unpacked", m.a.max>>20)
	}
	return n, err
}

// sniffArchive tells which Office format an archive is, by its parts.
func sniffArchive(name string, r io.ReaderAt, size int64) (format, error) {
	z, err := zip.NewReader(r, size)
	if err != nil {
		return formatUnknown, err
	}
	for _, f := range z.File {
		switch n := strings.TrimPrefix(f.Name, "/"); {
		case n == "word/document.xml" || strings.HasPrefix(n, "word/document"):
			return formatDocx, nil
		case n == "xl/workbook.xml":
			return formatXlsx, nil
		case n == "content.xml":
			return formatOld, nil
		}
	}
	return formatUnknown, unsupported(extension(name))
}
