package web

import (
	"bytes"
	"mime"

	"bihuan/internal/action/oversight"
	"bihuan/internal/domain/workday"
	"bihuan/internal/ledger"
	"bihuan/internal/query"
	"bihuan/internal/sheet"
)

// workbookType is the media type of .xlsx.
const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

// export answers with a list as a workbook. The taking-out is recorded before
// the first byte leaves; where that fails nothing leaves.
func export[Out any](list, name string, q func(*query.View, query.ListIn) (Out, error), lay func(Out) sheet.Workbook) handler {
	return func(v *visit) error {
		if _, err := v.do(&oversight.RecordExport{InspectionID: v.id(), List: list, Filter: v.r.URL.RawQuery}); err != nil {
			return err
		}
		out, err := see(v, q, v.listIn())
		if err != nil {
			return err
		}
		book := lay(out)
		book.Author, book.Created = v.actor.Name, v.run.DB.Now()
		var b bytes.Buffer
		if err := sheet.Write(&b, book); err != nil {
			return err
		}
		v.attach(v.t(name)+"_"+workday.DateOf(book.Created, workday.Zone).String()+".xlsx", workbookType, b.Bytes())
		return nil
	}
}

// attach answers with a file to keep.
func (v *visit) attach(name, kind string, body []byte) {
	h := v.w.Header()
	h.Set("Content-Type", kind)
	h.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": name}))
	_, _ = v.w.Write(body) // a visitor who hangs up needs no file
}

var (
	exportProblems = export("problems.xlsx", "side.problems", query.ExportProblems, ledger.Problems)
	exportMeasures = export("measures.xlsx", "side.tasks", query.ExportMeasures, ledger.Measures)
	exportDuties   = export("responsibility.xlsx", "side.responsibility", query.ExportDuties, ledger.Duties)
)
