package workday

import "time"

// Imported is a notice that an administrator brought in, with who and when.
type Imported struct {
	ID      string
	Year    int
	Notice  Notice
	By      string // account
	Name    string
	At      time.Time
	Version int
}
