package web

import (
	"bytes"

	"bihuan/internal/action"
	"bihuan/internal/action/oversight"
	"bihuan/internal/action/planning"
	"bihuan/internal/domain/workday"
	"bihuan/internal/gongwen"
	"bihuan/internal/ledger"
	"bihuan/internal/paper"
	"bihuan/internal/query"
	"bihuan/internal/sheet"
	"bihuan/internal/web/templates"
)

func columnsPage(v *visit) error {
	in := query.ColumnsIn{Inspection: v.id(), Template: v.r.URL.Query().Get("template")}
	p, x, err := inspect(v, v.id(), "columns.title", query.ColumnsOf, in)
	if err != nil {
		return err
	}
	return v.show(templates.Columns(p, x))
}

func saveColumns(v *visit) error {
	return post(v, &planning.SaveColumns{InspectionID: v.id(), Heads: ledger.Heads}, "saved",
		func(r action.Result) string { return "/inspections/" + r.ID + "/columns#" + v.r.PostFormValue("list") })
}

func removeColumns(v *visit) error {
	return post(v, &planning.RemoveColumns{InspectionID: v.id()}, "saved", func(r action.Result) string { return "/inspections/" + r.ID + "/columns" })
}

// planPaperPage shows the plan as a paper: of the version that the address
// names, or of the records as they stand.
func planPaperPage(v *visit) error {
	in := query.PlanPaperIn{Inspection: v.id(), Version: v.r.URL.Query().Get("version")}
	p, x, err := inspect(v, v.id(), "plan.paper", paper.Plan, in)
	if err != nil {
		return err
	}
	return v.show(templates.PlanPaper(p, "/inspections/"+v.id(), in.Version, x))
}

// planPaperFile hands the plan out as .docx with the three lists. The taking
// is recorded before the first byte leaves.
func planPaperFile(v *visit) error {
	in := query.PlanPaperIn{Inspection: v.id(), Version: v.r.URL.Query().Get("version")}
	var cmd action.Command = &oversight.RecordExport{InspectionID: in.Inspection, List: "plan.docx"}
	if in.Version != "" {
		cmd = &oversight.RecordPlanPaper{InspectionID: in.Inspection, VersionID: in.Version}
	}
	if _, err := v.do(cmd); err != nil {
		return err
	}
	x, err := see(v, paper.Plan, in)
	if err != nil {
		return err
	}
	return v.document(x.Document, x.Title)
}

// document answers with a paper that is written now.
func (v *visit) document(doc *gongwen.Document, title string) error {
	doc.Created = v.run.DB.Now()
	return v.file(doc, title+"_"+workday.DateOf(doc.Created, workday.Zone).String())
}

// file answers with a paper under a name.
func (v *visit) file(doc *gongwen.Document, name string) error {
	var b bytes.Buffer
	if err := gongwen.WriteDocx(&b, doc); err != nil {
		return err
	}
	v.attach(name+".docx", docxType, b.Bytes())
	return nil
}

// listPaper answers with a list as a landscape paper.
func listPaper[Out any](list string, q func(*query.View, query.ListIn) (Out, error), lay func(Out) sheet.Sheet) handler {
	return func(v *visit) error {
		if _, err := v.do(&oversight.RecordExport{InspectionID: v.id(), List: list, Filter: v.r.URL.RawQuery}); err != nil {
			return err
		}
		out, err := see(v, q, v.listIn())
		if err != nil {
			return err
		}
		s := lay(out)
		doc, err := paper.ListPaper(s)
		if err != nil {
			return err
		}
		return v.document(doc, s.Title)
	}
}

var (
	paperOfProblems = listPaper("problems.docx", query.ExportProblems, ledger.ProblemSheet)
	paperOfMeasures = listPaper("measures.docx", query.ExportMeasures, ledger.MeasureSheet)
	paperOfDuties   = listPaper("responsibility.docx", query.ExportDuties, ledger.DutySheet)
)
