// Package fault holds the few kinds of error that the product knows. One
// place (package web, and package api beside it) maps a kind to an answer;
// an error of no kind is internal and its text never leaves the server.
package fault

import (
	"errors"
	"fmt"
	"strings"
)

// Kind says what sort of thing went wrong, and so how it is answered.
type Kind int

// The kinds. Internal is the zero value: what nobody classified.
const (
	Internal    Kind = iota
	Invalid          // the caller's input breaks a rule; mend it and try again
	NotFound         // there is no such thing, or none that the caller may see
	Denied           // the caller sees it but may not do this
	Conflict         // somebody else was faster, or the state does not allow it
	TooLarge         // more than the limits allow
	Unavailable      // the server cannot do it now (disk full, audit not writable)
	SignIn           // nobody is signed in
)

// Field names one input that is wrong, by form name, with a message code.
type Field struct {
	Name string
	Code string
	Args []any
}

// Word is an argument that is itself a message: a role, a kind.
type Word string

// MessageKey tells package locale to say the message in its place.
func (w Word) MessageKey() string { return string(w) }

// Error is a classified error. Code is a key of package locale, Args fill its
// placeholders; neither ever carries a secret or an inner error's text.
type Error struct {
	Kind   Kind
	Code   string
	Args   []any
	Fields []Field
	// Current is the stored version of a stale edit, for showing both sides.
	Current any
	// Mine is what the caller sent with a stale edit.
	Mine  any
	cause error
}

// Error gives the code and, for the log only, the cause.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(e.Code)
	for _, a := range e.Args {
		fmt.Fprintf(&b, " %v", a)
	}
	for _, f := range e.Fields {
		fmt.Fprintf(&b, " %s:%s", f.Name, f.Code)
	}
	if e.cause != nil {
		fmt.Fprintf(&b, ": %v", e.cause)
	}
	return b.String()
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.cause }

// New makes an error of the kind with a message code and its arguments.
func New(kind Kind, code string, args ...any) *Error {
	return &Error{Kind: kind, Code: code, Args: args}
}

// Because is New with the inner error kept for the log.
func Because(cause error, kind Kind, code string, args ...any) *Error {
	return &Error{Kind: kind, Code: code, Args: args, cause: cause}
}

// Stale reports that the record changed since the caller read it; both
// versions travel with the error so that a page can show them.
func Stale(mine, current any) *Error {
	return &Error{Kind: Conflict, Code: "fault.stale", Mine: mine, Current: current}
}

// Of gives the kind of err; Internal when it has none.
func Of(err error) Kind {
	var e *Error
	if errors.As(err, &e) {
		return e.Kind
	}
	return Internal
}

// Is reports whether err is of the kind.
func Is(err error, kind Kind) bool { return err != nil && Of(err) == kind }
