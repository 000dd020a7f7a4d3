package report

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/store"
)

// Files makes the file of a report that goes up and puts it away, so that a
// later program hands out the same bytes.
type Files struct {
	Print func(r inspection.Report, number string) ([]byte, error) `form:"-" json:"-"`
	Keep  action.Keep                                              `form:"-" json:"-"`
}

// keep fills in the file of a report under its document number. A report that
// was brought in as a file without text is that file.
func (f Files) keep(s *action.Step, r *inspection.Report, number string) error {
	if f.Print == nil || !r.HasText() {
		return nil
	}
	body, err := f.Print(*r, number)
	if err != nil {
		return err
	}
	r.SentName = r.Title + ".docx"
	if number != "" {
		r.SentName = r.Title + "（" + number + "）.docx"
	}
	r.SentHash, r.SentSize, err = f.Keep(s.Tx.Context(), body)
	return err
}

// numbered is keep with the number that the register holds.
func (f Files) numbered(s *action.Step, r *inspection.Report) error {
	number, err := store.NumberOf(s.Tx, r.OrgID, store.Reports.Name(), r.ID)
	if err != nil {
		return err
	}
	return f.keep(s, r, number)
}
