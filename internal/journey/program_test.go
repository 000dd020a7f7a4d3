//go:build browser

package journey

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
)

// demonstration builds the real program, starts it with the example city and
// gives its address.
func demonstration(t *testing.T) string {
	t.Helper()
	program := built(t)
	ctx, stop := context.WithCancel(context.Background())
	cmd := exec.CommandContext(ctx, program, "demo", "--data", filepath.Join(t.TempDir(), "data"), "--listen", "127.0.0.1:0")
	cmd.Stderr = os.Stderr
	cmd.Cancel = func() error { return cmd.Process.Signal(syscall.SIGTERM) }
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		stop()
		_ = cmd.Wait() // it was told to end; how it says so does not matter here
	})
	return addressIn(t, out)
}
