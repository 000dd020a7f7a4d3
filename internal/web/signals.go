package web

import (
	"bytes"
	"strconv"

	"bihuan/internal/action"
	"bihuan/internal/action/oversight"
	"bihuan/internal/action/signals"
	"bihuan/internal/domain/workday"
	"bihuan/internal/ledger"
	"bihuan/internal/query"
	"bihuan/internal/sheet"
	"bihuan/internal/signal"
	"bihuan/internal/web/templates"
)

// signalsIn is the filter of a list of signals, as its address says it.
func (v *visit) signalsIn() query.SignalsIn {
	q := v.r.URL.Query()
	page, err := strconv.Atoi(q.Get("page"))
	if err != nil {
		page = 1
	}
	return query.SignalsIn{Rule: signal.Rule(q.Get("rule")), State: q.Get("state"), Outcome: signal.Outcome(q.Get("outcome")),
		Organisation: q.Get("organisation"), Problem: q.Get("problem"), Page: page}
}

func signalList(v *visit) error {
	in := v.signalsIn()
	in.Inspection = v.id()
	p, l, err := inspect(v, v.id(), "signals.title", query.Signals, in)
	if err != nil {
		return err
	}
	return v.show(templates.Signals(p, v.at(), l))
}

func roundSignals(v *visit) error {
	in := v.signalsIn()
	in.Round = v.id()
	l, err := see(v, query.RoundSignals, in)
	if err != nil {
		return err
	}
	return v.show(templates.Signals(v.page("signals.title"), v.at(), l))
}

func exportSignals(v *visit) error {
	in := v.signalsIn()
	in.Inspection = v.id()
	return v.exportSignals(in, &oversight.RecordExport{InspectionID: v.id(), List: "signals.xlsx", Filter: v.r.URL.RawQuery})
}

func exportRoundSignals(v *visit) error {
	in := v.signalsIn()
	in.Round = v.id()
	return v.exportSignals(in, &oversight.RecordRoundExport{RoundID: v.id(), List: "signals.xlsx", Filter: v.r.URL.RawQuery})
}

// exportSignals records the taking-out and answers with the list.
func (v *visit) exportSignals(in query.SignalsIn, record action.Command) error {
	if _, err := v.do(record); err != nil {
		return err
	}
	out, err := see(v, query.ExportSignals, in)
	if err != nil {
		return err
	}
	return v.workbook(v.t("signals.title"), ledger.Signals(out))
}

// workbook answers with a workbook, named and dated.
func (v *visit) workbook(name string, book sheet.Workbook) error {
	book.Author, book.Created = v.actor.Name, v.run.DB.Now()
	var b bytes.Buffer
	if err := sheet.Write(&b, book); err != nil {
		return err
	}
	v.attach(name+"_"+workday.DateOf(book.Created, workday.Zone).String()+".xlsx", workbookType, b.Bytes())
	return nil
}

func computeSignals(v *visit) error {
	return post(v, &signals.Compute{RoundID: v.id()}, "signal.compute.asked", to("/rounds/"+v.id()+"/signals"))
}

func signalSettings(v *visit) error {
	x, err := see(v, query.SignalSettings, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.SignalSettings(v.page("signal.settings"), x))
}

func saveSignalSettings(v *visit) error {
	return post(v, &signals.SaveSettings{RoundID: v.id()}, "saved", to("/rounds/"+v.id()+"/signals/settings"))
}

func signalPage(v *visit) error {
	p, s, err := inside(v, "signal.title", query.Signal, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.Signal(p, s))
}

func answerSignal(v *visit) error {
	return post(v, &signals.Answer{ID: v.id()}, "signal.answered", to("/signals/"+v.id()))
}

func reviewSignal(v *visit) error {
	return post(v, &signals.Review{ID: v.id()}, "signal.reviewed", to("/signals/"+v.id()))
}
