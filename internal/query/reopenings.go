package query

import (
	"bihuan/internal/domain/closing"
	"bihuan/internal/store"
)

// ReopeningRow is one reopening with the files that prove it.
type ReopeningRow struct {
	closing.Reopening
	Files []Option
}

// loadReopenings fills the reopenings of the problem, the newest first.
func (w *ProblemWork) loadReopenings(v *View) error {
	list, err := store.Reopenings.List(v.Tx, "WHERE problem_id = ? ORDER BY at DESC, id", w.Problem.ID)
	if err != nil {
		return err
	}
	for _, r := range list {
		row := ReopeningRow{Reopening: r}
		if row.Files, err = v.named(r.Proof); err != nil {
			return err
		}
		w.Reopenings = append(w.Reopenings, row)
	}
	return nil
}

// named gives files by their ids; none for none.
func (v *View) named(ids []string) ([]Option, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	return v.evidenceOptions(anyFile, "id IN ("+marks(len(ids))+")", anyOf(ids)...)
}
