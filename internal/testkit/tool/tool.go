// Package tool finds the programs that tests use beside Go.
package tool

import (
	"os"
	"os/exec"
	"testing"
)

// Path gives the path of a program that the test uses. Where it is missing the
// test is left out, but with BIHUAN_TEST_ALL=1 it fails: nothing is skipped
// silently.
func Path(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		Missing(t, name)
	}
	return path
}

// Missing leaves the test out for want of a program, or fails it.
func Missing(t *testing.T, name string) {
	t.Helper()
	if os.Getenv("BIHUAN_TEST_ALL") != "" {
		t.Fatalf("%s is not installed", name)
	}
	t.Skipf("%s is not installed", name)
}
