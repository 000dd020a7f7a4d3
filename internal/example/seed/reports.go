package seed

import (
	"bihuan/internal/action"
	"bihuan/internal/action/report"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/plan"
	"bihuan/internal/example"
	writer "bihuan/internal/paper"
	records "bihuan/internal/store"
)

// reports takes each report from its composition to the end of the joint review.
func (t *tale) reports() {
	for _, r := range t.o.Reports {
		t.report(r)
	}
}

func (t *tale) report(r example.Report) {
	key := t.of("report", string(r.On))
	now := func(s *action.Step) (inspection.Report, error) { return records.Reports.Get(s.Tx, t.book.ids[key]) }
	t.add(r.On, early, r.By, key, func(*action.Step) (action.Command, error) {
		return &report.Compose{InspectionID: t.inspectionID(), Kind: inspection.ReportKind(r.Kind), CutOff: r.CutOff, Write: t.desk.Write}, nil
	})
	t.add(r.On, early+stepping, r.By, "", func(*action.Step) (action.Command, error) {
		return &report.Number{ID: t.book.ids[key], Typed: r.Number}, nil
	})
	t.add(r.On, later, t.head(), "", func(s *action.Step) (action.Command, error) {
		x, err := now(s)
		return &report.Submit{ID: x.ID, Version: x.Version, MeetingID: t.id("meeting", r.Meeting),
			Files: report.Files{Print: writer.ReportFile, Keep: t.keep}}, err
	})
	for n, o := range r.Opinions {
		t.add(o.On, early+stepping*moment(n+1), o.By, "", func(*action.Step) (action.Command, error) {
			cmd := &report.GiveOpinion{ID: t.book.ids[key], Body: t.consenter(o.Body), Verdict: plan.Consents, Overall: o.Consent.Opinion}
			if o.Return {
				cmd.Verdict = plan.Returns
			}
			if cmd.Paper = o.Paper; o.Paper != "" {
				cmd.PaperOn = o.On
			}
			return cmd, nil
		})
	}
}
