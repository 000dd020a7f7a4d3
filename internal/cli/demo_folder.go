package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"bihuan/internal/fault"
	"bihuan/internal/server"
)

// demoMark is the file that makes a folder a demonstration: nothing else is
// ever filled or cleared. What it holds says whether the filling ended.
const (
	demoMark    = "demonstration"
	demoFilling = "filling\n"
	demoReady   = "ready\n"
)

// demoFolder prepares the folder of a demonstration and reports whether its
// records are there already. Half a demonstration is cleared and filled again,
// and so is a whole one when a fresh one is wanted; one that a server is using
// is left alone.
func demoFolder(dir string, fresh bool, now time.Time) (filled bool, err error) {
	state, err := demoState(dir)
	if err != nil {
		return false, err
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return false, fmt.Errorf("demonstration: %w", err)
	}
	if state == "" { // from here on the folder is known as ours, even after a crash
		if err := markDemo(dir, demoFilling); err != nil {
			return false, err
		}
	}
	lock, err := server.Acquire(dir, now)
	if err != nil {
		return false, err
	}
	defer func() { err = errors.Join(err, lock.Release()) }()
	if state == demoReady && !fresh {
		return true, nil
	}
	if err := clearDemo(dir); err != nil {
		return false, fmt.Errorf("clear demonstration: %w", err)
	}
	return false, markDemo(dir, demoFilling)
}

// demoState reads the mark; "" stands for a folder that is empty or not there.
func demoState(dir string) (string, error) {
	state, err := os.ReadFile(filepath.Join(dir, demoMark))
	if err == nil {
		return string(state), nil
	}
	entries, derr := os.ReadDir(dir)
	switch {
	case !errors.Is(err, fs.ErrNotExist):
		return "", fmt.Errorf("demonstration: %w", err)
	case derr != nil && !errors.Is(derr, fs.ErrNotExist):
		return "", fmt.Errorf("demonstration: %w", derr)
	case len(entries) > 0:
		return "", fault.New(fault.Conflict, "cli.demo.foreign", dir)
	}
	return "", nil
}

// clearDemo removes everything but the lock, which we hold, and the mark.
func clearDemo(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if e.Name() == server.LockFile || e.Name() == demoMark {
			continue
		}
		if err := os.RemoveAll(filepath.Join(dir, e.Name())); err != nil {
			return err
		}
	}
	return nil
}

func markDemo(dir, state string) error {
	if err := os.WriteFile(filepath.Join(dir, demoMark), []byte(state), 0o600); err != nil {
		return fmt.Errorf("demonstration: %w", err)
	}
	return nil
}
