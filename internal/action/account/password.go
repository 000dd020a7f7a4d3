// Package account is what people do with their own way in: signing in and
// out, and changing the password.
package account

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"bihuan/internal/fault"

	"golang.org/x/crypto/argon2"
)

// argon2id as OWASP's second choice: 19 MiB, two passes, one lane.
const (
	argonTime   = 2
	argonMemory = 19 * 1024
	argonLanes  = 1
	argonKey    = 32
)

// MinPassword is the least number of characters of a password.
const MinPassword = 10

// HashPassword gives the encoded argon2id hash of a password.
func HashPassword(password string) (string, error) {
	salt := make([]byte, 16)
	if _, err := rand.Read(salt); err != nil {
		return "", fmt.Errorf("hash password: %w", err)
	}
	key := argon2.IDKey([]byte(password), salt, argonTime, argonMemory, argonLanes, argonKey)
	enc := base64.RawStdEncoding
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, argonMemory, argonTime, argonLanes,
		enc.EncodeToString(salt), enc.EncodeToString(key)), nil
}

// errHash is returned for a stored hash that cannot be read.
var errHash = errors.New("unreadable password hash")

// matches compares a password with an encoded hash in constant time.
func matches(encoded, password string) (bool, error) {
	parts := strings.Split(encoded, "$")
	if len(parts) != 6 || parts[1] != "argon2id" {
		return false, errHash
	}
	var memory, time uint32
	var lanes uint8
	if _, err := fmt.Sscanf(parts[3], "m=%d,t=%d,p=%d", &memory, &time, &lanes); err != nil {
		return false, errHash
	}
	salt, err := base64.RawStdEncoding.DecodeString(parts[4])
	if err != nil {
		return false, errHash
	}
	want, err := base64.RawStdEncoding.DecodeString(parts[5])
	if err != nil {
		return false, errHash
	}
	got := argon2.IDKey([]byte(password), salt, time, memory, lanes, uint32(len(want)))
	return subtle.ConstantTimeCompare(got, want) == 1, nil
}

// CheckPassword notes a password that is too weak: too short, one character
// over and over, or the login itself.
func CheckPassword(c *fault.Checks, name, password, login string) {
	switch {
	case utf8.RuneCountInString(password) < MinPassword:
		c.Add(name, "account.password.short", MinPassword)
	case utf8.RuneCountInString(password) > 200:
		c.Add(name, "field.too-long", utf8.RuneCountInString(password), 200)
	case strings.Count(password, password[:1]) == len(password),
		login != "" && strings.Contains(strings.ToLower(password), login):
		c.Add(name, "account.password.weak")
	}
}
