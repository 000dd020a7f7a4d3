package read

import (
	"context"
	"errors"
	"unicode/utf8"

	"bihuan/internal/fault"
)

// damaged reports a file whose inside does not hold together.
func damaged(cause error) error {
	return fault.Because(cause, fault.Invalid, "read.damaged")
}

// unsupported reports a file of a kind that nothing here can read; what names
// the kind, an extension say.
func unsupported(what string) error {
	return fault.New(fault.Invalid, "read.unsupported", what)
}

// tooLarge reports a file beyond a limit.
func tooLarge(code string, limit any) error {
	return fault.New(fault.TooLarge, code, limit)
}

// maxCell is the longest text of a cell that is read, in characters: more than a
// spreadsheet takes.
const maxCell = 40_000

// checkCell refuses a cell with a text that no ledger has, and names it.
func checkCell(text string, at Source) error {
	if len(text) > maxCell && utf8.RuneCountInString(text) > maxCell {
		return fault.New(fault.TooLarge, "read.too-large.cell", at.Cell(), maxCell)
	}
	return nil
}

// encrypted reports a file that opens only with a password.
func encrypted() error { return fault.New(fault.Invalid, "read.encrypted") }

// classified leaves faults as they are, turns the end of the allowed time into
// one, and calls everything else damage.
func classified(err error) error {
	var known *fault.Error
	switch {
	case err == nil || errors.As(err, &known) || errors.Is(err, context.Canceled):
		return err
	case errors.Is(err, context.DeadlineExceeded):
		return fault.Because(err, fault.TooLarge, "read.too-slow")
	}
	return damaged(err)
}

// empty reports a file in which there is no text.
func empty() error { return fault.New(fault.Invalid, "read.empty") }

// lockFile reports the file that an office suite leaves beside an open one.
func lockFile() error { return fault.New(fault.Invalid, "read.lock-file") }

// errNotAnArchive is the damage of an Office file that does not begin as an
// archive does.
var errNotAnArchive = errors.New("an Office file that is no archive")
