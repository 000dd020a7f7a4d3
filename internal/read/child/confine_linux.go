package child

import (
	"bytes"
	"fmt"
	"os"
	"strconv"
	"syscall"
	"time"
)

// confine holds the process to memory bytes above what it uses now, and to a time
// on the processors that no reading within limit needs. It may write no file.
//
// The limit is that of the data segment, which counts what may be written to; the
// address space that the Go runtime only reserves does not count.
func confine(memory int64, limit time.Duration) error {
	now, err := dataSize()
	if err != nil {
		return err
	}
	most := uint64(now + memory)
	seconds := uint64(limit/time.Second)*4 + 10
	for kind, n := range map[int]uint64{
		syscall.RLIMIT_DATA: most, syscall.RLIMIT_CPU: seconds, syscall.RLIMIT_CORE: 0, syscall.RLIMIT_FSIZE: 0,
	} {
		if err := syscall.Setrlimit(kind, &syscall.Rlimit{Cur: n, Max: n}); err != nil {
			return fmt.Errorf("limit %d to %d: %w", kind, n, err)
		}
	}
	return nil
}

// dataSize is the size of the data segment, in bytes.
func dataSize() (int64, error) {
	text, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		return 0, err
	}
	fields := bytes.Fields(text)
	if len(fields) < 6 {
		return 0, fmt.Errorf("statm %q", text)
	}
	pages, err := strconv.ParseInt(string(fields[5]), 10, 64)
	return pages * int64(os.Getpagesize()), err
}

// peak is the most memory that the process has used, in bytes. The figure of
// getrusage would count the parent's, in which the process began.
func peak() int64 {
	text, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	for line := range bytes.Lines(text) {
		if rest, ok := bytes.CutPrefix(line, []byte("VmHWM:")); ok {
			kibi, _ := strconv.ParseInt(string(bytes.TrimSuffix(bytes.TrimSpace(rest), []byte(" kB"))), 10, 64)
			return kibi << 10
		}
	}
	return 0
}
