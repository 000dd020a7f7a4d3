// Package filemeta reads what a file says of itself: when a photograph was
// taken, when a document was made, by whom and with which program, and a
// perceptual hash of a picture. Whatever bytes it is given, it reads a bounded
// amount, allocates a bounded amount and answers with what it found.
package filemeta

import (
	"bytes"
	"io"
	"strings"
	"time"
	"unicode/utf8"
)

// Meta is what a file says. Days are YYYY-MM-DD, empty where it says none.
type Meta struct {
	Kind       string // jpeg, png, gif, office, pdf; empty for others
	TakenOn    string
	CreatedOn  string
	ModifiedOn string
	Author     string
	LastAuthor string
	Company    string
	Program    string
	Scanned    bool
	Picture    string // perceptual hash, hex; empty for no picture and for blank ones
	Broken     bool   // it is not what it begins like, or too large to be looked into
}

// Bounds of what is read.
const (
	mostBytes = 64 << 20 // of a file
	mostPart  = 1 << 18  // of a part of an archive, inflated
	mostText  = 200      // characters of a name
)

// Read reads a file. An error is the reader's; a damaged file is Broken.
func Read(r io.Reader) (Meta, error) {
	body, err := io.ReadAll(io.LimitReader(r, mostBytes+1))
	if err != nil {
		return Meta{}, err
	}
	if len(body) > mostBytes {
		return Meta{Broken: true}, nil
	}
	m := Meta{}
	switch {
	case bytes.HasPrefix(body, []byte("\xff\xd8\xff")):
		m.Kind = "jpeg"
		m.exif(jpegExif(body))
		m.look(body)
	case bytes.HasPrefix(body, []byte("\x89PNG\r\n\x1a\n")):
		m.Kind = "png"
		m.exif(pngExif(body))
		m.look(body)
	case bytes.HasPrefix(body, []byte("GIF8")):
		m.Kind = "gif"
		m.look(body)
	case bytes.HasPrefix(body, []byte("PK\x03\x04")):
		m.office(body)
	case bytes.HasPrefix(body, []byte("%PDF-")):
		m.Kind = "pdf"
		m.pdf(body)
	}
	m.tidy()
	return m, nil
}

// tidy keeps of names what can be stored and shown.
func (m *Meta) tidy() {
	for _, s := range []*string{&m.Author, &m.LastAuthor, &m.Company, &m.Program} {
		text := strings.Map(func(r rune) rune {
			if r < ' ' || r == utf8.RuneError {
				return -1
			}
			return r
		}, strings.ToValidUTF8(*s, ""))
		if r := []rune(strings.TrimSpace(text)); len(r) > mostText {
			text = string(r[:mostText])
		}
		*s = strings.TrimSpace(text)
	}
	m.Scanned = m.Scanned || scanner(m.Program)
}

// scanners are words in the names of programs and devices that scan.
var scanners = []string{"scan", "扫描", "canon", "kyocera", "ricoh", "epson", "fujitsu", "konica", "xerox", "brother", "abbyy", "captureontouch", "hp "}

func scanner(program string) bool {
	program = strings.ToLower(program)
	for _, w := range scanners {
		if strings.Contains(program, w) {
			return true
		}
	}
	return false
}

// zone is the one in which days are counted.
var zone = time.FixedZone("CST", 8*60*60)

// day gives the day of a time in one of the layouts; years that no file of
// ours can have come from a clock that was never set.
func day(text string, layouts ...string) string {
	for _, l := range layouts {
		if t, err := time.Parse(l, text); err == nil && t.Year() >= 1990 && t.Year() < 2100 {
			if strings.ContainsAny(l, "Z") {
				t = t.In(zone)
			}
			return t.Format(time.DateOnly)
		}
	}
	return ""
}
