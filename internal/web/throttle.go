package web

import (
	"sync"
	"time"
)

// throttle bounds how often something may fail from one address: codes of a
// survey cannot be guessed, but who tries is not to keep the server busy.
type throttle struct {
	most   int
	window time.Duration

	lock  sync.Mutex
	from  time.Time
	fails map[string]int
}

// mostAddresses bounds the memory of a window.
const mostAddresses = 10_000

// closed reports whether an address has failed too often in this window.
func (t *throttle) closed(address string, now time.Time) bool {
	t.lock.Lock()
	defer t.lock.Unlock()
	t.turn(now)
	return t.fails[address] >= t.most
}

// failed notes a failure.
func (t *throttle) failed(address string, now time.Time) {
	t.lock.Lock()
	defer t.lock.Unlock()
	t.turn(now)
	if len(t.fails) < mostAddresses {
		t.fails[address]++
	}
}

// turn begins a new window when the last one is over.
func (t *throttle) turn(now time.Time) {
	if t.fails == nil || now.Sub(t.from) >= t.window || now.Before(t.from) {
		t.from, t.fails = now, map[string]int{}
	}
}
