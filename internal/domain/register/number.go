package register

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// Number is a document number in its parts.
type Number struct {
	Word     string
	Year     int
	Sequence int
}

// String writes the number as GB/T 9704-2012 §7.2.5 wants it: the year in 〔〕,
// no 第, no leading zero.
func (n Number) String() string { return fmt.Sprintf("%s〔%d〕%d号", n.Word, n.Year, n.Sequence) }

var written = regexp.MustCompile(`^(\S.*?)\s*[〔\[［（(【](\d{4})[〕\]］）)】]\s*第?\s*0*(\d{1,6})\s*号$`)

// Parse reads a number as people type it: other brackets, 第 and leading zeros
// are read and not kept. ok is false for what is no document number.
func Parse(text string) (n Number, ok bool) {
	parts := written.FindStringSubmatch(halfWidth(strings.TrimSpace(text)))
	if parts == nil {
		return n, false
	}
	year, errY := strconv.Atoi(parts[2])
	sequence, errS := strconv.Atoi(parts[3])
	n = Number{Word: parts[1], Year: year, Sequence: sequence}
	return n, errY == nil && errS == nil && sequence > 0
}

// halfWidth turns full-width digits into ASCII ones.
func halfWidth(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= '０' && r <= '９' {
			return r - '０' + '0'
		}
		return r
	}, text)
}
