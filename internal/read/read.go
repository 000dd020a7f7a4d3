package read

import (
	"bytes"
	"context"
	"io"
	"path"
	"strings"
)

// Parse reads one file of size bytes and proposes what it says. name is the
// name that the file came with; its contents decide over a wrong extension.
//
// The error is a fault: read.damaged, read.encrypted and read.unsupported for
// files that cannot be read, read.empty for one without text, read.too-large.…
// and read.too-slow beyond the limits of opts. A cancelled ctx ends the reading
// with its own error.
func Parse(ctx context.Context, name string, r io.ReaderAt, size int64, opts Options) (*Paper, error) {
	opts = opts.withDefaults()
	if size > opts.MaxFile {
		return nil, tooLarge("read.too-large.file", opts.MaxFile>>20)
	}
	ctx, cancel := context.WithTimeout(ctx, opts.MaxTime)
	defer cancel()
	p, err := parse(ctx, name, r, size, opts)
	if err != nil {
		return nil, classified(err)
	}
	p.File = path.Base(strings.ReplaceAll(name, `\`, "/"))
	return p, nil
}

func parse(ctx context.Context, name string, r io.ReaderAt, size int64, opts Options) (*Paper, error) {
	format, err := sniff(name, r, size)
	if err != nil {
		return nil, err
	}
	src := source{ReaderAt: r, size: size}
	switch format {
	case formatDocx:
		return parseDocx(ctx, src, opts)
	case formatOld:
		return nil, unsupported(extension(name))
	case formatText:
		lines, err := readText(ctx, io.NewSectionReader(r, 0, size), opts)
		if err != nil {
			return nil, err
		}
		return paperOf(lines, opts)
	}
	grids, err := readGrids(ctx, format, src, opts)
	if err != nil {
		return nil, err
	}
	return ledgerPaper(grids, opts)
}

func readGrids(ctx context.Context, f format, src source, opts Options) ([]*grid, error) {
	switch f {
	case formatXlsx:
		return readXlsx(ctx, src, opts)
	case formatCSV:
		return readCSV(ctx, io.NewSectionReader(src, 0, src.size), opts)
	}
	return nil, unsupported("")
}

// source is the bytes of a file, to be read from any place.
type source struct {
	io.ReaderAt
	size int64
}

// format is how a file is written.
type format int

const (
	formatUnknown format = iota
	formatText
	formatDocx
	formatXlsx
	formatCSV
	formatOld // .doc, .wps and what else only an office suite reads
)

// extension is the end of a file's name in small letters, with the point.
func extension(name string) string { return strings.ToLower(path.Ext(name)) }

// sniff tells the format from the first bytes, and from the name only where
// bytes cannot tell.
func sniff(name string, r io.ReaderAt, size int64) (format, error) {
	head := make([]byte, min(size, 8))
	if _, err := r.ReadAt(head, 0); err != nil && err != io.EOF {
		return formatUnknown, err
	}
	switch {
	case size == 0:
		return formatUnknown, empty()
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return sniffArchive(name, r, size)
	case bytes.HasPrefix(head, []byte("\xD0\xCF\x11\xE0")), bytes.HasPrefix(head, []byte(`{\rtf`)):
		return formatOld, nil
	}
	switch extension(name) {
	case ".csv", ".tsv":
		return formatCSV, nil
	case ".txt", ".text", ".md", "":
		return formatText, nil
	case ".docx", ".xlsx", ".docm", ".xlsm":
		return formatUnknown, damaged(errNotAnArchive)
	}
	return formatUnknown, unsupported(extension(name))
}
