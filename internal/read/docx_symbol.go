package read

import "strconv"

// wingdings are the characters of the font of that name that papers use, by
// the last byte of their code.
var wingdings = map[uint64]string{
	0x6F: "□", 0x70: "□", 0x71: "□", 0xA8: "□", 0x6E: "■", 0x6C: "●", 0xA1: "○", 0x75: "◆", 0x76: "❖", 0xD8: "➢", 0xE0: "→",
	0xFB: "✗", 0xFC: "√", 0xFD: "☒", 0xFE: "☑", 0x52: "☑",
}

// symbol is the character that a w:sym prints, "" when it is one that only its
// font has.
func symbol(font, code string) string {
	n, err := strconv.ParseUint(code, 16, 32)
	if err != nil || n == 0 {
		return ""
	}
	if n < 0xF000 || n > 0xF0FF {
		if n >= 0xE000 && n < 0xF900 || n > 0x10FFFF || n >= 0xD800 && n < 0xE000 || n < ' ' {
			return ""
		}
		return string(rune(n))
	}
	n &= 0xFF
	switch {
	case font != "Wingdings" && font != "Wingdings 2":
		return ""
	case font == "Wingdings 2" && n == 0x50:
		return "√"
	case font == "Wingdings 2" && n == 0x52:
		return "☑"
	case font == "Wingdings 2":
		return ""
	case n >= 0x81 && n <= 0x8A:
		return string(rune('①' + n - 0x81))
	case n >= 0x8C && n <= 0x95:
		return string(rune('❶' + n - 0x8C))
	}
	return wingdings[n]
}
