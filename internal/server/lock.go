package server

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"syscall"
	"time"

	"bihuan/internal/fault"
)

// LockFile is the file of a data directory that its server holds.
const LockFile = "server.lock"

// Holder is the server that holds a data directory.
type Holder struct {
	PID   int       `json:"pid"`
	Host  string    `json:"host"`
	Since time.Time `json:"since"`
}

// Lock keeps other servers out of a data directory until it is released or
// the process ends, however it ends.
type Lock struct{ file *os.File }

// Acquire takes the lock of a data directory. When another server holds it,
// the error is fault.Conflict and names that server.
func Acquire(dir string, now time.Time) (*Lock, error) {
	f, err := os.OpenFile(filepath.Join(dir, LockFile), os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, fmt.Errorf("lock data directory: %w", err)
	}
	err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	switch {
	case errors.Is(err, syscall.EWOULDBLOCK):
		err = held(f, dir)
	case err != nil:
		err = fmt.Errorf("lock data directory: %w", err)
	default:
		err = sign(f, now)
	}
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return &Lock{file: f}, nil
}

// lockOf is Acquire on a directory that is made where it is missing.
func lockOf(dir string, now time.Time) (*Lock, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("make data directory: %w", err)
	}
	return Acquire(dir, now)
}

// held is the error that names the holder.
func held(f *os.File, dir string) error {
	var h Holder
	text, err := io.ReadAll(f)
	if err == nil {
		err = json.Unmarshal(text, &h)
	}
	if err != nil {
		// The holder is just starting and has not signed yet.
		return fault.Because(err, fault.Conflict, "server.locked", dir, "?", "?", "?")
	}
	return fault.New(fault.Conflict, "server.locked", dir, h.PID, h.Host, h.Since.Format(time.DateTime))
}

// sign writes who holds the lock.
func sign(f *os.File, now time.Time) error {
	host, err := os.Hostname()
	if err != nil {
		return fmt.Errorf("lock data directory: %w", err)
	}
	text, err := json.Marshal(Holder{PID: os.Getpid(), Host: host, Since: now})
	if err == nil {
		err = f.Truncate(0)
	}
	if err == nil {
		_, err = f.WriteAt(append(text, '\n'), 0)
	}
	if err != nil {
		return fmt.Errorf("lock data directory: %w", err)
	}
	return nil
}

// Release lets others in.
func (l *Lock) Release() error { return l.file.Close() }
