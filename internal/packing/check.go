package packing

import (
	"archive/zip"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// Checked is what checking a filing package found.
type Checked struct {
	Files   int      // that are as they were filed
	Changed []string // whose content is not what was filed
	Missing []string // that were filed and are not there
	Added   []string // that are there and were not filed
}

// OK reports whether everything is there and as it was filed.
func (c Checked) OK() bool { return len(c.Changed)+len(c.Missing)+len(c.Added) == 0 }

// ErrNoSums says that an archive is no filing package: it lists no hashes.
var ErrNoSums = errors.New("no " + Sums + " in the archive")

// mostSums bounds the list of hashes that is read, in bytes.
const mostSums = 64 << 20

// Check reads a filing package whole and compares it with its list of hashes.
func Check(r io.ReaderAt, size int64) (Checked, error) {
	var out Checked
	z, err := zip.NewReader(r, size)
	if err != nil {
		return out, err
	}
	want, err := sums(z)
	if err != nil {
		return out, err
	}
	for _, f := range z.File {
		if f.Name == Sums || strings.HasSuffix(f.Name, "/") {
			continue
		}
		hash, listed := want[f.Name]
		delete(want, f.Name)
		switch {
		case !listed:
			out.Added = append(out.Added, f.Name)
		case hashOf(f) != hash:
			out.Changed = append(out.Changed, f.Name)
		default:
			out.Files++
		}
	}
	out.Missing = slices.Sorted(maps.Keys(want))
	return out, nil
}

func sums(z *zip.Reader) (map[string]string, error) {
	f, err := z.Open(Sums)
	if err != nil {
		return nil, ErrNoSums
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, mostSums))
	if err != nil {
		return nil, err
	}
	out := map[string]string{}
	for line := range strings.SplitSeq(strings.TrimSpace(string(text)), "\n") {
		hash, name, ok := strings.Cut(line, "  ")
		if !ok {
			return nil, fmt.Errorf("%w: line %q", ErrNoSums, line)
		}
		out[name] = hash
	}
	return out, nil
}

// hashOf is the SHA-256 of a file in the archive; "" for one that cannot be
// read to its end.
func hashOf(f *zip.File) string {
	r, err := f.Open()
	if err != nil {
		return ""
	}
	defer r.Close()
	h := sha256.New()
	if _, err := io.Copy(h, r); err != nil {
		return ""
	}
	return hex.EncodeToString(h.Sum(nil))
}
