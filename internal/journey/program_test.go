//go:build browser

package journey

import (
	"context"
	"os"
	"os/exec"
	"sync"
	"syscall"
	"testing"
)

// begin starts the real program with the example city, and a browser at it, in
// Chinese. Tests that begin so have a city of their own and run side by side.
func begin(t *testing.T) *browser {
	t.Helper()
	t.Parallel()
	base, _ := demonstrated(t, filled(t))
	return open(t, base)
}

// demonstrated starts the program on a folder; end stops it and waits, so that
// it can be started there again, on a later day say.
func demonstrated(t *testing.T, data string, more ...string) (base string, end func()) {
	t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	cmd := exec.CommandContext(ctx, built(t), append([]string{"demo", "--data", data, "--listen", "127.0.0.1:0"}, more...)...)
	cmd.Stderr = os.Stderr
	cmd.Cancel = func() error { return cmd.Process.Signal(syscall.SIGTERM) }
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	end = sync.OnceFunc(func() {
		stop()
		_ = cmd.Wait() // it was told to end; how it says so does not matter here
	})
	t.Cleanup(end)
	return addressIn(t, out), end
}
