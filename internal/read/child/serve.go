package child

import (
	"bufio"
	"bytes"
	"context"
	"encoding/gob"
	"errors"
	"fmt"
	"io"

	"bihuan/internal/fault"
	"bihuan/internal/read"
)

// Command is the hidden subcommand that makes the program a child.
const Command = "read-child"

// Serve is the child: it reads one request from in, the file behind it, and
// answers on out. The limits hold before it looks at the first byte of the file.
// The error is one of the pipes; a file that cannot be read is an answer.
func Serve(ctx context.Context, in io.Reader, out io.Writer) error {
	from := bufio.NewReader(in)
	var req request
	if err := gob.NewDecoder(from).Decode(&req); err != nil {
		return fmt.Errorf("read the request: %w", err)
	}
	if err := confine(req.Memory, req.Processor); err != nil {
		return err
	}
	data := make([]byte, req.Size)
	if _, err := io.ReadFull(from, data); err != nil {
		return fmt.Errorf("read the file: %w", err)
	}
	to := bufio.NewWriter(out)
	enc := gob.NewEncoder(to)
	req.Limits.Progress = func(permille int) {
		// A parent that is gone ends the child when it writes its result.
		_ = errors.Join(enc.Encode(answer{Permille: permille}), to.Flush())
	}
	last := answer{}
	paper, err := read.Parse(ctx, req.Name, bytes.NewReader(data), req.Size, req.Limits)
	if err != nil {
		last.Fault = refused(err)
	} else {
		last.Paper = paper
	}
	last.Peak = peak()
	return errors.Join(enc.Encode(last), to.Flush())
}

// refused is an error as it travels; one that is no fault is damage.
func refused(err error) *refusal {
	var f *fault.Error
	if !errors.As(err, &f) {
		f = fault.Because(err, fault.Invalid, "read.damaged")
	}
	return &refusal{Kind: f.Kind, Code: f.Code, Args: f.Args, Text: f.Error()}
}
