package read

import (
	"bytes"
	"context"
	"os"
	"strings"
	"testing"
)

// mustParse reads bytes as a file of the given name.
func mustParse(t *testing.T, name string, data []byte) *Paper {
	t.Helper()
	p, err := Parse(context.Background(), name, bytes.NewReader(data), int64(len(data)), Options{})
	if err != nil {
		t.Fatalf("Parse(%s): %v", name, err)
	}
	return p
}

func mustRead(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// sketch draws a tree in one short line a node: depth, kind, mark and title.
func sketch(p *Paper) string {
	var b strings.Builder
	p.Walk(func(n *Node, depth int) {
		b.WriteString(strings.Repeat("  ", depth))
		b.WriteString(string(n.Kind) + " " + n.Mark + " " + n.Title + "\n")
	})
	return b.String()
}

func readerAt(data []byte) *bytes.Reader { return bytes.NewReader(data) }
