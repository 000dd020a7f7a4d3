package fault

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Limits of typed texts, in characters.
const (
	ShortText = 200
	LongText  = 20000
)

// Checks collects what is wrong with one input, so that a person sees all of
// it at once.
type Checks struct{ fields []Field }

// Add notes that a field is wrong. The same fault is noted once.
func (c *Checks) Add(name, code string, args ...any) {
	for _, f := range c.fields {
		if f.Name == name && f.Code == code && fmt.Sprint(f.Args...) == fmt.Sprint(args...) {
			return
		}
	}
	c.fields = append(c.fields, Field{Name: name, Code: code, Args: args})
}

// Need notes a missing text; blanks do not count as text.
func (c *Checks) Need(name, value string) {
	if strings.TrimSpace(value) == "" {
		c.Add(name, "field.required")
	}
}

// Max notes a text of more than limit characters (runes), or one that is not
// valid UTF-8 or carries a NUL, which PostgreSQL cannot store.
func (c *Checks) Max(name, value string, limit int) {
	if n := utf8.RuneCountInString(value); n > limit {
		c.Add(name, "field.too-long", n, limit)
	}
	if !utf8.ValidString(value) || strings.ContainsRune(value, 0) {
		c.Add(name, "field.bad-text")
	}
}

// Text is Need and Max.
func (c *Checks) Text(name, value string, limit int) {
	c.Need(name, value)
	c.Max(name, value, limit)
}

// OneOf notes a value outside the allowed ones.
func (c *Checks) OneOf(name, value string, allowed ...string) {
	for _, a := range allowed {
		if a == value {
			return
		}
	}
	c.Add(name, "field.unknown-value", value)
}

// Err gives an Invalid error naming every field, or nil.
func (c *Checks) Err() error {
	if len(c.fields) == 0 {
		return nil
	}
	return &Error{Kind: Invalid, Code: "fault.invalid", Fields: c.fields}
}
