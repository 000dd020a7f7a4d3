package gongwen

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"bihuan/internal/testkit/tool"
)

func writtenReport(t *testing.T) []byte {
	t.Helper()
	var buf bytes.Buffer
	if err := WriteDocx(&buf, plainReport()); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// standIn puts a stand-in for LibreOffice on the path and gives it an empty
// folder for temporary files, which it returns.
func standIn(t *testing.T, script string) string {
	t.Helper()
	dir, temp := t.TempDir(), t.TempDir()
	if script != "" {
		if err := os.WriteFile(filepath.Join(dir, "soffice"), []byte("#!/bin/sh\n"+script), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", dir+":/usr/bin:/bin")
	if script == "" {
		t.Setenv("PATH", dir)
	}
	t.Setenv("TMPDIR", temp)
	return temp
}

func requireEmpty(t *testing.T, dir string) {
	t.Helper()
	left, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(left) > 0 {
		t.Errorf("%s was left behind", left[0].Name())
	}
}

func TestPDFWithoutOffice(t *testing.T) {
	docx := writtenReport(t)
	standIn(t, "")
	if _, err := PDF(t.Context(), docx); !errors.Is(err, ErrNoOffice) {
		t.Errorf("error is %v, want ErrNoOffice", err)
	}
}

func TestPDFStopsWithItsContext(t *testing.T) {
	docx := writtenReport(t)
	temp := standIn(t, "sleep 60")
	ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
	defer cancel()
	if _, err := PDF(ctx, docx); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("error is %v, want the deadline", err)
	}
	requireEmpty(t, temp)
}

func TestPDFSaysWhatFailed(t *testing.T) {
	docx := writtenReport(t)
	temp := standIn(t, "echo broken >&2; exit 3")
	if _, err := PDF(t.Context(), docx); err == nil || !bytes.Contains([]byte(err.Error()), []byte("broken")) {
		t.Errorf("error is %v, want the words of the program", err)
	}
	requireEmpty(t, temp)
	if _, err := PDF(t.Context(), []byte("no zip")); err == nil {
		t.Error("bytes that are no paper were converted")
	}
}

func TestPDFIsMadeByLibreOffice(t *testing.T) {
	tool.Path(t, "soffice")
	pdf, err := PDF(t.Context(), writtenReport(t))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(pdf, []byte("%PDF-")) {
		t.Errorf("the result begins with %.8q", pdf)
	}
	// 22 lines of 28 characters: 3,800 characters with headings fill seven pages.
	if n := bytes.Count(pdf, []byte("/Type/Page/")); n < 6 || n > 8 {
		t.Errorf("the report has %d pages", n)
	}
}
