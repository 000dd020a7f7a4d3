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
func (v *visit) sampleTaken(list string) (query.CheckSheet, error) {
	if _, err := v.do(&oversight.RecordSampleExport{SampleID: v.id(), List: list}); err != nil {
		return query.CheckSheet{}, err
	}
	return see(v, query.CheckSheetOf, v.id())
}

func sampleSheet(v *visit) error {
	c, err := v.sampleTaken("sheet.xlsx")
	if err != nil {
		return err
	}
	return v.workbook(v.t("lookback.sheet"), ledger.CheckSheet(c))
}

func samplePaper(v *visit) error {
	c, err := v.sampleTaken("sheet.docx")
	if err != nil {
		return err
	}
	d, err := paper.CheckSheet(c, v.actor.Name)
	if err != nil {
		return err
	}
	return v.file(d, v.t("lookback.sheet")+"_"+c.On.String())
}

func sampleFile(v *visit) error {
	c, err := v.sampleTaken("sample.json")
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
