package blob

import (
	"io"
	"io/fs"
	"os"
)

// Disk is what the store needs of a file system; tests break it at any call.
type Disk interface {
	// Create makes a new file with a name nobody uses, in the folder.
	Create(dir string) (Writing, error)
	// Extend opens a file to write at its end, made where it is missing.
	Extend(name string) (Writing, error)
	Open(name string) (Reading, error)
	Rename(from, to string) error
	Remove(name string) error
	MkdirAll(dir string) error
	// SyncDir makes the names in the folder durable.
	SyncDir(dir string) error
	// List gives the names in the folder.
	List(dir string) ([]string, error)
}

// Writing is a file being written.
type Writing interface {
	io.WriteCloser
	Name() string
	Sync() error
}

// Reading is a file being read.
type Reading interface {
	io.ReadCloser
	Stat() (fs.FileInfo, error)
}

// OS is the operating system's disk.
type OS struct{}

// Create implements Disk; only the server's user may read the file.
func (OS) Create(dir string) (Writing, error) { return os.CreateTemp(dir, "upload-*") }

// Open implements Disk.
func (OS) Open(name string) (Reading, error) { return os.Open(name) }

// Rename implements Disk.
func (OS) Rename(from, to string) error { return os.Rename(from, to) }

// Remove implements Disk.
func (OS) Remove(name string) error { return os.Remove(name) }

// MkdirAll implements Disk; only the server's user may enter the folder.
func (OS) MkdirAll(dir string) error { return os.MkdirAll(dir, 0o700) }

// SyncDir implements Disk.
func (OS) SyncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	err = d.Sync()
	if cerr := d.Close(); err == nil {
		err = cerr
	}
	return err
}

// List implements Disk.
func (OS) List(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	names := make([]string, 0, len(entries))
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names, err
}
