// Package hostile makes the files with which the readers of strangers' bytes are
// tested: each is meant to use up memory or time, to reach a file elsewhere, or to
// be taken for what it is not.
package hostile

import (
	"strings"
	"testing"
)

// File is one such file, and what a reader has to answer.
type File struct {
	Name string
	Data []byte
	// Code is how the code of the refusal begins; "" for a file that is read,
	// because what is wrong with it does no harm, unless it takes too long.
	Code string
}

// Agrees tells whether a reader may answer with a refusal of this code, "" for
// none.
func (f File) Agrees(code string) bool {
	if f.Code == "" || f.Code == "read." {
		return code == "" || code == "read.too-slow" || f.Code != "" && strings.HasPrefix(code, f.Code)
	}
	return strings.HasPrefix(code, f.Code) || code == "read.too-slow"
}

// Files makes all of them.
func Files(t testing.TB) []File {
	var all []File
	for _, some := range [][]File{notWhatTheySay(t), packed(t), markup(t), sheets(t)} {
		all = append(all, some...)
	}
	return all
}
