package paper

import (
	"bihuan/internal/gongwen"
	"bihuan/internal/ledger"
	"bihuan/internal/query"
	"bihuan/internal/sheet"
)

// Comments is the table of comments on the plan and what became of them
// (意见征集及采纳情况表) as a paper on landscape pages.
func Comments(l query.CommentLedger) (*gongwen.Document, error) {
	doc := &gongwen.Document{Title: gongwen.WrapTitle(l.Plan + "意见征集及采纳情况表"), Landscape: true}
	for _, s := range []sheet.Sheet{ledger.CommentSheet(l), ledger.InviteeSheet(l)} {
		if s.Rows == nil {
			continue
		}
		t, err := sheet.Table(s)
		if err != nil {
			return nil, err
		}
		t.Caption, t.Points = gongwen.Text(s.Name), 10.5
		doc.Blocks = append(doc.Blocks, t)
	}
	return doc, nil
}
