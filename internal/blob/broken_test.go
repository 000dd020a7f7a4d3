package blob_test

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"bihuan/internal/blob"
	"bihuan/internal/fault"
)

// brokenDisk fails at its nth call, and at all later ones when it is dead.
type brokenDisk struct {
	blob.OS
	calls []string
	fail  int // which call, from 1; 0 for none
	with  error
	dead  bool
}

func (d *brokenDisk) call(what string) error {
	d.calls = append(d.calls, what)
	if n := len(d.calls); d.fail > 0 && (n == d.fail || d.dead && n > d.fail) {
		return d.with
	}
	return nil
}

func (d *brokenDisk) Create(dir string) (blob.Writing, error) {
	if err := d.call("create"); err != nil {
		return nil, err
	}
	w, err := d.OS.Create(dir)
	return brokenFile{w, d}, err
}

func (d *brokenDisk) Rename(from, to string) error {
	if err := d.call("rename"); err != nil {
		return err
	}
	return d.OS.Rename(from, to)
}

func (d *brokenDisk) Remove(name string) error {
	if err := d.call("remove"); err != nil {
		return err
	}
	return d.OS.Remove(name)
}

func (d *brokenDisk) MkdirAll(dir string) error {
	if err := d.call("mkdir"); err != nil {
		return err
	}
	return d.OS.MkdirAll(dir)
}

func (d *brokenDisk) SyncDir(dir string) error {
	if err := d.call("sync " + filepath.Base(dir)); err != nil {
		return err
	}
	return d.OS.SyncDir(dir)
}

type brokenFile struct {
	blob.Writing
	disk *brokenDisk
}

func (f brokenFile) Write(b []byte) (int, error) {
	if err := f.disk.call("write"); err != nil {
		n, _ := f.Writing.Write(b[:len(b)/2]) // a full disk takes a part
		return n, err
	}
	return f.Writing.Write(b)
}

func (f brokenFile) Sync() error {
	if err := f.disk.call("sync"); err != nil {
		return err
	}
	return f.Writing.Sync()
}

func (f brokenFile) Close() error {
	err := f.Writing.Close()
	if failed := f.disk.call("close"); failed != nil {
		return failed
	}
	return err
}

func TestContentIsDurableBeforeItsNameAndTheNameBeforeTheAnswer(t *testing.T) {
	disk := &brokenDisk{}
	s, err := blob.OpenOn(disk, filepath.Join(t.TempDir(), "files"))
	if err != nil {
		t.Fatal(err)
	}
	disk.calls = nil
	f := put(t, s, "证明材料")
	want := "create, write, sync, close, mkdir, sync files, rename, sync " + f.Hash[:2]
	if got := strings.Join(disk.calls, ", "); got != want {
		t.Errorf("the disk saw\n%s, want\n%s", got, want)
	}
}

// TestAnyFailingCall breaks each call of an upload in turn, once and for good,
// and holds: no answer without the file, no file that is not whole, and a
// sweep clears the rest.
func TestAnyFailingCall(t *testing.T) {
	const calls = 8 // of one upload, see the test above
	for _, dead := range []bool{false, true} {
		for _, cause := range []error{syscall.EIO, syscall.ENOSPC} {
			for n := 1; n <= calls; n++ {
				breakAt(t, n, cause, dead)
			}
		}
	}
}

func breakAt(t *testing.T, n int, cause error, dead bool) {
	t.Helper()
	dir := t.TempDir()
	disk := &brokenDisk{with: cause, dead: dead}
	s, err := blob.OpenOn(disk, dir)
	if err != nil {
		t.Fatal(err)
	}
	disk.calls, disk.fail = nil, n
	_, err = s.Put(context.Background(), strings.NewReader("证明材料"), limit)
	if !errors.Is(err, cause) {
		t.Errorf("call %d failed with %v and the upload answered %v", n, cause, err)
	}
	if full := cause == syscall.ENOSPC; full != fault.Is(err, fault.Unavailable) {
		t.Errorf("call %d failed with %v and the upload answered %v", n, cause, err)
	}
	again := open(t, dir)
	if err := again.Sweep(); err != nil {
		t.Fatal(err)
	}
	for _, left := range files(t, dir) {
		hash := filepath.Base(filepath.Dir(left)) + filepath.Base(left)
		if err := again.Check(hash, int64(len("证明材料"))); err != nil {
			t.Errorf("call %d failed and left %s: %v", n, left, err)
		}
	}
	f := put(t, again, "证明材料")
	if err := again.Check(f.Hash, f.Size); err != nil {
		t.Errorf("call %d failed and the next upload too: %v", n, err)
	}
}
