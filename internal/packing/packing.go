// Package packing writes an evidence package: the files in their order and the
// register behind them.
package packing

import (
	"archive/zip"
	"context"
	"errors"
	"io"

	"bihuan/internal/gongwen"
	"bihuan/internal/ledger"
	"bihuan/internal/query"
	"bihuan/internal/sheet"
)

// Source gives a stored file back; it fails when the content is not what the
// hash says.
type Source interface {
	Open(ctx context.Context, hash string, size int64) (io.ReadCloser, error)
}

// Write writes the archive and gives the files that are damaged: they are left
// out or broken off, and the register says so. after hears of each file.
func Write(ctx context.Context, w io.Writer, src Source, p query.Package, after func(f query.PackageFile, err error)) (map[string]bool, error) {
	z := zip.NewWriter(w)
	damaged := map[string]bool{}
	for _, f := range p.Files {
		err := file(ctx, z, src, f)
		if ctx.Err() != nil {
			return damaged, ctx.Err()
		}
		if err != nil {
			damaged[f.ID] = true
		}
		after(f, err)
	}
	if err := register(z, p, damaged); err != nil {
		return damaged, err
	}
	return damaged, z.Close()
}

func file(ctx context.Context, z *zip.Writer, src Source, f query.PackageFile) (err error) {
	r, err := src.Open(ctx, f.Hash, f.Size)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	w, err := entry(z, zip.FileHeader{Name: f.Path, Method: zip.Store, Modified: f.At})
	if err != nil {
		return err
	}
	_, err = io.Copy(w, r)
	return err
}

// entry begins a file of an archive. It is one made on Unix: of others, unzip
// takes the names for those of an old Windows, whatever their own mark says.
func entry(z *zip.Writer, h zip.FileHeader) (io.Writer, error) {
	h.SetMode(0o644)
	return z.CreateHeader(&h)
}

// register adds the register as a workbook and as a paper.
func register(z *zip.Writer, p query.Package, damaged map[string]bool) error {
	w, err := entry(z, zip.FileHeader{Name: "00-目录.xlsx", Method: zip.Deflate})
	if err != nil {
		return err
	}
	if err := sheet.Write(w, ledger.Register(p, damaged)); err != nil {
		return err
	}
	table, err := sheet.Table(ledger.RegisterSheet(p, damaged))
	if err != nil {
		return err
	}
	table.Points = 9
	if w, err = entry(z, zip.FileHeader{Name: "00-目录.docx", Method: zip.Deflate}); err != nil {
		return err
	}
	return gongwen.WriteDocx(w, &gongwen.Document{Landscape: true, Blocks: []gongwen.Block{table}})
}
