package testkit

import (
	"fmt"
	"sync"
	"time"

	"bihuan/internal/domain/workday"
)

// Clock is a clock that stands until it is moved.
type Clock struct {
	mu  sync.Mutex
	now time.Time
}

// ClockAt gives a clock that shows nine in the morning of the day in China.
func ClockAt(day workday.Date) *Clock {
	return &Clock{now: day.Time(workday.Zone).Add(9 * time.Hour)}
}

// Now is the time that the clock shows.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

// Set moves the clock to nine in the morning of the day.
func (c *Clock) Set(day workday.Date) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = day.Time(workday.Zone).Add(9 * time.Hour)
}

// Add moves the clock on.
func (c *Clock) Add(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}

// IDs gives a source of ids that count: id-1, id-2 …
func IDs() func() string {
	var mu sync.Mutex
	n := 0
	return func() string {
		mu.Lock()
		defer mu.Unlock()
		n++
		return fmt.Sprintf("id-%04d", n)
	}
}
