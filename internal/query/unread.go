package query

import (
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/signal"
	"bihuan/internal/store"
)

// UnreadEvidence gives files of evidence of which it was not yet noted what
// they say of themselves, the oldest first, at most so many.
func UnreadEvidence(v *View, most int) ([]work.Evidence, error) {
	if err := v.Need(org.SignalCompute, org.Target{}); err != nil {
		return nil, err
	}
	return store.Evidences.List(v.Tx, `WHERE NOT EXISTS (SELECT 1 FROM evidence_fact f WHERE f.id = evidence.id)
		ORDER BY at, id LIMIT ?`, most)
}

// LastSignalRun gives the newest computation; its ID is empty when there was none.
func LastSignalRun(v *View, _ struct{}) (signal.Run, error) {
	list, err := store.SignalRuns.List(v.Tx, "ORDER BY at DESC, id DESC LIMIT 1")
	return append(list, signal.Run{})[0], err
}
