package incoming

import (
	"strings"

	"bihuan/internal/action"
	"bihuan/internal/domain/incoming"
	"bihuan/internal/store"
)

// remember keeps what the row brought, or would have brought where a person
// kept the records' version, so that the same file asks nothing again.
func (c *applyProblem) remember(s *action.Step, r *incoming.Row) error {
	if r.Kind == incoming.MeasureRow && r.RecordID == "" {
		if r.Choice == incoming.Keep && r.State == incoming.New {
			return c.base(s, r.ProblemID, incoming.DeclinedField(r.Label), r.Label)
		}
		return nil
	}
	if len(r.Cells) == 0 {
		if r.Choice == "" || r.State != incoming.Gone {
			return nil
		}
		_, err := s.Tx.Exec("DELETE FROM ledger_base WHERE record_id = ?", r.RecordID)
		return err
	}
	for _, cell := range r.Cells {
		if cell.Field == incoming.Record || cell.Doubt != "" || !(r.Taken(cell) || r.Choice == incoming.Keep || cell.State == incoming.Untouched) {
			continue
		}
		if cell.Value == "" && cell.State != incoming.Gone || strings.Contains(cell.Value, incoming.Missing) {
			continue
		}
		if err := c.base(s, r.RecordID, cell.Field, cell.Value); err != nil {
			return err
		}
	}
	return nil
}

func (c *applyProblem) base(s *action.Step, recordID string, f incoming.Field, value string) error {
	if was, ok := c.records.Bases[incoming.BaseKey(recordID, f)]; ok && was == value {
		return nil
	}
	if _, err := s.Tx.Exec("DELETE FROM ledger_base WHERE record_id = ? AND field = ?", recordID, f); err != nil {
		return err
	}
	return store.ImportBases.Insert(s.Tx, &incoming.Base{ID: s.NewID(), OrgID: c.before.OrgID, InspectionID: c.before.InspectionID,
		RecordID: recordID, Field: f, Value: value})
}
