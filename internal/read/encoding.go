package read

import (
	"bytes"
	"fmt"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// Text turns the bytes of a text file into UTF-8, as Parse does for one.
func Text(data []byte) (string, error) { return decodeText(data) }

// decodeText turns the bytes of a text file into UTF-8: by its byte order mark
// where it has one, otherwise UTF-8 when the bytes are valid, UTF-16 when
// they look like it, and GB18030 else. Bytes that no text has are an error.
func decodeText(data []byte) (string, error) {
	if rest, ok := bytes.CutPrefix(data, []byte("\xEF\xBB\xBF")); ok {
		return checkedText(string(bytes.ToValidUTF8(rest, []byte("\uFFFD"))))
	}
	if rest, ok := bytes.CutPrefix(data, []byte("\xFF\xFE")); ok {
		return checkedText(fromUTF16(rest, 0))
	}
	if rest, ok := bytes.CutPrefix(data, []byte("\xFE\xFF")); ok {
		return checkedText(fromUTF16(rest, 1))
	}
	if low, ok := looksLikeUTF16(data); ok {
		return checkedText(fromUTF16(data, low))
	}
	if utf8.Valid(data) {
		return checkedText(string(data))
	}
	out, err := simplifiedchinese.GB18030.NewDecoder().Bytes(data)
	if err != nil {
		return "", fmt.Errorf("decode GB18030: %w", err)
	}
	return checkedText(string(out))
}

// fromUTF16 decodes pairs of bytes; low is the place (0 or 1) of the low byte.
func fromUTF16(data []byte, low int) string {
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = uint16(data[2*i+low]) | uint16(data[2*i+1-low])<<8
	}
	return string(utf16.Decode(units))
}

// looksLikeUTF16 finds UTF-16 without a byte order mark: bytes with zeros among
// them that in one of the two orders are Chinese text throughout. low is the
// place of the low byte.
func looksLikeUTF16(data []byte) (low int, ok bool) {
	if len(data) < 4 || len(data)%2 != 0 || bytes.IndexByte(data, 0) < 0 {
		return 0, false
	}
	sample := data[:min(len(data), 4096)]
	for low := range 2 {
		usual, all := 0, 0
		for _, r := range fromUTF16(sample, low) {
			if all++; isUsual(r) {
				usual++
			}
		}
		if usual*20 >= all*19 {
			return low, true
		}
	}
	return 0, false
}

// isUsual tells whether a character is one that Chinese papers consist of.
func isUsual(r rune) bool {
	return r == '\n' || r == '\r' || r == '\t' || r >= ' ' && r < 0x7F || r >= 0x2010 && r <= 0x203B ||
		r >= 0x2460 && r <= 0x24FF || r >= 0x3000 && r <= 0x303F || r >= 0x4E00 && r <= 0x9FFF || r >= 0xFF00 && r <= 0xFFEF
}

// checkedText refuses text with many control or undecodable characters: such a
// file is no text, whatever its name says.
func checkedText(s string) (string, error) {
	bad, all := 0, 0
	for _, r := range s {
		all++
		if r == utf8.RuneError || r < ' ' && r != '\n' && r != '\r' && r != '\t' && r != '\f' && r != '\v' {
			bad++
		}
	}
	if bad > 0 && bad*50 > all {
		return "", fmt.Errorf("%d of %d characters are no text", bad, all)
	}
	return s, nil
}
