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

// Text is the message in a language.
func (w Warning) Text(lang string) string {
	return locale.Text(lang, "read.warning."+w.Code, w.Args...)
}

// warn makes a warning about the place at.
func warn(at Source, code string, args ...any) Warning {
	w := Warning{Code: code, Source: at, Args: args}
	w.Message = w.Text(locale.Chinese)
	return w
}
