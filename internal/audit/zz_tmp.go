// TEMPORARY stand-in so that the core builds: delete this file when the real package lands.

package audit

import "bihuan/internal/store"
import "encoding/json"

type Entry struct {
	ActorID, Actor, Action, TargetKind, TargetID, OrgID, InspectionID, Outcome, Detail, Remote string
	Changes                                                                                    json.RawMessage
}

func Append(tx *store.Tx, e Entry) (int64, error) { return 0, nil }
