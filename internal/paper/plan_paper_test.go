package paper_test

import (
	"strings"
	"testing"

	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/gongwen"
	"bihuan/internal/paper"
	"bihuan/internal/query"
	"bihuan/internal/store"
)

// planOf writes the newest version of the plan of an organisation.
func planOf(t testing.TB, db *store.DB, short string) (out paper.PlanPage) {
	t.Helper()
	err := db.Read(t.Context(), func(tx *store.Tx) error {
		i, err := store.Inspections.One(tx, "WHERE org_id = (SELECT id FROM organisation WHERE short_name = ?)", short)
		if err != nil {
			return err
		}
		v, err := store.PlanVersions.One(tx, "WHERE inspection_id = ? ORDER BY number DESC LIMIT 1", i.ID)
		if err != nil {
			return err
		}
		clerk := org.Actor{AccountID: "clerk", OrgID: i.OrgID, Grants: []org.Grant{{OrgID: i.OrgID, Role: org.RoleClerk}}}
		view := &query.View{Tx: tx, Actor: clerk, Now: tx.Now(), Today: tx.Today(), Calendar: workday.China()}
		out, err = paper.Plan(view, query.PlanPaperIn{Inspection: i.ID, Version: v.ID})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestThePlanOfTheExampleBureau holds the plan that the example city's market
// bureau issued, word for word, and that each sentence of it rests on records.
func TestThePlanOfTheExampleBureau(t *testing.T) {
	p := planOf(t, city(t), "市市场监管局")
	golden(t, "market-bureau-plan.txt", read(p.Document))
	if p.Title != strings.Join(words(p.Document.Title), "") {
		t.Errorf("the paper is titled %q, the plan %q", words(p.Document.Title), p.Title)
	}
	for _, gap := range p.Gaps {
		t.Errorf("missing: %s", gap.What)
	}
	if len(p.Document.Attachments) != 3 {
		t.Fatalf("%d lists are attached", len(p.Document.Attachments))
	}
	for _, a := range p.Document.Attachments {
		if table, ok := a.Blocks[0].(gongwen.Table); !ok || !a.Landscape || len(table.Rows) < 8 {
			t.Errorf("%s is no landscape list", a.Title.Text)
		}
	}
	baseless(t, p.Document)
}

// baseless fails for every sentence that names no record.
func baseless(t *testing.T, d *gongwen.Document) {
	t.Helper()
	for _, b := range d.Blocks {
		paragraph, ok := b.(gongwen.Paragraph)
		if !ok {
			continue
		}
		based := false
		for _, r := range paragraph.Runs {
			based = based || len(r.Refs) > 0 || r.Missing != ""
		}
		if !based {
			t.Errorf("without a base: %s", words(paragraph.Runs))
		}
	}
}

func words(runs []gongwen.Run) []string {
	out := make([]string, len(runs))
	for i, r := range runs {
		out[i] = r.String()
	}
	return out
}
