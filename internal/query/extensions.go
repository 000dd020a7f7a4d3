package query

import (
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/store"
)

// ExtensionRow is one request with what it is about.
type ExtensionRow struct {
	work.Extension
	Number    string
	Title     string
	Measure   string
	CanDecide bool
}

// Extensions lists the requests of an inspection, open ones first.
func Extensions(v *View, inspectionID string) ([]ExtensionRow, error) {
	if _, _, err := v.Inspection(inspectionID, org.SeeDetail); err != nil {
		return nil, err
	}
	list, err := store.Extensions.List(v.Tx,
		"WHERE inspection_id = ? ORDER BY CASE WHEN state = 'asked' THEN 0 ELSE 1 END, asked_at DESC, id", inspectionID)
	if err != nil {
		return nil, err
	}
	var out []ExtensionRow
	for _, e := range list {
		row, err := v.extensionRow(e)
		if err != nil {
			return nil, err
		}
		out = append(out, row)
	}
	return out, nil
}

func (v *View) extensionRow(e work.Extension) (ExtensionRow, error) {
	p, t, err := store.ProblemTarget(v.Tx, e.ProblemID)
	if err != nil {
		return ExtensionRow{}, err
	}
	row := ExtensionRow{Extension: e, Number: p.Number, Title: p.Title}
	if e.MeasureID != "" {
		m, mt, err := store.MeasureTarget(v.Tx, e.MeasureID)
		if err != nil {
			return row, err
		}
		row.Measure, t = m.Text, mt
	}
	row.CanDecide = e.State == work.ExtensionAsked && e.AskedBy != v.Actor.AccountID && v.Can(org.ExtensionDecide, t)
	return row, nil
}
