package query

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/plan"
	"bihuan/internal/store"
)

// afterIssue: questions to answer, changes to decide, and departments whose
// time to claim is over.
func (b *deskBuilder) afterIssue(i inspection.Inspection, t org.Target) error {
	if !b.Inside(t) {
		return nil
	}
	issued, ok, err := store.IssuedPlan(b.Tx, i.ID)
	if err != nil || !ok {
		return err
	}
	href := "/inspections/" + i.ID + "/issue"
	if b.Can(org.TaskAnswer, t) {
		if err := b.asked(i, href); err != nil {
			return err
		}
		if err := b.chase(i, t, issued, href); err != nil {
			return err
		}
	}
	list, err := store.Amendments.List(b.Tx, "WHERE inspection_id = ? AND state = ? ORDER BY asked_at", i.ID, plan.AmendmentAsked)
	if err != nil {
		return err
	}
	for _, a := range list {
		row, err := b.amendmentRow(a)
		if err != nil {
			return err
		}
		if row.CanDecide {
			b.add(DeskAmend, DeskItem{Title: row.Title, Note: row.Number + " " + row.AskedName, Href: href + "#a-" + a.ID})
		}
	}
	return nil
}

func (b *deskBuilder) asked(i inspection.Inspection, href string) error {
	list, err := store.TaskQuestions.List(b.Tx, "WHERE inspection_id = ? AND answer = '' ORDER BY asked_at", i.ID)
	for _, q := range list {
		b.add(DeskAsked, DeskItem{Title: q.Question, Note: q.AskedName, Href: href + "#q-" + q.ID})
	}
	return err
}

// chase names each department that has not claimed all of its tasks in time.
func (b *deskBuilder) chase(i inspection.Inspection, t org.Target, issued plan.Version, href string) error {
	page := IssuePage{Version: issued}
	if err := b.loadClaims(i, t, &page); err != nil || !page.Late {
		return err
	}
	for _, c := range page.Claims {
		if left := c.Total - c.Claimed; left > 0 {
			b.add(DeskChase, DeskItem{Title: c.Department, Href: href + "#claims",
				Due: Due{Date: page.Due.Date, Days: b.Today.DaysUntil(page.Due.Date), Colour: "red"}})
		}
	}
	return nil
}
