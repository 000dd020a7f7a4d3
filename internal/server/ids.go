package server

import (
	"crypto/rand"
	"time"

	"github.com/oklog/ulid/v2"
)

// ids gives a source of ids: ULIDs, which sort by the millisecond in which
// they were made and cannot be guessed.
func ids(now func() time.Time) func() string {
	return func() string {
		var id ulid.ULID
		// Neither can fail: the time fits until the year 10889, and the
		// system's random source ends the process rather than answer wrong.
		_ = id.SetTime(ulid.Timestamp(now()))
		_, _ = rand.Read(id[6:])
		return id.String()
	}
}
