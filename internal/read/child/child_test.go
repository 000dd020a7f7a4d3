package child_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"bihuan/internal/fault"
	"bihuan/internal/locale"
	"bihuan/internal/read"
	"bihuan/internal/read/child"
	"bihuan/internal/read/hostile"
)

// TestMain is the child where the tests start their own program as one.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == child.Command {
		if err := child.Serve(context.Background(), os.Stdin, os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

const memory = 256 << 20

func reader(t testing.TB, memory int64) *child.Reader {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return child.New(memory, program, child.Command)
}

func parse(r *child.Reader, name string, data []byte, opts read.Options) (*read.Paper, error) {
	opts.Apart = r.Parse
	return read.Parse(context.Background(), name, bytes.NewReader(data), int64(len(data)), opts)
}

func TestHostileFilesEndTheChildAtMost(t *testing.T) {
	r := reader(t, memory)
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	idle := usage(t, r, "a.csv", []byte("序号,反馈问题,整改措施\n1,甲,乙\n"))
	for _, f := range hostile.Files(t) {
		began := time.Now()
		_, err := parse(r, f.Name, f.Data, read.Options{})
		took, used := time.Since(began), r.Peak()
		code := codeOf(err)
		if !f.Agrees(code) || code != "" && !locale.Has(locale.English, code) {
			t.Errorf("%s: %v, want %q", f.Name, err, f.Code)
		}
		if used-idle > memory {
			t.Errorf("%s used %d MB above idle", f.Name, (used-idle)>>20)
		}
		t.Logf("%-24s %8d bytes  %-26s %5.2f s %4d MB above idle", f.Name, len(f.Data), code, took.Seconds(), max(used-idle, 0)>>20)
	}
	if left, err := os.ReadDir(temp); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}

// codeOf is the code of a refusal, "" for none.
func codeOf(err error) string {
	var f *fault.Error
	switch {
	case err == nil:
		return ""
	case errors.As(err, &f):
		return f.Code
	}
	return err.Error()
}

// usage reads a small file and gives the memory that a child needs for it.
func usage(t *testing.T, r *child.Reader, name string, data []byte) int64 {
	t.Helper()
	if _, err := parse(r, name, data, read.Options{}); err != nil {
		t.Fatal(err)
	}
	return r.Peak()
}

func TestTheChildReadsAsTheProgramDoes(t *testing.T) {
	for name, data := range map[string][]byte{
		"台账.csv": []byte("某局台账,,\n序号,反馈问题,整改措施,完成时限\n1,学习少,1.订计划；2.抓落实,6月底前\n"),
		"反馈.txt": []byte("关于巡察某局的反馈意见\n一、主要问题\n1.学习少。全年三次。\n2.督办弱\n"),
	} {
		here, err := read.Parse(t.Context(), name, bytes.NewReader(data), int64(len(data)), read.Options{})
		if err != nil {
			t.Fatal(err)
		}
		var told []int
		there, err := parse(reader(t, memory), name, data, read.Options{Progress: func(n int) { told = append(told, n) }})
		if err != nil {
			t.Fatal(err)
		}
		if a, b := shown(t, here), shown(t, there); a != b {
			t.Errorf("%s: here\n%s\nthere\n%s", name, a, b)
		}
		if strings.HasSuffix(name, ".csv") && len(told) == 0 {
			t.Errorf("%s: no progress was told", name)
		}
	}
}

// shown is all of a paper that travels.
func shown(t *testing.T, p *read.Paper) string {
	t.Helper()
	var wordings []string
	p.Walk(func(n *read.Node, _ int) { wordings = append(wordings, n.Wording) })
	text, err := json.Marshal([]any{p, p.Lines, p.Tables, wordings})
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestAChildThatEndsIsToldInWords(t *testing.T) {
	ledger := []byte("序号,反馈问题,整改措施\n" + strings.Repeat("1,学习少且传达不及时,订计划并抓落实\n", 50_000))
	sh := func(script string) *child.Reader { return child.New(memory, "/bin/sh", "-c", script) }
	for name, c := range map[string]struct {
		r    *child.Reader
		opts read.Options
		code string
	}{
		"no memory":  {reader(t, 8<<20), read.Options{}, "read.too-much-memory"},
		"no time":    {reader(t, memory), read.Options{MaxTime: 50 * time.Millisecond}, "read.too-slow"},
		"hangs":      {sh("sleep 60 & wait"), read.Options{MaxTime: 300 * time.Millisecond}, "read.too-slow"},
		"crashes":    {sh("echo 'panic: x' >&2; exit 2"), read.Options{}, "read.damaged"},
		"tells lies": {sh("echo nonsense; cat >/dev/null"), read.Options{}, "read.damaged"},
	} {
		_, err := parse(c.r, "a.csv", ledger, c.opts)
		var f *fault.Error
		if !errors.As(err, &f) || f.Code != c.code || !locale.Has(locale.English, f.Code) {
			t.Errorf("%s: %v, want %s", name, err, c.code)
		}
	}
}

func TestACancelledReadingEndsItsChild(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	r := child.New(memory, "/bin/sh", "-c", "sleep 60 & wait")
	ended := make(chan error)
	go func() {
		data := []byte("序号,反馈问题,整改措施\n1,甲,乙\n")
		_, err := read.Parse(ctx, "a.csv", bytes.NewReader(data), int64(len(data)), read.Options{Apart: r.Parse, MaxTime: time.Minute})
		ended <- err
	}()
	cancel()
	if err := <-ended; !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}
