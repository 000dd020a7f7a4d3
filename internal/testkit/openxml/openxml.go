// Package openxml holds office files against the schema of Office Open XML
// (ISO/IEC 29500), with the validator of the Open XML SDK. scripts/test-tools
// installs it.
package openxml

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"bihuan/internal/testkit/tool"
)

// Check fails for each place of the files that the schema does not allow.
func Check(t *testing.T, files ...string) {
	t.Helper()
	node := tool.Path(t, "node")
	faults, err := exec.Command(node, append([]string{script(t)}, files...)...).Output()
	if err != nil {
		t.Fatalf("checking %d files: %v", len(files), err)
	}
	for line := range strings.Lines(string(faults)) {
		t.Error(strings.TrimSpace(line))
	}
}

// script is the installed check; without it the test is left out, as tool.Path does.
func script(t *testing.T) string {
	t.Helper()
	root := "."
	for ; !there(filepath.Join(root, "go.mod")); root = filepath.Join("..", root) {
	}
	path := filepath.Join(root, ".tools/openxml/check.mjs")
	if !there(path) {
		tool.Missing(t, "the validator of the Open XML SDK (scripts/test-tools)")
	}
	return path
}

func there(file string) bool {
	_, err := os.Stat(file)
	return err == nil
}
