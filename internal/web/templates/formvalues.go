package templates

import "strings"

// lines writes a list as a form shows it: one entry a line.
func lines(list []string) string { return strings.Join(list, "\n") }

// onIf is the value of a ticked box.
func onIf(yes bool) string {
	if yes {
		return "on"
	}
	return ""
}

// withBlank adds rows to be filled in.
func withBlank[T any](rows []T, blanks int) []T {
	return append(append([]T{}, rows...), make([]T, blanks)...)
}
