package templates

import "bihuan/internal/domain/org"

// initials are the pinyin initials by which a word is found in a picker.
func initials(word string) string { return org.Initials(word) }
