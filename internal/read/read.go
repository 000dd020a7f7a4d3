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
	p, err := parse(ctx, name, r, size, opts)
	if err != nil {
		return nil, classified(err)
	}
	p.File = path.Base(strings.ReplaceAll(name, `\`, "/"))
	return p, nil
}

func parse(ctx context.Context, name string, r io.ReaderAt, size int64, opts Options) (*Paper, error) {
	src := source{ReaderAt: r, size: size}
	format, err := sniff(name, src)
	if err != nil {
		return nil, err
	}
	if format == formatOld {
		return parseOld(ctx, name, src, opts)
	}
	return parseNew(ctx, format, name, src, opts)
}

// parseNew reads a format that needs no office suite: here, or apart.
func parseNew(ctx context.Context, format format, name string, src source, opts Options) (*Paper, error) {
	if opts.Apart != nil {
		return opts.Apart(ctx, name, io.NewSectionReader(src, 0, src.size), src.size, opts)
	}
	ctx, cancel := context.WithTimeout(ctx, opts.MaxTime)
	defer cancel()
	p, err := parseAs(ctx, format, name, src, opts)
	if err != nil && ctx.Err() != nil {
		return nil, ctx.Err() // a cut reading looks like damage
	}
	return p, err
}

// parseAs reads a file whose format is known.
func parseAs(ctx context.Context, format format, name string, src source, opts Options) (*Paper, error) {
	all := io.NewSectionReader(src, 0, src.size)
	switch format {
	case formatArchive:
		return parseArchive(ctx, name, src, opts)
	case formatCSV:
		grids, err := readCSV(ctx, all, opts)
		if err != nil {
			return nil, err
		}
		return ledgerPaper(newWatch(ctx, opts), grids, opts)
	case formatText:
		lines, err := readText(ctx, all, opts)
		if err != nil {
			return nil, err
		}
		return paperOf(ctx, lines, opts)
	}
	return nil, unsupported(extension(name))
}

// parseArchive reads one of the Office formats that are archives.
func parseArchive(ctx context.Context, name string, src source, opts Options) (*Paper, error) {
	a, err := openArchive(ctx, src, opts)
	if err != nil {
		return nil, err
	}
	p, err := a.parse(name, opts)
	if err == nil && (a.has("xl/vbaProject.bin") || a.has("word/vbaProject.bin")) {
		p.Warnings = append(p.Warnings, warn(Source{}, "file.macros"))
	}
	return p, err
}

func (a *archive) parse(name string, opts Options) (*Paper, error) {
	switch a.format() {
	case formatDocx:
		lines, err := readDocx(a, opts)
		if err != nil {
			return nil, err
		}
		return paperOf(a.ctx, lines, opts)
	case formatXlsx:
		grids, err := readXlsx(a, opts)
		if err != nil {
			return nil, err
		}
		return ledgerPaper(a.watch, grids, opts)
	}
	return nil, unsupported(extension(name))
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
	formatArchive // an Office format, which its parts tell
	formatDocx
	formatXlsx
	formatCSV
	formatOld // .doc, .wps and what else only an office suite reads
)

// extension is the end of a file's name in small letters, with the point.
func extension(name string) string { return strings.ToLower(path.Ext(name)) }

// sniff tells the format from the first bytes, and from the name only where
// bytes cannot tell.
func sniff(name string, src source) (format, error) {
	head := make([]byte, min(src.size, 8))
	if _, err := src.ReadAt(head, 0); err != nil && err != io.EOF {
		return formatUnknown, err
	}
	switch {
	case src.size == 0:
		return formatUnknown, empty()
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return formatArchive, nil
	case strings.HasPrefix(path.Base(name), "~$"):
		return formatUnknown, lockFile()
	case bytes.HasPrefix(head, []byte("\xD0\xCF\x11\xE0")):
		return formatOld, checkPassword(src)
	case bytes.HasPrefix(head, []byte(`{\rtf`)):
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

// checkPassword finds out whether an old container holds a new Office file
// behind a password: it then has a stream of that name, in UTF-16.
func checkPassword(src source) error {
	data, err := io.ReadAll(io.NewSectionReader(src, 0, src.size))
	if err != nil {
		return err
	}
	if bytes.Contains(data, []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")) {
		return encrypted()
	}
	return nil
}
