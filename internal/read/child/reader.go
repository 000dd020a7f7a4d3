package child

import (
	"bytes"
	"context"
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"sync/atomic"
	"time"

	"bihuan/internal/fault"
	"bihuan/internal/office"
	"bihuan/internal/read"
)

// Reader reads files in children of a program, a few at a time.
type Reader struct {
	program string
	args    []string
	memory  int64
	slots   chan struct{}
	peak    atomic.Int64
}

// Peak is the most memory, in bytes, that the last child to end has used; 0 where
// that is not known, because it was ended.
func (r *Reader) Peak() int64 { return r.peak.Load() }

const (
	atOnce = 2 // children at a time; further files wait
	// busy is how much longer than its processor time a reading may take by the
	// clock: on a machine that does other things, a sound ledger is not refused.
	busy = 3
	// mostAnswer bounds the bytes that a child may answer with.
	mostAnswer = 128 << 20
	// mostSaid bounds what is kept of a child's last words.
	mostSaid = 4 << 10
)

// New gives a reader that starts the program with its arguments, [Command] say,
// and allows each child memory bytes above what it needs to start.
func New(memory int64, program string, args ...string) *Reader {
	return &Reader{program: program, args: args, memory: memory, slots: make(chan struct{}, atOnce)}
}

// Parse reads the size bytes of src as [read.Parse] does, with its faults and two
// more: read.too-much-memory, and read.damaged for a child that ended in any other
// way. It fits read.Options.Apart.
func (r *Reader) Parse(ctx context.Context, name string, src io.Reader, size int64, opts read.Options) (*read.Paper, error) {
	select {
	case r.slots <- struct{}{}:
		defer func() { <-r.slots }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	told, limit := opts.Progress, opts.MaxTime*busy
	opts.Progress, opts.Apart = nil, nil
	processor := opts.MaxTime / 5 * 4 // the rest is for its start, and to say that it was too slow
	opts.MaxTime = limit / 5 * 4
	var head bytes.Buffer
	if err := gob.NewEncoder(&head).Encode(request{Name: name, Size: size, Memory: r.memory, Processor: processor, Limits: opts}); err != nil {
		return nil, fmt.Errorf("write the request: %w", err)
	}
	last, err := r.run(ctx, io.MultiReader(&head, src), limit, told)
	switch {
	case err != nil:
		return nil, err
	case last.Fault != nil:
		return nil, fault.Because(errors.New(last.Fault.Text), last.Fault.Kind, last.Fault.Code, last.Fault.Args...)
	case last.Paper == nil:
		return nil, ended(errors.New("no result"))
	}
	return whole(last.Paper), nil
}

// run starts a child, gives it its input and takes its answers to the last.
func (r *Reader) run(ctx context.Context, in io.Reader, limit time.Duration, told func(int)) (last answer, err error) {
	within, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	cmd := exec.CommandContext(within, r.program, r.args...)
	said := &lastWords{}
	cmd.Stdin, cmd.Stderr, cmd.Dir = in, said, os.TempDir()
	cmd.Env = []string{"GOTRACEBACK=none", "GOMEMLIMIT=" + strconv.FormatInt(r.memory/4*3, 10)}
	cmd.WaitDelay = time.Second
	office.OwnGroup(cmd)
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		return answer{}, fmt.Errorf("start a child to read the file: %w", err)
	}
	last, read := answers(out, told)
	if read != nil {
		_ = cmd.Cancel() // it has nothing more to say that is wanted
	}
	waited := cmd.Wait()
	r.peak.Store(last.Peak)
	switch {
	case read == nil:
		return last, nil
	case ctx.Err() != nil:
		return answer{}, ctx.Err()
	case within.Err() != nil:
		return answer{}, fault.Because(within.Err(), fault.TooLarge, "read.too-slow")
	case said.tellOfTime():
		return answer{}, fault.Because(errors.New(said.String()), fault.TooLarge, "read.too-slow")
	case said.tellOfMemory():
		return answer{}, fault.Because(errors.New(said.String()), fault.TooLarge, "read.too-much-memory", r.memory>>20)
	}
	return answer{}, ended(errors.Join(read, waited, errors.New(said.String())))
}

// answers takes a child's messages up to the last one.
func answers(out io.Reader, told func(int)) (answer, error) {
	dec := gob.NewDecoder(io.LimitReader(out, mostAnswer))
	for {
		var a answer
		if err := dec.Decode(&a); err != nil {
			return answer{}, err
		}
		if a.Paper != nil || a.Fault != nil {
			return a, nil
		}
		if told != nil {
			told(a.Permille)
		}
	}
}

// ended reports a child that ended without a result.
func ended(cause error) error {
	return fault.Because(cause, fault.Invalid, "read.damaged")
}
