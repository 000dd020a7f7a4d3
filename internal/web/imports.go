package web

import (
	"io"
	"path/filepath"
	"strconv"
	"strings"

	"bihuan/internal/action"
	"bihuan/internal/action/incoming"
	"bihuan/internal/action/oversight"
	domain "bihuan/internal/domain/incoming"
	"bihuan/internal/ledger"
	"bihuan/internal/query"
	"bihuan/internal/web/templates"
)

// Imports tells how far the background work on an import is, in thousandths.
type Imports interface{ Far(importID string) int }

func importList(v *visit) error {
	p, l, err := inspect(v, v.id(), "side.imports", query.Imports, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.Imports(p, l))
}

// takeImport stores an uploaded ledger or plan and has it read.
func takeImport(v *visit) error {
	name, stored, err := v.oneFile()
	if err != nil {
		return err
	}
	cmd := &incoming.Take{InspectionID: v.id(), FileName: name, FileHash: stored.Hash, FileSize: stored.Size}
	res, err := v.do(cmd)
	if err != nil {
		return err
	}
	return v.saved("/imports/"+res.ID, "")
}

func importPage(v *visit) error {
	q := v.r.URL.Query()
	page, _ := strconv.Atoi(q.Get("page")) // 0 is the first
	in := query.ImportOf{ID: v.id(), State: domain.Comparison(q.Get("state")), Only: q.Get("only"), Search: q.Get("q"), Page: page}
	p, x, err := inside(v, "import.title", query.Import, in)
	if err != nil {
		return err
	}
	far := 0
	if v.opts.Imports != nil {
		far = v.opts.Imports.Far(v.id())
	}
	return v.show(templates.Import(p, v.at(), x, far))
}

// toImport goes on to the page of the import, with the filters that it had.
func (v *visit) toImport() func(action.Result) string {
	return func(r action.Result) string { return v.back("/imports/" + r.ID) }
}

func mapImport(v *visit) error {
	return post(v, &incoming.SaveMapping{ID: v.id()}, "", v.toImport())
}

func fixImport(v *visit) error {
	return post(v, &incoming.FixAll{ID: v.id()}, "", v.toImport())
}

func mendImportRows(v *visit) error {
	return post(v, &incoming.MendRows{ID: v.id()}, "", v.toImport())
}

func decideImport(v *visit) error {
	return post(v, &incoming.Decide{ID: v.id()}, "", v.toImport())
}

func explainImport(v *visit) error {
	return post(v, &incoming.Explain{ID: v.id()}, "", v.toImport())
}

func confirmImport(v *visit) error {
	return post(v, &incoming.Confirm{ID: v.id()}, "", to("/imports/"+v.id()))
}

func abandonImport(v *visit) error {
	return post(v, &incoming.Abandon{ID: v.id()}, "import.abandoned", func(r action.Result) string { return "/inspections/" + r.ID + "/imports" })
}

func mendImportCell(v *visit) error {
	return post(v, &incoming.MendCell{ID: v.id()}, "", func(action.Result) string { return v.back("/inspections") })
}

// markedImport gives the uploaded file back with its doubtful cells marked. The
// taking-out is recorded before the first byte leaves.
func markedImport(v *visit) error {
	i, err := see(v, query.ImportByID, v.id())
	if err != nil {
		return err
	}
	if _, err := v.do(&oversight.RecordExport{InspectionID: i.InspectionID, List: "imports/marked.xlsx", Filter: i.FileName}); err != nil {
		return err
	}
	faults, err := see(v, query.ImportFaults, v.id())
	if err != nil {
		return err
	}
	r, err := v.files.Open(v.r.Context(), i.FileHash, i.FileSize)
	if err != nil {
		return err
	}
	defer r.Close()
	original, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	say := func(f query.ImportFault) string { return v.t("incoming.doubt."+string(f.Doubt), f.Hint) }
	book, err := ledger.Marked(i.FileName, original, faults, say, v.t)
	if err != nil {
		return err
	}
	v.attach(v.t("import.marked.name", strings.TrimSuffix(i.FileName, filepath.Ext(i.FileName)))+".xlsx", workbookType, book)
	return nil
}
