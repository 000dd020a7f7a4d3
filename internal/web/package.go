package web

import (
	"archive/zip"
	"context"
	"errors"
	"io"
	"mime"
	"net/http"

	"bihuan/internal/action/oversight"
	"bihuan/internal/gongwen"
	"bihuan/internal/ledger"
	"bihuan/internal/query"
	"bihuan/internal/sheet"
)

func problemPackage(v *visit) error { return v.handOut(query.PackageOf{Problem: v.id()}) }

func inspectionPackage(v *visit) error { return v.handOut(query.PackageOf{Inspection: v.id()}) }

func roundPackage(v *visit) error { return v.handOut(query.PackageOf{Round: v.id()}) }

// handOut streams an evidence package. The taking-out is recorded before the
// first byte leaves. An archive that breaks off ends without its directory,
// so that it cannot pass for whole.
func (v *visit) handOut(of query.PackageOf) error {
	p, err := see(v, query.EvidencePackage, of)
	if err != nil {
		return err
	}
	if _, err := v.do(&oversight.RecordPackage{InspectionID: p.InspectionID, RoundID: of.Round, ProblemID: of.Problem, Files: len(p.Files)}); err != nil {
		return err
	}
	h := v.w.Header()
	h.Set("Content-Type", "application/zip")
	h.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": p.Title + "佐证材料.zip"}))
	if err := v.pack(v.r.Context(), p); err != nil {
		v.log.Error("package broke off", "title", p.Title, "error", err)
		panic(http.ErrAbortHandler)
	}
	return nil
}

// pack writes the files in their order and the register behind them, which
// says of each whether it is whole.
func (v *visit) pack(ctx context.Context, p query.Package) error {
	z := zip.NewWriter(v.w)
	damaged := map[string]bool{}
	for _, f := range p.Files {
		if err := v.packFile(ctx, z, f); err != nil {
			if ctx.Err() != nil {
				return err
			}
			v.log.Warn("file in a package is damaged", "evidence", f.ID, "error", err)
			damaged[f.ID] = true
		}
	}
	if err := v.register(z, p, damaged); err != nil {
		return err
	}
	return z.Close()
}

func (v *visit) packFile(ctx context.Context, z *zip.Writer, f query.PackageFile) (err error) {
	r, err := v.files.Open(ctx, f.Hash, f.Size)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	w, err := z.CreateHeader(&zip.FileHeader{Name: f.Path, Method: zip.Store, Modified: f.At})
	if err != nil {
		return err
	}
	_, err = io.Copy(w, r)
	return err
}

// register adds the register as a workbook and as a paper.
func (v *visit) register(z *zip.Writer, p query.Package, damaged map[string]bool) error {
	w, err := z.Create("00-目录.xlsx")
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
	if w, err = z.Create("00-目录.docx"); err != nil {
		return err
	}
	return gongwen.WriteDocx(w, &gongwen.Document{Landscape: true, Blocks: []gongwen.Block{table}})
}
