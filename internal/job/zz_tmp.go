// TEMPORARY stand-in so that the core builds: delete this file when the real package lands.

package job

import "bihuan/internal/store"
import "time"

type Job struct {
	ID, Kind, Payload string
	RunAt             time.Time
}

func Insert(tx *store.Tx, j Job) error { return nil }
