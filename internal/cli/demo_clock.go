package cli

import (
	"sync"
	"time"
)

// storyClock shows the day that the example tells of and goes on from there as
// the real one does, so that deadlines and warnings look as they did that day.
type storyClock struct {
	mu    sync.Mutex
	real  func() time.Time
	begun time.Time // real
	start time.Time // shown when it begun
}

func newStoryClock(real func() time.Time, start time.Time) *storyClock {
	return &storyClock{real: real, begun: real(), start: start}
}

// Now is what the clock shows.
func (c *storyClock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.start.Add(c.real().Sub(c.begun))
}

// NotBefore moves the clock on where it is behind: a demonstration that is
// started again goes on after its last entry.
func (c *storyClock) NotBefore(t time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if now := c.start.Add(c.real().Sub(c.begun)); now.Before(t) {
		c.start = c.start.Add(t.Sub(now))
	}
}
