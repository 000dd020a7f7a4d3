package paper

import (
	"bihuan/internal/gongwen"
	"bihuan/internal/ledger"
	"bihuan/internal/query"
	"bihuan/internal/sheet"
)

// Comments is the table of comments on the plan and what became of them
// (意见征集及采纳情况表) as a paper on landscape pages.
func Comments(l query.CommentLedger, by string, o drafts) (*gongwen.Document, error) {
	x := commented{of: l}
	var err error
	if x.comments, err = captioned(ledger.CommentSheet(l)); err != nil {
		return nil, err
	}
	if x.invitees, err = captioned(ledger.InviteeSheet(l)); err != nil {
		return nil, err
	}
	d := formProse(commentsOutline, x, o).paper()
	d.Landscape, d.Author = true, by
	return d, nil
}

// captioned is a list under its name; none where it has nothing.
func captioned(s sheet.Sheet) ([]gongwen.Block, error) {
	if s.Rows == nil {
		return nil, nil
	}
	t, err := sheet.Table(s)
	t.Caption, t.Points = gongwen.Text(s.Name), 10.5
	return []gongwen.Block{t}, err
}

// commented is the comments with the tables of them and of who was asked; none
// where there is nothing to list.
type commented struct {
	of                 query.CommentLedger
	comments, invitees []gongwen.Block
}
