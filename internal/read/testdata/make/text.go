package main

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

var inlineForm = regexp.MustCompile(`⟪(.)([^⟫]*)⟫`)

// plain is a text as a reader sees it: insertions in, deletions, hidden text,
// notes and breaks out.
func plain(s string) string {
	return inlineForm.ReplaceAllStringFunc(s, func(m string) string {
		p := inlineForm.FindStringSubmatch(m)
		if strings.Contains("+leksu", p[1]) {
			return p[2]
		}
		return ""
	})
}

// text writes the blocks as lines, hard-wrapped when the head says so, and
// notes the line of each node.
func (s *spec) text() string {
	var lines []string
	width, _ := strconv.Atoi(s.head["wrap"])
	indent := strings.ReplaceAll(s.head["indent"], "_", "　")
	for i, b := range s.blocks {
		if b.directive == "blank" {
			lines = append(lines, "")
			continue
		}
		offsets := s.marksIn(i)
		pad := indent
		if b.style == "left" {
			pad = ""
		}
		lines = append(lines, wrapped(b.text, pad, width, offsets, len(lines)+1)...)
	}
	return strings.Join(lines, "\n") + "\n"
}

func (s *spec) marksIn(block int) map[int]*int {
	out := map[int]*int{}
	for i := range s.places {
		if s.places[i].block == block {
			out[s.places[i].offset] = &s.places[i].node.Source.Paragraph
		}
	}
	return out
}

// wrapped breaks a paragraph after width characters; ⟪g…⟫ puts a line of its own
// (a page number) behind the line that it stands in. at is told the line of each
// mark.
func wrapped(text, indent string, width int, at map[int]*int, first int) []string {
	lines := []string{indent}
	used := utf8.RuneCountInString(indent)
	page := []string(nil)
	next := func() {
		lines = append(append(lines, page...), "")
		page, used = nil, 0
	}
	for i := 0; i < len(text); {
		if p := at[i]; p != nil {
			if width > 0 && (used >= width || used > 0 && used+wordAt(text, i) > width) {
				next()
			}
			*p = first + len(lines) - 1
		}
		if m := inlineForm.FindStringSubmatch(text[i:]); m != nil && strings.HasPrefix(text[i:], m[0]) {
			i += len(m[0])
			switch m[1] {
			case "g":
				page = append(page, m[2])
			case "b":
				next()
			}
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if width > 0 && (used >= width || used > 0 && used+wordAt(text, i) > width) {
			next()
		}
		lines[len(lines)-1] += string(r)
		used++
		i += size
	}
	return append(lines, page...)
}

func encode(text, name string) ([]byte, error) {
	if rest, ok := strings.CutPrefix(name, "crlf"); ok {
		text, name = strings.ReplaceAll(text, "\n", "\r\n"), strings.TrimSpace(rest)
	}
	var e encoding.Encoding
	switch name {
	case "", "utf8":
		return []byte(text), nil
	case "utf8bom":
		return append([]byte("\xEF\xBB\xBF"), text...), nil
	case "utf16le":
		e = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case "utf16be":
		e = unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	case "utf16le-nobom":
		e = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case "utf16be-nobom":
		e = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	case "gb18030":
		e = simplifiedchinese.GB18030
	default:
		return nil, fmt.Errorf("no encoding %q", name)
	}
	return e.NewEncoder().Bytes([]byte(text))
}

// csv writes the first sheet; its separator is in the head.
func (s *spec) csv() string {
	sep := ","
	switch s.head["separator"] {
	case "semicolon":
		sep = ";"
	case "tab":
		sep = "\t"
	}
	var b strings.Builder
	for _, row := range s.sheets[0].rows {
		for i, c := range row {
			if i > 0 {
				b.WriteString(sep)
			}
			if strings.ContainsAny(c, "\n\""+sep) {
				c = `"` + strings.ReplaceAll(c, `"`, `""`) + `"`
			}
			b.WriteString(c)
		}
		b.WriteString("\n")
	}
	return b.String()
}

// wordAt is the length of the Latin word or number that begins at i: a layout
// program does not part it.
func wordAt(text string, i int) int {
	latin := func(b byte) bool { return b > ' ' && b < utf8.RuneSelf }
	if !latin(text[i]) || i > 0 && latin(text[i-1]) {
		return 0
	}
	n := 0
	for i+n < len(text) && latin(text[i+n]) {
		n++
	}
	return n
}
