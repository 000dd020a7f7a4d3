package blob

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"hash"
	"io"
	"path/filepath"
)

// Open gives the content of a hash, which must be size bytes long. A file that
// is missing or of another length is refused at once; the rest is verified
// while it is read, and the last bytes are handed out only when the whole is
// right, so that a damaged file never looks complete. The error of damage
// wraps *Damage and is fault.Unavailable.
func (s *Store) Open(hash string, size int64) (io.ReadCloser, error) {
	rel, err := Path(hash)
	if err != nil {
		return nil, err
	}
	f, err := s.disk.Open(filepath.Join(s.dir, rel))
	if missing(err) {
		return nil, damaged(hash, "it is missing")
	}
	if err != nil {
		return nil, classified("open file", err)
	}
	info, err := f.Stat()
	if err == nil && info.Size() != size {
		err = damaged(hash, "it is %d bytes long instead of %d", info.Size(), size)
	}
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return &verified{file: f, want: hash, left: size, sum: sha256.New()}, nil
}

// Check reads a file to its end and tells whether it is what was uploaded.
func (s *Store) Check(hash string, size int64) error {
	r, err := s.Open(hash, size)
	if err != nil {
		return err
	}
	_, err = io.Copy(io.Discard, r)
	return errors.Join(err, r.Close())
}

// verified hashes what passes through.
type verified struct {
	file Reading
	want string
	left int64
	sum  hash.Hash
	err  error // what every further Read says
}

// Read implements io.Reader.
func (v *verified) Read(b []byte) (int, error) {
	if v.err != nil {
		return 0, v.err
	}
	n, err := v.file.Read(b[:min(int64(len(b)), v.left)])
	v.sum.Write(b[:n])
	v.left -= int64(n)
	switch {
	case v.left == 0:
		v.err = v.verdict()
	case err == io.EOF:
		v.err = damaged(v.want, "it ended %d bytes early", v.left)
	case err != nil:
		v.err = damaged(v.want, "it cannot be read: %v", err)
	default:
		return n, nil
	}
	if v.err != io.EOF {
		clear(b[:n])
		return 0, v.err
	}
	return n, nil
}

// verdict is io.EOF when the content is right.
func (v *verified) verdict() error {
	if got := hex.EncodeToString(v.sum.Sum(nil)); got != v.want {
		return damaged(v.want, "its content has the hash %s", got)
	}
	return io.EOF
}

// Close implements io.Closer.
func (v *verified) Close() error { return v.file.Close() }
