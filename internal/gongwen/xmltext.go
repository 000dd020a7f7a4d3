package gongwen

import (
	"strings"
	"unicode/utf8"
)

// clean returns text fit for XML 1.0: line ends become \n, and what XML cannot
// hold becomes U+FFFD, so that its place stays visible.
func clean(text string) string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
	return strings.Map(func(r rune) rune {
		if isXMLRune(r) {
			return r
		}
		return utf8.RuneError
	}, text)
}

func isXMLRune(r rune) bool {
	switch {
	case r == '\t' || r == '\n':
		return true
	case r < 0x20, r == 0xFFFE, r == 0xFFFF:
		return false
	}
	return true
}

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "'", "&#39;")

// escape makes cleaned text safe in XML and HTML, in content and in attributes.
func escape(text string) string { return escaper.Replace(text) }
