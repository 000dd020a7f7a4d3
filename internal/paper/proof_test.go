package paper_test

import (
	"strings"
	"testing"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/gongwen"
	"bihuan/internal/paper"
	"bihuan/internal/proofread"
	"bihuan/internal/query"
	"bihuan/internal/store"
)

// drafted keeps a paper as a draft of the organisation and reads it as its head.
func drafted(t *testing.T, db *store.DB, short string, kind inspection.ReportKind, d *gongwen.Document) (out paper.Page) {
	t.Helper()
	body, err := gongwen.Encode(d)
	if err != nil {
		t.Fatal(err)
	}
	id := "draft-" + string(kind)
	err = db.Write(t.Context(), func(tx *store.Tx) error {
		i, err := store.Inspections.One(tx, "WHERE org_id = (SELECT id FROM organisation WHERE short_name = ?)", short)
		if err != nil {
			return err
		}
		if _, err := tx.Exec("DELETE FROM report WHERE id = ?", id); err != nil {
			return err
		}
		return store.Reports.Insert(tx, &inspection.Report{ID: id, OrgID: i.OrgID, InspectionID: i.ID, Kind: kind, State: inspection.ReportDraft,
			Title: "报告", CutOff: tx.Today(), Body: body, Hash: inspection.BodyHash(body), CreatedAt: tx.Now()})
	})
	if err != nil {
		t.Fatal(err)
	}
	seeing(t, db, short, func(v *query.View, i inspection.Inspection) (err error) {
		out, err = paper.Report(v, id)
		return err
	})
	return out
}

// TestTheExampleReportsAreLookedOver holds that papers composed from the
// records raise no doubt, that each kind of fault planted in them does, and
// that the finding leads to its place.
func TestTheExampleReportsAreLookedOver(t *testing.T) {
	db := city(t)
	accept(t, db, "市市场监管局")
	for _, kind := range inspection.ReportKinds() {
		honest := drafted(t, db, "市市场监管局", kind, written(t, db, "市市场监管局", kind))
		if !honest.Looked {
			t.Fatalf("%s is not looked over", kind)
		}
		for _, f := range honest.Findings {
			t.Errorf("%s, honest: %s %q in %s %v", kind, f.Kind, f.Quote, f.Within, f.Args)
		}
	}
	for planted, want := range map[string]proofread.Kind{
		"共追缴违规资金987.6万元。": proofread.Number, "2026年12月1日已全部整改到位。": proofread.Date, "2026年2月1日召开局党组会议研究整改。": proofread.Meeting,
		"印发《局机关会议室使用管理办法》。": proofread.Title, "党组书记、局长邱建平带队督查。": proofread.Post, "党组成员、副局长马得功负责督办。": proofread.Name,
		"市水务局党组高度重视。": proofread.Organisation, "本人带队督查。": proofread.FirstPerson, "以上报告妥否，请批示。": proofread.Request,
	} {
		d := written(t, db, "市市场监管局", inspection.ProgressReport)
		d.Blocks = append(d.Blocks, gongwen.P(gongwen.Text(planted)))
		found := false
		for _, f := range drafted(t, db, "市市场监管局", inspection.ProgressReport, d).Findings {
			found = found || f.Kind == want && strings.Contains(f.Within, planted)
		}
		if !found {
			t.Errorf("%s is not found in %s", want, planted)
		}
	}
}

// TestTheLedgersOfTheExampleReportAreLookedOver plants a fault in one cell of
// the attached ledger; the finding names the attachment, the row and the column.
func TestTheLedgersOfTheExampleReportAreLookedOver(t *testing.T) {
	db := city(t)
	for planted, want := range map[string]struct {
		column int // of row 5
		kind   proofread.Kind
		head   string
	}{
		"2026年12月1日已销号": {8, proofread.Date, "销号日期"}, "制定《局机关会议室使用管理办法》。": {2, proofread.Title, "整改措施"},
		"党组书记、局长邱建平": {3, proofread.Post, "责任领导"}, "会同市水务局开展。": {2, proofread.Organisation, "整改措施"},
	} {
		d := written(t, db, "市市场监管局", inspection.ProgressReport)
		ledger := d.Attachments[0].Blocks[0].(gongwen.Table)
		ledger.Rows[4][want.column] = gongwen.C(gongwen.Text(planted, "problem:p"))
		found := false
		for _, f := range drafted(t, db, "市市场监管局", inspection.ProgressReport, d).Findings {
			found = found || f.Kind == want.kind && f.Cell == proofread.Cell{Table: "巡察反馈问题整改台账", Row: 5, Column: want.head}
		}
		if !found {
			t.Errorf("%s is not found in %s", want.kind, planted)
		}
	}
}
