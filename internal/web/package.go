package web

import (
	"errors"
	"io/fs"
	"mime"
	"net/http"
	"os"

	"bihuan/internal/action"
	"bihuan/internal/action/oversight"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
	"bihuan/internal/packing"
	"bihuan/internal/query"
	"bihuan/internal/web/templates"
)

// Packages are the evidence packages that are made in the background.
type Packages interface {
	// Far gives how many files of a package are packed.
	Far(id string) int
	// Open gives a package that is ready.
	Open(id string) (*os.File, error)
}

func problemPackage(v *visit) error { return v.handOut(query.PackageOf{Problem: v.id()}) }

func inspectionPackage(v *visit) error { return v.handOut(query.PackageOf{Inspection: v.id()}) }

func roundPackage(v *visit) error { return v.handOut(query.PackageOf{Round: v.id()}) }

func orderProblemPackage(v *visit) error { return v.order(query.PackageOf{Problem: v.id()}) }

func orderInspectionPackage(v *visit) error { return v.order(query.PackageOf{Inspection: v.id()}) }

func orderRoundPackage(v *visit) error { return v.order(query.PackageOf{Round: v.id()}) }

func taking(p query.Package, of query.PackageOf) oversight.RecordPackage {
	return oversight.RecordPackage{InspectionID: p.InspectionID, RoundID: of.Round, ProblemID: of.Problem, Files: len(p.Files)}
}

// order has a package made in the background.
func (v *visit) order(of query.PackageOf) error {
	p, err := see(v, query.EvidencePackage, of)
	if err != nil {
		return err
	}
	cmd := &oversight.AskPackage{RecordPackage: taking(p, of), Title: p.Title}
	return post(v, cmd, "package.asked", func(r action.Result) string { return "/packages/" + r.ID })
}

// again is after how many seconds the page of a package looks again.
const again = "3"

// orderedPackage shows how far a package is; the browser looks again by itself.
func orderedPackage(v *visit) error {
	p, err := see(v, query.OrderedPackage, v.id())
	if err != nil {
		return err
	}
	if p.State == work.PackageAsked {
		v.w.Header().Set("Refresh", again)
	}
	title := "package.title"
	if p.Kind == work.FilingPackage {
		title = "archive.title"
	}
	return v.show(templates.OrderedPackage(v.page(title), p, v.opts.Packages.Far(p.ID)))
}

// fetchPackage hands a package out that is ready. The taking-out is recorded,
// and refused to who may not take the files any more.
func fetchPackage(v *visit) error {
	p, err := see(v, query.OrderedPackage, v.id())
	if err != nil {
		return err
	}
	if p.State != work.PackageReady {
		return fault.New(fault.NotFound, "fault.not-found")
	}
	if _, err := v.do(&oversight.RecordPackage{InspectionID: p.InspectionID, RoundID: p.RoundID, ProblemID: p.ProblemID, Files: p.Files, Kind: p.Kind}); err != nil {
		return err
	}
	f, err := v.opts.Packages.Open(p.ID)
	if errors.Is(err, fs.ErrNotExist) {
		return fault.New(fault.NotFound, "fault.not-found")
	}
	if err != nil {
		return err
	}
	defer f.Close()
	if p.Kind == work.FilingPackage {
		v.zip(p.Title + "归档包.zip")
	} else {
		v.archive(p.Title)
	}
	http.ServeContent(v.w, v.r, "", p.MadeAt, f) // a fetch that broke off goes on
	return nil
}

func (v *visit) archive(title string) { v.zip(title + "佐证材料.zip") }

func (v *visit) zip(name string) {
	h := v.w.Header()
	h.Set("Content-Type", "application/zip")
	h.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": name}))
}

func orderInspectionArchive(v *visit) error {
	return v.orderArchive(query.FilingOf{Inspection: v.id()})
}

func orderRoundArchive(v *visit) error { return v.orderArchive(query.FilingOf{Round: v.id()}) }

// orderArchive has a filing package made in the background.
func (v *visit) orderArchive(of query.FilingOf) error {
	size, err := see(v, query.FilingSize, of)
	if err != nil {
		return err
	}
	cmd := &oversight.AskPackage{Title: size.Title, RecordPackage: oversight.RecordPackage{InspectionID: of.Inspection, RoundID: of.Round,
		Files: size.Files, Kind: work.FilingPackage}}
	return post(v, cmd, "package.asked", func(r action.Result) string { return "/packages/" + r.ID })
}

// handOut streams an evidence package; a large one is offered to be made in the
// background. The taking-out is recorded before the first byte leaves. An
// archive that breaks off ends without its directory, so that it cannot pass
// for whole.
func (v *visit) handOut(of query.PackageOf) error {
	p, err := see(v, query.EvidencePackage, of)
	if err != nil {
		return err
	}
	if !work.AtOnce(len(p.Files), p.Size()) {
		return v.show(templates.LargePackage(v.page("package.title"), p, orderPath(of)))
	}
	cmd := taking(p, of)
	if _, err := v.do(&cmd); err != nil {
		return err
	}
	v.archive(p.Title)
	_, err = packing.Write(v.r.Context(), v.w, v.files, p, func(f query.PackageFile, err error) {
		if err != nil {
			v.log.Warn("file in a package is damaged", "evidence", f.ID, "error", err)
		}
	})
	if err != nil {
		v.log.Error("package broke off", "title", p.Title, "error", err)
		panic(http.ErrAbortHandler)
	}
	return nil
}

func orderPath(of query.PackageOf) string {
	switch {
	case of.Problem != "":
		return "/problems/" + of.Problem + "/package"
	case of.Inspection != "":
		return "/inspections/" + of.Inspection + "/package"
	}
	return "/rounds/" + of.Round + "/package"
}
