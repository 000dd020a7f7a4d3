package gongwen

import (
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// script says which font a stretch of text needs.
type script uint8

const (
	scriptHan   script = iota // Chinese in the official font, ASCII in the Latin one
	scriptPunct               // marks that programs would take for Latin ones: “ ” …… ——
	scriptRare                // characters outside GB 2312, absent from the official fonts
)

type segment struct {
	text   string
	script script
}

// split cuts text where the font has to change. The parts in order are the text.
func split(text string) []segment {
	var out []segment
	start, current, prev := 0, scriptHan, rune(0)
	for i, r := range text {
		s := scriptOf(r, prev, text[i:])
		if s != current {
			if i > start {
				out = append(out, segment{text[start:i], current})
			}
			start, current = i, s
		}
		prev = r
	}
	if start < len(text) {
		out = append(out, segment{text[start:], current})
	}
	return out
}

// scriptOf classifies r; rest begins with r.
func scriptOf(r, prev rune, rest string) script {
	switch {
	case r == '’' && isASCIIWord(prev) && isASCIIWord(secondRune(rest)):
		return scriptHan // the apostrophe of an English word
	case strings.ContainsRune("“”‘’—…·～×‰°§¨±÷", r):
		return scriptPunct
	case unicode.Is(unicode.Han, r) && r != '〇' && !gb2312()[r]:
		return scriptRare
	default:
		return scriptHan
	}
}

func secondRune(s string) rune {
	n := 0
	for _, r := range s {
		if n++; n == 2 {
			return r
		}
	}
	return 0
}

// gb2312 is the set of the 6,763 Chinese characters that the fonts named
// GB2312 hold: rows 16 to 87 of the standard.
var gb2312 = sync.OnceValue(func() map[rune]bool {
	set := make(map[rune]bool, 6763)
	decoder := simplifiedchinese.GBK.NewDecoder()
	for lead := byte(0xB0); lead <= 0xF7; lead++ {
		for trail := byte(0xA1); trail <= 0xFE; trail++ {
			if c, err := decoder.Bytes([]byte{lead, trail}); err == nil {
				for _, r := range string(c) {
					set[r] = unicode.Is(unicode.Han, r)
				}
			}
		}
	}
	return set
})
