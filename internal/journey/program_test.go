//go:build browser

package journey

import (
	"bufio"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"syscall"
	"testing"
)

// address is how the program says where it is.
var address = regexp.MustCompile(`http://127\.0\.0\.1:\d+`)

// demonstration builds the real program, starts it with the example city and
// gives its address.
func demonstration(t *testing.T) string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "bihuan")
	build := exec.Command("go", "build", "-o", program, "../../cmd/bihuan")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
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
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if found := address.FindString(lines.Text()); found != "" {
			go func() {
				for lines.Scan() { // the rest must not fill the pipe
				}
			}()
			return found
		}
	}
	t.Fatalf("the program ended without an address: %v", lines.Err())
	return ""
}
