package filemeta

import (
	"bytes"
	"encoding/hex"
	"strings"
	"time"
	"unicode/utf16"
)

// pdf reads the document information of a PDF, wherever it stands in the
// clear: the keys of the information dictionary, and what the XMP packet says.
// The last ones count: a PDF is changed by appending to it.
func (m *Meta) pdf(b []byte) {
	m.Author = pdfText(b, "/Author")
	m.Program = strings.TrimSpace(pdfText(b, "/Creator") + " " + pdfText(b, "/Producer"))
	m.CreatedOn, m.ModifiedOn = pdfDay(pdfText(b, "/CreationDate")), pdfDay(pdfText(b, "/ModDate"))
	if m.CreatedOn == "" {
		m.CreatedOn = day(xmp(b, "xmp:CreateDate"), time.RFC3339, "2006-01-02T15:04:05")
	}
	if m.ModifiedOn == "" {
		m.ModifiedOn = day(xmp(b, "xmp:ModifyDate"), time.RFC3339, "2006-01-02T15:04:05")
	}
	// A page that is one picture is a scan, whatever made the file.
	m.Scanned = !bytes.Contains(b, []byte("/Font")) && bytes.Contains(b, []byte("/Image"))
}

// pdfText gives the string after the last occurrence of a key.
func pdfText(b []byte, key string) string {
	at := bytes.LastIndex(b, []byte(key))
	if at < 0 {
		return ""
	}
	rest := bytes.TrimLeft(b[at+len(key):min(len(b), at+len(key)+2000)], " \r\n\t")
	switch {
	case bytes.HasPrefix(rest, []byte("(")):
		return decoded(literal(rest[1:]))
	case bytes.HasPrefix(rest, []byte("<")) && !bytes.HasPrefix(rest, []byte("<<")):
		end := bytes.IndexByte(rest, '>')
		raw, err := hex.DecodeString(string(rest[1:max(1, end)]))
		if err != nil {
			return ""
		}
		return decoded(raw)
	}
	return ""
}

// literal reads a string in brackets, which may hold brackets and escapes.
func literal(b []byte) []byte {
	var out []byte
	depth := 1
	for i := 0; i < len(b); i++ {
		switch c := b[i]; c {
		case '\\':
			i++
			if i < len(b) {
				out = append(out, unescaped(b, &i))
			}
			continue
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return out
			}
		}
		out = append(out, b[i])
	}
	return nil
}

// unescaped reads what follows a backslash: three octal digits, or a sign.
func unescaped(b []byte, i *int) byte {
	n, digits := 0, 0
	for digits < 3 && *i+digits < len(b) && b[*i+digits] >= '0' && b[*i+digits] <= '7' {
		n, digits = n*8+int(b[*i+digits]-'0'), digits+1
	}
	if digits == 0 {
		return b[*i]
	}
	*i += digits - 1
	return byte(n)
}

// decoded reads UTF-16 with a mark, otherwise bytes as they are.
func decoded(b []byte) string {
	if !bytes.HasPrefix(b, []byte("\xfe\xff")) {
		return string(b)
	}
	var units []uint16
	for i := 2; i+1 < len(b); i += 2 {
		units = append(units, uint16(b[i])<<8|uint16(b[i+1]))
	}
	return string(utf16.Decode(units))
}

// pdfDay reads D:20260302101500+08'00'.
func pdfDay(text string) string {
	text = strings.ReplaceAll(strings.TrimPrefix(text, "D:"), "'", "")
	if len(text) < 8 {
		return ""
	}
	if len(text) >= 19 {
		if d := day(text[:19], "20060102150405-0700"); d != "" {
			return d
		}
	}
	if strings.HasSuffix(text, "Z") {
		if d := day(text, "20060102150405Z"); d != "" {
			return d
		}
	}
	return day(text[:8], "20060102")
}

// xmp gives the value of an element or an attribute of the XMP packet.
func xmp(b []byte, name string) string {
	for _, form := range []struct{ open, end string }{{"<" + name + ">", "<"}, {name + `="`, `"`}} {
		at := bytes.LastIndex(b, []byte(form.open))
		if at < 0 {
			continue
		}
		rest := b[at+len(form.open) : min(len(b), at+len(form.open)+60)]
		if text, _, ok := bytes.Cut(rest, []byte(form.end)); ok {
			return string(text)
		}
	}
	return ""
}
