package web

import (
	"errors"
	"io"
	"strings"

	"bihuan/internal/action"
	"bihuan/internal/fault"

	"github.com/go-playground/form/v4"
)

// newDecoder reads forms into commands: by the tag form, or by the field's name.
func newDecoder() *form.Decoder {
	d := form.NewDecoder()
	d.SetMode(form.ModeExplicit)
	d.RegisterCustomTypeFunc(func(vals []string) (any, error) {
		return action.ParseLines(strings.Join(vals, "\n")), nil
	}, action.Lines{})
	return d
}

// decode reads the form into a command. Spaces around texts do not count.
func (v *visit) decode(cmd any) error {
	for _, values := range v.r.PostForm {
		for i := range values {
			values[i] = strings.TrimSpace(strings.ReplaceAll(values[i], "\r\n", "\n"))
		}
	}
	err := v.decoded(cmd)
	var many form.DecodeErrors
	if errors.As(err, &many) {
		f := fault.New(fault.Invalid, "fault.invalid")
		for name := range many {
			f.Fields = append(f.Fields, fault.Field{Name: name, Code: "field.bad-number"})
		}
		return f
	}
	return err
}

// decoded runs the form library, which panics at names that no form of ours
// has, such as one with an open bracket.
func (v *visit) decoded(cmd any) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fault.Because(asError(p), fault.Invalid, "fault.form")
		}
	}()
	return v.forms.Decode(cmd, v.r.PostForm)
}

// upload is a form with files, read as a stream: texts first, then each file.
// file is called for every file; it must read it to its end.
func (v *visit) upload(file func(name string, r io.Reader) error) error {
	parts, err := v.r.MultipartReader()
	if err != nil {
		return fault.Because(err, fault.Invalid, "fault.form")
	}
	v.r.PostForm = map[string][]string{}
	for {
		part, err := parts.NextPart()
		if errors.Is(err, io.EOF) {
			return v.guarded() // a form whose files were left empty
		}
		if err != nil {
			return v.uploadFault(err)
		}
		if part.FileName() == "" {
			text, err := io.ReadAll(io.LimitReader(part, formLimit))
			if err != nil {
				return v.uploadFault(err)
			}
			v.r.PostForm.Add(part.FormName(), string(text))
			continue
		}
		if err := v.guarded(); err != nil {
			return err
		}
		if err := file(part.FileName(), part); err != nil {
			return v.uploadFault(err)
		}
	}
}

// guarded refuses a form that no page of ours sent.
func (v *visit) guarded() error {
	if !v.guardHolds() {
		return fault.New(fault.Denied, "fault.form")
	}
	return nil
}
