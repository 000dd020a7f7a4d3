package seed

import (
	"path"
	"strconv"

	"bihuan/internal/action"
	"bihuan/internal/action/carrying"
	"bihuan/internal/domain/work"
	"bihuan/internal/example"
	records "bihuan/internal/store"
)

// carry brings progress, evidence and extensions.
func (t *tale) carry() {
	for _, e := range t.o.Progress.Entries {
		t.entry(e)
	}
	for _, e := range t.o.Progress.Evidence {
		t.evidence(e)
	}
	for _, e := range t.o.Progress.Extensions {
		t.extension(e)
	}
}

func (t *tale) entry(e example.Entry) {
	t.add(e.On, morning, e.By, "", func(s *action.Step) (action.Command, error) {
		p, m, err := t.measure(s, e.For)
		return &carrying.AddProgress{ProblemID: p.ID, MeasureID: m.ID, On: e.On, Body: e.Text, Difficulty: e.Difficulty,
			Verdict: work.Verdict(e.Verdict), People: e.People, Yuan: yuan(e.Amount), Figures: figures(e.Figures),
			HelpDept: t.id("department", join(t.o.Key, e.HelpDept))}, err
	})
}

// figures are the result figures as an officer types them.
func figures(list []example.Figure) []carrying.FigureInput {
	var out []carrying.FigureInput
	for _, f := range list {
		in := carrying.FigureInput{Kind: work.ResultKind(f.Kind), Text: f.Text, Amount: strconv.FormatInt(f.Amount, 10), Unit: f.Unit, Total: f.Total}
		if in.Kind == work.ResultMoney {
			in.Amount = work.Yuan(f.Amount)
		}
		out = append(out, in)
	}
	return out
}

// yuan is an amount as an officer types it.
func yuan(amount int64) string {
	if amount == 0 {
		return ""
	}
	return work.Yuan(amount)
}

func (t *tale) evidence(e example.Evidence) {
	file := t.stored[path.Join(t.o.Key, "evidence", e.File)]
	t.add(e.On, late, e.By, "", func(s *action.Step) (action.Command, error) {
		p, m, err := t.measure(s, e.For)
		return &carrying.AddEvidence{ProblemID: p.ID, MeasureID: m.ID, SpeaksFor: e.SpeaksFor, Note: e.Note,
			File: carrying.File{Name: e.Name + path.Ext(e.File), Hash: file.hash, Size: file.size, MIME: file.mime}}, err
	})
}

func (t *tale) extension(e example.Extension) {
	key := t.of("extension", e.For+"@"+string(e.On))
	t.add(e.On, noon, e.By, key, func(s *action.Step) (action.Command, error) {
		p, m, err := t.measure(s, e.For)
		return &carrying.AskExtension{ProblemID: p.ID, MeasureID: m.ID, Reason: e.Reason, DoneSoFar: e.DoneSoFar, RestPlan: e.RestPlan,
			Safeguards: e.Safeguards, NewDate: e.NewDate}, err
	})
	if e.DecidedBy == "" {
		return
	}
	first := example.Further{By: e.DecidedBy, On: e.DecidedOn, Opinion: e.Opinion}
	for _, d := range append([]example.Further{first}, e.Further...) {
		t.add(d.On, evening, d.By, "", func(s *action.Step) (action.Command, error) {
			asked, err := records.Extensions.Get(s.Tx, t.book.ids[key])
			return &carrying.DecideExtension{ID: asked.ID, Version: asked.Version, Agree: e.State == string(work.ExtensionAgreed),
				Opinion: d.Opinion}, err
		})
	}
}
