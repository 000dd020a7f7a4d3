package ui

import (
	"context"
	"strconv"
	"strings"
)

// Field is a field of a form: what all kinds of inputs have in common.
type Field struct {
	Name     string // name sent; also makes the id "f-" + Name
	In       string // tells the forms of a page apart where several have a field of one name; part of the id
	Label    string
	Hint     string // what to write, in which shape; may be empty
	Error    string // what is wrong and how to mend it; may be empty
	Value    string // for Checkbox "on" means ticked
	None     string // what a CellSelect says where nothing is chosen; “please choose” when empty
	Required bool
	Disabled bool
	Max      int    // most characters; 0 for no limit here
	Rows     int    // height of a Textarea; 4 when 0
	Type     string // of an Input: text when empty, or email, number, password, tel, time …
	Auto     string // autocomplete: off, username, current-password …
	Accept   string // of a FileInput: .docx,.xlsx
	Many     bool   // a FileInput takes several files
}

// Option is one choice.
type Option struct {
	Value, Label string
	Hint         string // second line in CheckList and Radio; may be empty
	Group        string // heading under which it stands in Select; may be empty
	Find         string // by what typing narrows a CheckList to it; may be empty
	Selected     bool
	Disabled     bool
}

// FieldError is one thing wrong in a form. Without Field it concerns the whole form.
type FieldError struct {
	Field, Text string
}

// ErrorOf finds the message for a field, to be put in Field.Error.
func ErrorOf(problems []FieldError, field string) string {
	for _, p := range problems {
		if p.Field == field {
			return p.Text
		}
	}
	return ""
}

// Chosen is the options with those selected whose value is among the values.
func Chosen(options []Option, values ...string) []Option {
	out := make([]Option, len(options))
	for i, o := range options {
		out[i] = o
		for _, v := range values {
			if v == o.Value {
				out[i].Selected = true
			}
		}
	}
	return out
}

// optionGroup is options under one heading.
type optionGroup struct {
	title   string
	options []Option
}

// grouped keeps the order in which headings first appear.
func grouped(options []Option) []optionGroup {
	var out []optionGroup
	at := map[string]int{}
	for _, o := range options {
		i, seen := at[o.Group]
		if !seen {
			i = len(out)
			at[o.Group] = i
			out = append(out, optionGroup{title: o.Group})
		}
		out[i].options = append(out[i].options, o)
	}
	return out
}

func fieldID(name string) string { return "f-" + name }

// idOf is the id of a field's control.
func idOf(f Field) string {
	if f.In == "" {
		return fieldID(f.Name)
	}
	return fieldID(f.In + "-" + f.Name)
}

func optionID(f Field, value string) string { return idOf(f) + "-" + value }

// describedBy names the elements that explain the field.
func describedBy(f Field) string {
	var ids []string
	if f.Error != "" {
		ids = append(ids, idOf(f)+"-error")
	}
	if f.Hint != "" {
		ids = append(ids, idOf(f)+"-hint")
	}
	return strings.Join(ids, " ")
}

func rows(f Field) string {
	if f.Rows == 0 {
		return "4"
	}
	return strconv.Itoa(f.Rows)
}

func inputType(f Field) string {
	if f.Type == "" {
		return "text"
	}
	return f.Type
}

func method(p FormProps) string {
	if strings.EqualFold(p.Method, "get") {
		return "get"
	}
	return "post"
}

// formKey makes a key of its own for each form of a page, so that sending one does not stop another.
func formKey(ctx context.Context, given string) string {
	if given != "" {
		return given
	}
	s := settingOf(ctx)
	s.forms++
	return s.page.FormKey + "." + strconv.Itoa(s.forms)
}

// newID makes an id that no other component of the page has.
func newID(ctx context.Context, prefix string) string {
	s := settingOf(ctx)
	s.ids++
	return prefix + "-" + strconv.Itoa(s.ids)
}
