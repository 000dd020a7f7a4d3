package numbering

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/register"
	"bihuan/internal/store"
)

// changed is why a number that a record bore is voided.
const changed = "原用文件改用其他编号"

// Release voids the number that a record bears, with the reason that the record
// has another one now. A record without one is left alone.
func Release(s *action.Step, orgID, kind, recordID string) error {
	list, err := store.RegisterEntries.List(s.Tx, "WHERE org_id = ? AND kind = ? AND record_id = ? AND state = ?", orgID, kind, recordID, register.Used)
	if err != nil {
		return err
	}
	for _, e := range list {
		after := e
		after.State, after.Reason, after.Kind, after.RecordID = register.Voided, changed, "", ""
		if err := action.Save(s, store.RegisterEntries, e, &after); err != nil {
			return err
		}
	}
	return nil
}
