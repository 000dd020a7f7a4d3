package journey

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"sync"
	"syscall"
	"testing"
)

// address is how the program says where it is.
var address = regexp.MustCompile(`http://127\.0\.0\.1:\d+`)

// shared is where the program and the filled city lie that all tests start
// from.
var shared string

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "journey")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	shared = dir
	code := m.Run()
	if err := os.RemoveAll(dir); err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
	os.Exit(code)
}

var build = sync.OnceValues(func() (string, error) {
	program := filepath.Join(shared, "bihuan")
	if out, err := exec.Command("go", "build", "-o", program, "../../cmd/bihuan").CombinedOutput(); err != nil {
		return "", fmt.Errorf("build: %w\n%s", err, out)
	}
	return program, nil
})

// built is the real program.
func built(t *testing.T) string {
	t.Helper()
	program, err := build()
	if err != nil {
		t.Fatal(err)
	}
	return program
}

// fill lets the program fill a folder with the example city, and end.
var fill = sync.OnceValues(func() (string, error) {
	program, err := build()
	if err != nil {
		return "", err
	}
	data := filepath.Join(shared, "city")
	cmd := exec.Command(program, "demo", "--data", data, "--listen", "127.0.0.1:0")
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		return "", err
	}
	if err := cmd.Start(); err != nil {
		return "", err
	}
	if _, err = announced(out); err != nil {
		return "", errors.Join(err, cmd.Wait())
	}
	if err := cmd.Process.Signal(syscall.SIGTERM); err != nil {
		return "", err
	}
	return data, cmd.Wait()
})

// filled is a folder with the example city that belongs to one test.
func filled(t *testing.T) string {
	t.Helper()
	city, err := fill()
	if err != nil {
		t.Fatal(err)
	}
	data := filepath.Join(t.TempDir(), "data")
	if err := os.CopyFS(data, os.DirFS(city)); err != nil {
		t.Fatal(err)
	}
	return data
}

// announced waits until the program says where it is.
func announced(out io.Reader) (string, error) {
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if found := address.FindString(lines.Text()); found != "" {
			go func() {
				for lines.Scan() { // the rest must not fill the pipe
				}
			}()
			return found, nil
		}
	}
	return "", fmt.Errorf("the program ended without an address: %w", lines.Err())
}

// addressIn is announced for a test.
func addressIn(t *testing.T, out io.Reader) string {
	t.Helper()
	found, err := announced(out)
	if err != nil {
		t.Fatal(err)
	}
	return found
}
