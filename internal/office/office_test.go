package office

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// standIn puts a script on the path in place of LibreOffice, and gives the
// folder in which it must leave nothing behind.
func standIn(t *testing.T, script string) string {
	t.Helper()
	dir, temp := t.TempDir(), t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "soffice"), []byte("#!/bin/sh\n"+script), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir+":/usr/bin:/bin")
	t.Setenv("TMPDIR", temp)
	return temp
}

func TestConvertKeepsToItsLimitsAndLeavesNothing(t *testing.T) {
	copies := `for last; do :; done; mkdir out; cat "$last" > out/file.docx`
	cases := map[string]struct {
		script string
		job    Job
		want   error
	}{
		"well":       {copies, Job{}, nil},
		"bounded":    {copies, Job{Memory: 1 << 30}, nil},
		"too large":  {copies, Job{Most: 3}, ErrTooLarge},
		"too slow":   {"sleep 60 & wait", Job{Time: 200 * time.Millisecond}, context.DeadlineExceeded},
		"no result":  {"true", Job{}, os.ErrNotExist},
		"much eaten": {`x=a; while :; do x=$x$x; done`, Job{Memory: 256 << 20, Time: 20 * time.Second}, errAny},
	}
	for name, c := range cases {
		temp := standIn(t, c.script)
		c.job.Input, c.job.From, c.job.To = strings.NewReader("一份文件"), "doc", "docx"
		data, err := Convert(t.Context(), c.job)
		switch {
		case c.want == nil && (err != nil || string(data) != "一份文件"):
			t.Errorf("%s: %q, %v", name, data, err)
		case c.want == errAny && (err == nil || errors.Is(err, context.DeadlineExceeded)):
			t.Errorf("%s: %v", name, err)
		case c.want != nil && c.want != errAny && !errors.Is(err, c.want):
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
		if left, err := os.ReadDir(temp); err != nil || len(left) > 0 {
			t.Errorf("%s left %v behind, %v", name, left, err)
		}
	}
}

// errAny stands for any failure but running out of time.
var errAny = errors.New("any failure")
