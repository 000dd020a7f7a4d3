package paper

import (
	"bytes"
	"context"

	issued "bihuan/internal/domain/plan"
	"bihuan/internal/gongwen"
	"bihuan/internal/query"
	"bihuan/internal/store"
)

// Keep puts the bytes of a paper away and gives their SHA-256 and length.
type Keep func(ctx context.Context, body []byte) (hash string, size int64, err error)

// Freeze writes the paper of an issued plan as .docx and puts it away. What it
// gives is the Freezer of package action/planning.
func (d Desk) Freeze(keep Keep) func(*store.Tx, issued.Version) (issued.IssuedCopy, error) {
	return func(tx *store.Tx, v issued.Version) (issued.IssuedCopy, error) {
		doc, err := d.IssuedPlan(tx, v)
		if err != nil {
			return issued.IssuedCopy{}, err
		}
		var b bytes.Buffer
		if err := gongwen.WriteDocx(&b, doc); err != nil {
			return issued.IssuedCopy{}, err
		}
		c := issued.IssuedCopy{FileName: v.Title + "（" + v.DocumentNumber + "）.docx"}
		c.FileHash, c.FileSize, err = keep(tx.Context(), b.Bytes())
		return c, err
	}
}

// IssuedPlan is the paper of a version as its snapshot says it, under its
// document number and dated on the day of issue.
func (d Desk) IssuedPlan(tx *store.Tx, v issued.Version) (*gongwen.Document, error) {
	i, err := store.Inspections.Get(tx, v.InspectionID)
	if err != nil {
		return nil, err
	}
	view := &query.View{Tx: tx, Now: tx.Now(), Today: tx.Today(), Calendar: d.Calendar}
	f, err := view.VersionFacts(i, v, v.IssuedOn)
	if err != nil {
		return nil, err
	}
	doc, err := PlanPaper(f)
	if err != nil {
		return nil, err
	}
	doc.Number, doc.Created = gongwen.Text(v.DocumentNumber), v.CreatedAt
	return doc, nil
}
