package read

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// archive is the zip file of an Office document, checked before anything in it
// is believed.
type archive struct {
	files map[string]*zip.File
	limit int64 // bytes of the parts that are read that may still be unpacked
	max   int64
	ctx   context.Context
	watch *watch
	read  int64 // bytes unpacked so far
	all   int64 // bytes of the parts, as the directory claims
}

// openArchive opens the zip and refuses it when its directory already breaks a
// limit: too many parts, too many bytes, names that climb out.
func openArchive(ctx context.Context, src source, opts Options) (*archive, error) {
	if err := checkEntries(ctx, src, opts.MaxEntries); err != nil {
		return nil, err
	}
	z, err := zip.NewReader(src, src.size)
	if err != nil {
		return nil, err
	}
	a := &archive{files: map[string]*zip.File{}, limit: opts.MaxXML, max: opts.MaxXML, ctx: ctx, watch: newWatch(ctx, opts)}
	var total uint64
	for _, f := range z.File {
		name := strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/")
		if clean := path.Clean(name); clean != strings.TrimSuffix(name, "/") || strings.HasPrefix(clean, "..") {
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
			if strings.HasSuffix(name, ".xml") {
				a.all += int64(f.UncompressedSize64)
			}
		}
	}
	return a, nil
}

// checkEntries counts the entries of the archive's directory before anything
// is built for each of them, whatever number the directory itself claims.
func checkEntries(ctx context.Context, src source, limit int) error {
	header := []byte("PK\x01\x02")
	buf := make([]byte, 1<<20)
	n := 0
	for at := int64(0); at < src.size; at += int64(len(buf) - len(header) + 1) {
		got, err := src.ReadAt(buf, at)
		if err != nil && err != io.EOF {
			return err
		}
		if n += bytes.Count(buf[:got], header); n > limit {
			return tooLarge("read.too-large.entries", limit)
		}
		if err := ctx.Err(); err != nil {
			return err
		}
	}
	return nil
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

// meteredReader counts what is unpacked, and stops when the time is over or when
// a text or tag goes on without end: the decoder would gather it whole.
type meteredReader struct {
	io.ReadCloser
	a    *archive
	long int // bytes since the last tag began
}

// maxRun is the longest text or tag in a part, in bytes.
const maxRun = 1 << 20

func (m *meteredReader) Read(p []byte) (int, error) {
	if err := m.a.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := m.ReadCloser.Read(p)
	m.a.read += int64(n)
	m.a.watch.tell(m.a.read, m.a.all, 0, unpacked)
	if m.a.limit -= int64(n); m.a.limit < 0 {
		return 0, tooLarge("read.too-large.unpacked", m.a.max>>20)
	}
	if i := bytes.LastIndexByte(p[:n], '<'); i >= 0 {
		m.long = n - i
	} else if m.long += n; m.long > maxRun {
		return 0, errors.New("a text or tag without end")
	}
	return n, err
}

// format tells which Office format the archive is, by its parts.
func (a *archive) format() format {
	switch {
	case a.has("xl/workbook.xml"):
		return formatXlsx
	case a.has("content.xml"):
		return formatOld
	}
	for name := range a.files {
		if strings.HasPrefix(name, "word/document") {
			return formatDocx
		}
	}
	return formatUnknown
}
