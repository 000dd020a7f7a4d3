package server

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"bihuan/internal/domain/workday"
)

// CalendarFile is the file of the data directory in which an administrator
// brings the holidays of a new year (see workday.ParseNotices).
const CalendarFile = "holidays.json"

// calendarOf gives the calendar that the program ships with, extended by the
// data directory's file where there is one.
func calendarOf(dir string) (*workday.Calendar, error) {
	text, err := os.ReadFile(filepath.Join(dir, CalendarFile))
	if errors.Is(err, fs.ErrNotExist) {
		return workday.China(), nil
	}
	if err != nil {
		return nil, fmt.Errorf("read holidays: %w", err)
	}
	notices, err := workday.ParseNotices(text)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", CalendarFile, err)
	}
	calendar, err := workday.China().With(notices...)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", CalendarFile, err)
	}
	return calendar, nil
}
