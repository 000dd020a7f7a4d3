package store

import (
	"fmt"
	"strings"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/signing"
	"bihuan/internal/fault"
)

// Matter is what a sheet asks somebody to approve, as the records have it now.
type Matter struct {
	Target  org.Target
	Title   string
	Summary []signing.Line
	Hash    string
	Version int // of the record
}

// MatterOf gives the matter of an act on a record. Its hash covers everything
// that the signer is shown or that his yes rests on.
func MatterOf(tx *Tx, act signing.Act, recordID string) (Matter, error) {
	switch act {
	case signing.AdoptPlan:
		return planMatter(tx, recordID)
	case signing.Signoff:
		return signoffMatter(tx, recordID)
	case signing.Extension:
		return extensionMatter(tx, recordID)
	case signing.Amendment:
		return amendmentMatter(tx, recordID)
	case signing.Report:
		return reportMatter(tx, recordID)
	case signing.HandOver:
		return handOverMatter(tx, recordID)
	}
	return Matter{}, fault.New(fault.NotFound, "fault.not-found")
}

// seal fills in the hash over what rests and what is shown.
func (m Matter) seal(err error, rests ...any) (Matter, error) {
	if err != nil {
		return m, err
	}
	m.Hash, err = signing.HashOf(append(rests, m.Title, m.Summary)...)
	return m, err
}

func planMatter(tx *Tx, id string) (m Matter, err error) {
	f, err := PlanFile(tx, id)
	if err != nil {
		return m, err
	}
	v := f.Version
	_, m.Target, err = InspectionTarget(tx, v.InspectionID)
	m.Target.Kind, m.Target.ID, m.Title, m.Version = PlanVersions.Name(), id, v.Title, v.Version
	m.Summary = []signing.Line{{Label: "version", Text: fmt.Sprintf("第%d稿 %s", v.Number, v.Name)}, {Label: "content", Text: v.Hash}}
	return m.seal(err, v.Hash, f.Live, f.Open)
}

func signoffMatter(tx *Tx, id string) (m Matter, err error) {
	a, err := Applications.Get(tx, id)
	if err != nil {
		return m, err
	}
	p, t, err := ProofTarget(tx, a.ProblemID)
	if err != nil {
		return m, err
	}
	kase, err := SignoffCase(tx, p, a)
	if err != nil {
		return m, err
	}
	hash, err := kase.Hash()
	t.Kind, t.ID = Applications.Name(), id
	m = Matter{Target: t, Title: p.Number + " " + p.Title, Version: a.Version}
	step, _ := kase.Waiting(a)
	m.Summary = []signing.Line{{Label: "applicant", Text: a.Applicant}, {Label: "statement", Text: a.Statement}, {Label: "criteria", Text: p.Criteria.String()},
		{Label: "evidence", Text: fmt.Sprint(len(kase.Evidence))}, {Label: "step", Text: step.Code}}
	return m.seal(err, a.ID, a.Step, hash)
}

func extensionMatter(tx *Tx, id string) (m Matter, err error) {
	e, err := Extensions.Get(tx, id)
	if err != nil {
		return m, err
	}
	p, t, err := ProblemTarget(tx, e.ProblemID)
	if err == nil && e.MeasureID != "" {
		_, t, err = MeasureTarget(tx, e.MeasureID)
	}
	t.Kind, t.ID = Extensions.Name(), id
	m = Matter{Target: t, Title: p.Number + " " + p.Title, Version: e.Version}
	m.Summary = []signing.Line{{Label: "applicant", Text: e.AskedName}, {Label: "reason", Text: e.Reason}, {Label: "done", Text: e.DoneSoFar},
		{Label: "safeguards", Text: e.Safeguards}, {Label: "dates", Text: e.OldDate.Chinese() + " → " + e.NewDate.Chinese()}}
	return m.seal(err, e)
}

func amendmentMatter(tx *Tx, id string) (m Matter, err error) {
	a, err := Amendments.Get(tx, id)
	if err != nil {
		return m, err
	}
	p, t, err := ProblemTarget(tx, a.ProblemID)
	t.Kind, t.ID = Amendments.Name(), id
	m = Matter{Target: t, Title: p.Number + " " + p.Title, Version: a.Version}
	m.Summary = []signing.Line{{Label: "applicant", Text: a.AskedName}, {Label: "was", Text: a.WasText}, {Label: "becomes", Text: a.BecomesText}, {Label: "reason", Text: a.Reason}}
	return m.seal(err, a)
}

func reportMatter(tx *Tx, id string) (m Matter, err error) {
	r, t, err := ReportTarget(tx, id)
	m = Matter{Target: t, Title: r.Title, Version: r.Version}
	m.Summary = []signing.Line{{Label: "cut-off", Text: r.CutOff.Chinese()}, {Label: "content", Text: r.Hash}, {Label: "promise", Text: inspection.TruthPromise}}
	return m.seal(err, r.ID, r.Hash, r.State)
}

func handOverMatter(tx *Tx, id string) (m Matter, err error) {
	h, err := HandOvers.Get(tx, id)
	if err != nil {
		return m, err
	}
	items, err := HandOverItems.List(tx, "WHERE hand_over_id = ? ORDER BY seq", id)
	if err != nil {
		return m, err
	}
	_, m.Target, err = InspectionTarget(tx, h.InspectionID)
	m.Target.Kind, m.Target.ID, m.Title, m.Version = HandOvers.Name(), id, h.FromName, h.Version
	var lines []string
	for _, i := range items {
		lines = append(lines, i.Label+" → "+i.ToName)
	}
	m.Summary = []signing.Line{{Label: "day", Text: h.On.Chinese()}, {Label: "reason", Text: h.Reason}, {Label: "items", Text: strings.Join(lines, "\n")}}
	return m.seal(err, h.ID, h.State, items)
}
