package org

import (
	"strings"

	"github.com/mozillazg/go-pinyin"
)

// surnameInitials are surnames that are read otherwise than as words.
var surnameInitials = map[rune]string{
	'单': "s", '解': "x", '仇': "q", '区': "o", '查': "z", '曾': "z", '翟': "z", '尉': "w", '盖': "g", '乐': "y", '缪': "m", '召': "s",
}

// Initials gives the pinyin initials of a person's name, by which every
// Chinese form lets people be found: 张建国 → zjg. Latin letters and digits
// stay, anything else is left out.
func Initials(name string) string {
	var b strings.Builder
	for i, r := range []rune(strings.ToLower(strings.TrimSpace(name))) {
		if first, ok := surnameInitials[r]; ok && i == 0 {
			b.WriteString(first)
			continue
		}
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			b.WriteRune(r)
			continue
		}
		if p := pinyin.SinglePinyin(r, pinyin.Args{Style: pinyin.FirstLetter}); len(p) > 0 {
			b.WriteString(p[0])
		}
	}
	return b.String()
}
