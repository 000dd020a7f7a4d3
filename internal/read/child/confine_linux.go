package child

import (
	"bytes"
	"fmt"
	"os"
	"os/signal"
	"strconv"
	"syscall"
	"time"
)

// confine holds the process to memory bytes above what it uses now, and to limit,
// in whole seconds, of time on the processors. It may write no file.
//
// The limit is that of the data segment, which counts what may be written to; the
// address space that the Go runtime only reserves does not count.
func confine(memory int64, limit time.Duration) error {
	now, err := dataSize()
	if err != nil {
		return err
	}
	endWhenOutOfTime()
	most := uint64(now + memory)
	seconds := uint64((limit + time.Second - 1) / time.Second)
	for kind, n := range map[int]syscall.Rlimit{
		syscall.RLIMIT_DATA: {Cur: most, Max: most},
		syscall.RLIMIT_CPU:  {Cur: seconds, Max: seconds + 2}, // killed where it cannot end itself
		syscall.RLIMIT_CORE: {}, syscall.RLIMIT_FSIZE: {},
	} {
		if err := syscall.Setrlimit(kind, &n); err != nil {
			return fmt.Errorf("limit %d to %d: %w", kind, n.Cur, err)
		}
	}
	return nil
}

// endWhenOutOfTime ends the process with a word when the system says that its time
// on the processors is over; the Go runtime would go on.
func endWhenOutOfTime() {
	over := make(chan os.Signal, 1)
	signal.Notify(over, syscall.SIGXCPU)
	go func() {
		<-over
		fmt.Fprintln(os.Stderr, outOfTime)
		os.Exit(1)
	}()
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
