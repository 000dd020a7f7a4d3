package read

import "bihuan/internal/locale"

// Warning names a place where a person has to look. Code with Args is a
// message of package locale under "read.warning."; Message is the Chinese one.
type Warning struct {
	Code    string `json:"code"`
	Message string `json:"message"`
	Source  Source `json:"source"`
	Args    []any  `json:"-"`
}

// Text is the message in a language; before it stands the cell that it is about.
func (w Warning) Text(lang string) string {
	text := locale.Text(lang, "read.warning."+w.Code, w.Args...)
	if cell := w.Source.Cell(); cell != "" {
		if w.Source.Sheet != "" {
			cell = w.Source.Sheet + "!" + cell
		}
		return locale.Text(lang, "read.at-cell", cell, text)
	}
	return text
}

// Reason is the message in a language without its place.
func (w Warning) Reason(lang string) string {
	return locale.Text(lang, "read.warning."+w.Code, w.Args...)
}

// warn makes a warning about the place at.
func warn(at Source, code string, args ...any) Warning {
	w := Warning{Code: code, Source: at, Args: args}
	w.Message = w.Text(locale.Chinese)
	return w
}
