// Package hostile makes the files with which the readers of strangers' bytes are
// tested: each is meant to use up memory or time, to reach a file elsewhere, or to
// be taken for what it is not.
package hostile

// File is one such file, and what a reader has to answer.
type File struct {
	Name string
	Data []byte
	// Code is how the code of the refusal begins; "" for a file that is read,
	// because what is wrong with it does no harm.
	Code string
}

// Files makes all of them.
func Files() []File {
	var all []File
	for _, some := range [][]File{notWhatTheySay(), packed(), markup(), sheets()} {
		all = append(all, some...)
	}
	return all
}
