package backup

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"syscall"

	"bihuan/internal/fault"
)

// copyFile copies a file to a new one down to the disk, and describes what it
// copied.
func copyFile(ctx context.Context, from, to string) (e Entry, err error) {
	in, err := os.Open(from)
	if err != nil {
		return e, fmt.Errorf("copy: %w", err)
	}
	defer in.Close()
	if err := os.MkdirAll(filepath.Dir(to), 0o700); err != nil {
		return e, full(err)
	}
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return e, full(err)
	}
	e, err = pour(ctx, out, in)
	if err == nil {
		err = out.Sync()
	}
	if cerr := out.Close(); err == nil {
		err = cerr
	}
	return e, full(err)
}

// pour copies a stream and describes it.
func pour(ctx context.Context, to io.Writer, from io.Reader) (Entry, error) {
	sum := sha256.New()
	var size int64
	buf := make([]byte, 1<<18)
	for {
		if err := ctx.Err(); err != nil {
			return Entry{}, err
		}
		n, err := from.Read(buf)
		sum.Write(buf[:n])
		size += int64(n)
		if _, werr := to.Write(buf[:n]); werr != nil {
			return Entry{}, werr
		}
		if err == io.EOF {
			return Entry{Size: size, SHA256: hex.EncodeToString(sum.Sum(nil))}, nil
		}
		if err != nil {
			return Entry{}, err
		}
	}
}

func describe(ctx context.Context, path string) (Entry, error) {
	f, err := os.Open(path)
	if err != nil {
		return Entry{}, err
	}
	defer f.Close()
	return pour(ctx, io.Discard, f)
}

func writeFile(path string, text []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return full(err)
	}
	_, err = f.Write(text)
	if err == nil {
		err = f.Sync()
	}
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	return full(err)
}

// syncDirs makes the names in a folder and all below it durable.
func syncDirs(root string) error {
	return filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return err
		}
		dir, err := os.Open(path)
		if err != nil {
			return err
		}
		return errors.Join(dir.Sync(), dir.Close())
	})
}

// full says in plain words that there is no room.
func full(err error) error {
	if errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) {
		return fault.Because(err, fault.Unavailable, "fault.disk-full")
	}
	return err
}
