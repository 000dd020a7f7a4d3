package survey

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"strings"
)

// signs are those of a code: digits and letters that are not mistaken for each
// other on paper.
const signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

// codeLength is the signs of a code, of 5 bits each: 65 bits.
const codeLength = 13

// NewCode draws a code. chance is crypto/rand's reader.
func NewCode(chance io.Reader) (string, error) {
	var raw [codeLength]byte
	if _, err := io.ReadFull(chance, raw[:]); err != nil {
		return "", fmt.Errorf("survey code: %w", err)
	}
	out := make([]byte, codeLength)
	for i, b := range raw {
		out[i] = signs[b&31]
	}
	return string(out), nil
}

// Shown is a code as it is printed: K7QF-3M2X-90ZTA.
func Shown(code string) string {
	if len(code) != codeLength {
		return code
	}
	return code[:4] + "-" + code[4:8] + "-" + code[8:]
}

// ReadCode gives what somebody typed as a code; ok is false for what can be
// none. Case, spaces and dashes do not matter, nor do O for 0 and I, L for 1.
func ReadCode(typed string) (code string, ok bool) {
	var b strings.Builder
	for _, r := range strings.ToUpper(typed) {
		switch {
		case r == 'O':
			r = '0'
		case r == 'I' || r == 'L':
			r = '1'
		}
		if strings.ContainsRune(signs, r) {
			b.WriteRune(r)
		} else if !strings.ContainsRune(" -－—　\t", r) {
			return "", false
		}
	}
	return b.String(), b.Len() == codeLength
}

// HashOf is all that is kept of a code.
func HashOf(code string) string {
	sum := sha256.Sum256([]byte("bihuan survey code\n" + code))
	return hex.EncodeToString(sum[:])
}
