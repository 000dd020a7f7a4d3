package cli

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"bihuan/internal/fault"
	"bihuan/internal/server"
)

// leave puts a file into a folder and reports later whether it is still there.
func leave(t *testing.T, dir string) (there func() bool) {
	t.Helper()
	path := filepath.Join(dir, "bihuan.db")
	if err := os.WriteFile(path, []byte("records"), 0o600); err != nil {
		t.Fatal(err)
	}
	return func() bool { _, err := os.Stat(path); return err == nil }
}

func prepare(t *testing.T, dir string, fresh bool) (filled bool) {
	t.Helper()
	filled, err := demoFolder(dir, fresh, time.Now())
	if err != nil {
		t.Fatal(err)
	}
	return filled
}

func TestADemonstrationIsKeptAndHalfAOneIsBegunAgain(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "demo")
	if prepare(t, dir, false) {
		t.Error("an empty folder is taken for a demonstration")
	}
	half := leave(t, dir)
	if prepare(t, dir, false) || half() {
		t.Error("what an interrupted filling left is still there")
	}
	if err := markDemo(dir, demoReady); err != nil {
		t.Fatal(err)
	}
	whole := leave(t, dir)
	if !prepare(t, dir, false) || !whole() {
		t.Error("a whole demonstration was begun again")
	}
	if prepare(t, dir, true) || whole() {
		t.Error("a fresh one was wanted and the old one is still there")
	}
}

func TestAFolderOfRealRecordsIsLeftAlone(t *testing.T) {
	dir := t.TempDir()
	there := leave(t, dir)
	if _, err := demoFolder(dir, true, time.Now()); !fault.Is(err, fault.Conflict) || !there() {
		t.Errorf("%v, records there: %v", err, there())
	}
}

func TestADemonstrationInUseIsLeftAlone(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "demo")
	prepare(t, dir, false)
	lock, err := server.Acquire(dir, time.Now())
	if err != nil {
		t.Fatal(err)
	}
	there := leave(t, dir)
	if _, err := demoFolder(dir, true, time.Now()); !fault.Is(err, fault.Conflict) || !there() {
		t.Errorf("%v, records there: %v", err, there())
	}
	if err := lock.Release(); err != nil {
		t.Fatal(err)
	}
}

func TestTheStoryClockGoesOnAfterTheLastEntry(t *testing.T) {
	real := time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC)
	start := time.Date(2026, 7, 6, 1, 0, 0, 0, time.UTC)
	c := newStoryClock(func() time.Time { return real }, start)
	real = real.Add(time.Minute)
	if got := c.Now(); !got.Equal(start.Add(time.Minute)) {
		t.Errorf("after a minute it shows %v", got)
	}
	c.NotBefore(start.Add(time.Hour))
	c.NotBefore(start)
	real = real.Add(time.Minute)
	if got := c.Now(); !got.Equal(start.Add(time.Hour + time.Minute)) {
		t.Errorf("after the last entry it shows %v", got)
	}
}
