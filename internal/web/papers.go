package web

import (
	"net/http"

	"bihuan/internal/action/oversight"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/workday"
	"bihuan/internal/paper"
	"bihuan/internal/query"
	"bihuan/internal/web/templates"
)

// paperList lists every paper that can be written of an inspection.
func paperList(v *visit) error {
	p, l, err := inspect(v, v.id(), "side.all-papers", query.PaperChoices, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.AllPapers(p, l))
}

// paperIn is the paper that the address names.
func (v *visit) paperIn() query.PaperIn {
	q := v.r.URL.Query()
	return query.PaperIn{Inspection: v.id(), Kind: inspection.PaperKind(q.Get("kind")), Of: q.Get("of"), CutOff: workday.Date(q.Get("cut_off"))}
}

// madePaper shows a paper as the records write it now; one that was issued as
// it was issued, unless the address asks for now.
func madePaper(v *visit) error {
	in := v.paperIn()
	p, x, err := inspect(v, v.id(), "side.all-papers", paper.Made, in)
	if err != nil {
		return err
	}
	if issued := x.Versions.Issued(); issued.ID != "" && !v.r.URL.Query().Has("now") {
		http.Redirect(v.w, v.r, "/issued-papers/"+issued.ID, http.StatusSeeOther)
		return nil
	}
	return v.show(templates.MadePaper(p, in, x))
}

// madePaperFile hands a paper out as .docx. The taking is recorded before the
// first byte leaves.
func madePaperFile(v *visit) error {
	in := v.paperIn()
	x, err := see(v, paper.Made, in)
	if err != nil {
		return err
	}
	if _, err := v.do(&oversight.RecordPaper{InspectionID: v.id(), Kind: in.Kind, Of: in.Of}); err != nil {
		return err
	}
	return v.document(x.Document, x.Title)
}

func (v *visit) summaryIn() query.RoundSummaryIn {
	return query.RoundSummaryIn{Round: v.id(), CutOff: workday.Date(v.r.URL.Query().Get("cut_off"))}
}

// roundSummary shows the report on a round.
func roundSummary(v *visit) error {
	x, err := see(v, paper.Round, v.summaryIn())
	if err != nil {
		return err
	}
	return v.show(templates.RoundSummary(v.page("round.summary"), x))
}

func roundSummaryFile(v *visit) error {
	x, err := see(v, paper.Round, v.summaryIn())
	if err != nil {
		return err
	}
	if _, err := v.do(&oversight.RecordRoundExport{RoundID: v.id(), List: "summary.docx", Filter: v.r.URL.RawQuery}); err != nil {
		return err
	}
	return v.document(x.Document, x.Title)
}
