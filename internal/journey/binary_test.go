package journey

import (
	"bufio"
	"io"
	"os/exec"
	"path/filepath"
	"regexp"
	"testing"
)

// address is how the program says where it is.
var address = regexp.MustCompile(`http://127\.0\.0\.1:\d+`)

// built builds the real program.
func built(t *testing.T) string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "bihuan")
	build := exec.Command("go", "build", "-o", program, "../../cmd/bihuan")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	return program
}

// addressIn waits until the program says where it is.
func addressIn(t *testing.T, out io.Reader) string {
	t.Helper()
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
