package paper_test

import (
	"strings"
	"testing"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/outline"
	"bihuan/internal/paper"
	"bihuan/internal/query"
	"bihuan/internal/store"
)

// keepOutline has the inspection office of the example's round keep an outline.
func keepOutline(t *testing.T, db *store.DB, kind, text string) {
	t.Helper()
	err := db.Write(t.Context(), func(tx *store.Tx) error {
		round, err := store.Rounds.One(tx, "ORDER BY id LIMIT 1")
		if err != nil {
			return err
		}
		return store.Outlines.Insert(tx, &outline.Version{ID: "outline-" + kind, OrgID: round.OfficeID, Kind: kind, Number: 1, Text: text, At: tx.Now()})
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestTheOfficeRewordsItsForms: the title, notes and lines to sign are the
// office's, the table stays the records'; a form that is taken remembers the
// version.
func TestTheOfficeRewordsItsForms(t *testing.T) {
	db := city(t)
	keepOutline(t, db, "signoff", "= 问题销号审核表\n{表头}\n{如果 是再次申请}\n本问题曾被退回。\n{完}\n{审批表}\n填表说明：{申请人}对所填内容负责。\n单位（盖章）：　　　　　　　年　　月　　日")
	keepOutline(t, db, "survey", "= {测评名称}结果\n{测评统计表}\n有效票{有效票数}张。")
	keepOutline(t, db, "ledger", "= {党组名称}台账\n{整改台账}\n台账共{具体问题数}个问题。")
	seeing(t, db, "市市场监管局", func(v *query.View, i inspection.Inspection) error {
		r := recount{t: t, tx: v.Tx, id: i.ID}
		id := r.value("SELECT id FROM application WHERE inspection_id = ? AND round = 2 ORDER BY id", i.ID)
		form, err := paper.Signoff(v, id)
		if err != nil {
			return err
		}
		said := text(form.Document)
		for _, want := range []string{"问题销号审核表", "第2次申请", "本问题曾被退回。", "填表说明：" + form.Of.Application.Applicant + "对所填内容负责。", "单位（盖章）：", "责任领导　意见"} {
			if !strings.Contains(said, want) {
				t.Errorf("the form does not say %q:\n%s", want, said)
			}
		}
		if form.Document.Outline != "outline-signoff" || form.Document.Subject != "问题销号审核表" {
			t.Errorf("the form remembers %q and is called %q", form.Document.Outline, form.Document.Subject)
		}
		m, err := paper.Made(v, query.PaperIn{Inspection: i.ID, Kind: inspection.LedgerPaper})
		if err != nil {
			return err
		}
		if said := text(m.Document); !strings.HasPrefix(said, "中共青禾市市场监督管理局党组台账\n") || !strings.HasSuffix(strings.TrimSpace(said), "台账共35个问题。") || len(m.Gaps) > 0 {
			t.Errorf("the ledger says %.200s", said)
		}
		return nil
	})
	asOffice(t, db, func(v *query.View, _ inspection.Round) error {
		s, err := paper.SurveyStatistics(v, firstOf(t, v, "survey"))
		if err != nil {
			return err
		}
		if said := text(s.Document); !strings.Contains(said, s.Of.Title+"结果") || !strings.Contains(said, "有效票129张。") || strings.Contains(said, "满意率为") {
			t.Errorf("the statistics say %s", said)
		}
		return nil
	})
}
