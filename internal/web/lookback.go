package web

import (
	"encoding/json"

	"bihuan/internal/action"
	"bihuan/internal/action/closing"
	"bihuan/internal/action/oversight"
	domain "bihuan/internal/domain/closing"
	"bihuan/internal/ledger"
	"bihuan/internal/paper"
	"bihuan/internal/query"
	"bihuan/internal/web/templates"
)

func roundLookBack(v *visit) error {
	l, err := see(v, query.LookBackOfRound, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.RoundLookBack(v.page("lookback.title"), l))
}

func drawSample(v *visit) error {
	return post(v, &closing.DrawSample{RoundID: v.id()}, "lookback.drawn.done", func(r action.Result) string { return "/samples/" + r.ID })
}

func samplePage(v *visit) error {
	s, err := see(v, query.SampleOf, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.Sample(v.page("lookback.sample"), s))
}

// sampleTaken records that a sample is taken out, and gives it.
func sampleTaken[Out any](v *visit, list string, q func(*query.View, string) (Out, error)) (out Out, err error) {
	if _, err := v.do(&oversight.RecordSampleExport{SampleID: v.id(), List: list}); err != nil {
		return out, err
	}
	return see(v, q, v.id())
}

func sampleSheet(v *visit) error {
	c, err := sampleTaken(v, "sheet.xlsx", query.CheckSheetOf)
	if err != nil {
		return err
	}
	return v.workbook(v.t("lookback.sheet"), ledger.CheckSheet(c))
}

func samplePaper(v *visit) error {
	c, err := sampleTaken(v, "sheet.docx", paper.LookBackSheet)
	if err != nil {
		return err
	}
	return v.file(c.Document, v.t("lookback.sheet")+"_"+c.Of.On.String())
}

func sampleFile(v *visit) error {
	c, err := sampleTaken(v, "sample.json", query.CheckSheetOf)
	if err != nil {
		return err
	}
	body, err := json.MarshalIndent(c.Sample.File(), "", "  ")
	if err != nil {
		return err
	}
	v.attach("sample-"+c.Sample.ID+".json", "application/json", append(body, '\n'))
	return nil
}

func spotCheckForm(v *visit) error {
	p, f, err := inside(v, "lookback.record", query.NewSpotCheck, query.SpotCheckIn{Problem: v.id(), Sample: v.r.URL.Query().Get("sample")})
	if err != nil {
		return err
	}
	return v.show(templates.SpotCheckForm(p, f))
}

func recordSpotCheck(v *visit) error {
	next := "/problems/" + v.id() + "#signoff"
	if sample := v.r.PostFormValue("sample"); sample != "" {
		next = "/samples/" + sample
	}
	return post(v, &closing.RecordSpotCheck{ProblemID: v.id()}, "saved", to(next))
}

func lookBackList(v *visit) error {
	in := query.LookBacksIn{Inspection: v.id(), Outcome: domain.SpotOutcome(v.r.URL.Query().Get("outcome"))}
	p, l, err := inspect(v, v.id(), "lookback.title", query.LookBacks, in)
	if err != nil {
		return err
	}
	return v.show(templates.LookBacks(p, v.at(), l))
}
