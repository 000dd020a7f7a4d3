package cli

import (
	"errors"
	"fmt"

	"bihuan/internal/fault"
	"bihuan/internal/locale"
)

// text is a message in the console's language.
func (c *console) text(key string, args ...any) string { return locale.Text(c.lang, key, args...) }

// say prints a message and a line end. What cannot be printed is lost: there
// is nobody to tell.
func (c *console) say(key string, args ...any) { _, _ = fmt.Fprintln(c.out, c.text(key, args...)) }

// fail tells an error in words and gives the exit code for it.
func (c *console) fail(err error) int {
	if err == nil {
		return 0
	}
	var f *fault.Error
	if !errors.As(err, &f) {
		_, _ = fmt.Fprintf(c.err, "bihuan: %v\n", err)
		return 1
	}
	_, _ = fmt.Fprintf(c.err, "bihuan: %s\n", c.text(c.headline(f), f.Args...))
	for _, field := range f.Fields {
		_, _ = fmt.Fprintf(c.err, "  --%s: %s\n", field.Name, c.text(field.Code, field.Args...))
	}
	if cause := errors.Unwrap(f); cause != nil {
		_, _ = fmt.Fprintf(c.err, "  (%v)\n", cause)
	}
	return 1
}

// headline speaks of settings where a page would speak of a form.
func (c *console) headline(f *fault.Error) string {
	if f.Code == "fault.invalid" {
		return "cli.invalid"
	}
	return f.Code
}
