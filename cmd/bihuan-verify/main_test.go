package main

import (
	"bytes"
	"context"
	"fmt"
	"go/parser"
	"go/token"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bihuan/internal/audit"
	"bihuan/internal/store"
	"bihuan/internal/testkit"

	"golang.org/x/mod/sumdb/tlog"
)

// files are what somebody takes away from a server, by content.
type files struct {
	key, log    string
	checkpoints []string
}

// exported makes a log with the product itself: entries entries, and a
// checkpoint after each of the sizes.
func exported(t *testing.T, entries int, sizes ...int) files {
	t.Helper()
	key, err := audit.OpenKey(t.TempDir(), strings.NewReader("a seed that has thirty-two bytes"))
	if err != nil {
		t.Fatal(err)
	}
	db := testkit.Open(t, filepath.Join(t.TempDir(), "bihuan.db"), testkit.ClockAt("2026-07-09"))
	out := files{key: key.Public() + "\n"}
	var log strings.Builder
	err = db.Write(context.Background(), func(tx *store.Tx) error {
		for i := 0; i <= entries; i++ {
			if i > 0 {
				if _, err := audit.Append(tx, audit.Entry{Actor: "王小明", Action: "problem.edit", Detail: fmt.Sprint("第", i, "次")}); err != nil {
					return err
				}
			}
			for _, size := range sizes {
				if size == i {
					signed, err := audit.Sign(tx, key)
					if err != nil {
						return err
					}
					out.checkpoints = append(out.checkpoints, signed)
				}
			}
		}
		_, err := audit.Export(tx, &log)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	out.log = log.String()
	return out
}

// run writes the files down and runs the program on them.
func (f files) run(t *testing.T) (code int, said string) {
	t.Helper()
	dir := t.TempDir()
	args := []string{"-key", filepath.Join(dir, "audit.pub"), "-log", filepath.Join(dir, "audit.jsonl")}
	write := func(path, text string) {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write(args[1], f.key)
	write(args[3], f.log)
	for i, c := range f.checkpoints {
		args = append(args, filepath.Join(dir, fmt.Sprint("checkpoint", i)))
		write(args[len(args)-1], c)
	}
	var out bytes.Buffer
	return run(args, &out, &out), out.String()
}

func TestAnExportOfTheProductIsIntact(t *testing.T) {
	for _, entries := range []int{0, 1, 2, 3, 4, 7, 8, 33} {
		if code, said := exported(t, entries, entries).run(t); code != exitIntact {
			t.Errorf("%d entries: exit %d, %s", entries, code, said)
		}
	}
	code, said := exported(t, 20, 5, 13, 16).run(t)
	if code != exitIntact || !strings.Contains(said, "1 to 16") || !strings.Contains(said, "其后4条") {
		t.Errorf("exit %d, %s", code, said)
	}
}

func TestWhatIsFound(t *testing.T) {
	lines := func(edit func(l []string) []string) func(*files) {
		return func(f *files) {
			f.log = strings.Join(edit(strings.SplitAfter(strings.TrimSuffix(f.log, "\n"), "\n")), "")
		}
	}
	cases := []struct {
		name string
		do   func(*files)
		code int
		said string
	}{
		{"edited", func(f *files) { f.log = strings.Replace(f.log, "第7次", "第6次", 1) }, exitTampered, "第6至10条"},
		{"deleted", lines(func(l []string) []string { return append(l[:3], l[4:]...) }), exitTampered, "line 4 holds record 5"},
		{"swapped", lines(func(l []string) []string { l[3], l[4] = l[4], l[3]; return l }), exitTampered, "line 4 holds record 5"},
		{"inserted", lines(func(l []string) []string { return append(l[:4], append([]string{l[3]}, l[4:]...)...) }), exitTampered, "line 5 holds record 4"},
		{"cut off", lines(func(l []string) []string { return l[:8] }), exitTampered, "只有8条记录"},
		{"cut off to nothing", func(f *files) { f.log = "" }, exitTampered, "只有0条记录"},
		{"last line incomplete", func(f *files) { f.log = f.log[:len(f.log)-2] }, exitTampered, "incomplete"},
		{"not a record", func(f *files) { f.log = "x\n" + f.log }, exitTampered, "line 1 is not a record"},
		{"forged checkpoint", func(f *files) { f.checkpoints[0] = strings.Replace(f.checkpoints[0], "\n5\n", "\n4\n", 1) }, exitUnable, "signature"},
		{"unsigned checkpoint", func(f *files) { f.checkpoints[0], _, _ = strings.Cut(f.checkpoints[0], "—") }, exitUnable, "signed"},
		{"no checkpoint", func(f *files) { f.checkpoints = nil }, exitUnable, "缺少检查点"},
		{"another key", func(f *files) { f.key = "bihuan-audit+1234abcd+AAAA" }, exitUnable, "public key"},
	}
	for _, c := range cases {
		f := exported(t, 10, 5, 10)
		c.do(&f)
		if code, said := f.run(t); code != c.code || !strings.Contains(said, c.said) {
			t.Errorf("%s: exit %d, %s; want %d and %q", c.name, code, said, c.code, c.said)
		}
	}
}

// TestNoMutationIsAccepted holds promise A3: whatever small change is made to
// log, checkpoint or key, the check does not succeed.
func TestNoMutationIsAccepted(t *testing.T) {
	mutations := 100_000
	if testing.Short() {
		mutations = 5_000
	}
	intact := exported(t, 6, 6)
	random := rand.New(rand.NewPCG(2026, 7))
	for range mutations {
		parts := []*string{new(intact.log), new(intact.checkpoints[0]), new(intact.key)}
		victim := parts[random.IntN(len(parts))]
		was := *victim
		*victim = mutate(random, was)
		if *victim == was || *victim+"\n" == intact.key { // a key file may lack its last line end
			continue
		}
		if accepts(*parts[0], *parts[1], *parts[2]) {
			t.Fatalf("accepted:\n%q\ninstead of\n%q", *victim, was)
		}
	}
}

// accepts checks contents without files.
func accepts(log, checkpointText, keyText string) bool {
	k, err := parseKey(keyText)
	if err != nil {
		return false
	}
	c, err := openCheckpoint(checkpointText, k)
	if err != nil {
		return false
	}
	res, err := verifyLog(strings.NewReader(log), []checkpoint{c})
	return err == nil && res.covered == 6
}

// mutate changes, deletes, inserts, repeats or swaps bytes at one place.
func mutate(r *rand.Rand, s string) string {
	b := []byte(s)
	i := r.IntN(len(b))
	j := min(len(b), i+1+r.IntN(8))
	switch r.IntN(6) {
	case 0:
		b[i] ^= 1 << r.IntN(8)
	case 1:
		return s[:i] + s[j:]
	case 2:
		return s[:i] + string(rune(r.IntN(128))) + s[i:]
	case 3:
		return s[:j] + s[i:j] + s[j:]
	case 4:
		b[i], b[j-1] = b[j-1], b[i]
	case 5:
		return s[:i]
	}
	return string(b)
}

// TestTheProgramStandsAlone: at most 500 lines, and imports of the standard
// library only.
func TestTheProgramStandsAlone(t *testing.T) {
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	lines := 0
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		lines += bytes.Count(text, []byte("\n"))
		file, err := parser.ParseFile(token.NewFileSet(), name, text, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		for _, spec := range file.Imports {
			if first, _, _ := strings.Cut(strings.Trim(spec.Path.Value, `"`), "/"); first == "bihuan" || strings.Contains(first, ".") {
				t.Errorf("%s imports %s", name, spec.Path.Value)
			}
		}
	}
	if lines == 0 || lines > 500 {
		t.Errorf("the program has %d lines, allowed are 500", lines)
	}
}

func FuzzTree(f *testing.F) {
	f.Add("a\nb\nc")
	f.Add("1\n2\n3\n4\n5\n6\n7\n8\n")
	f.Fuzz(func(t *testing.T, text string) {
		var own tree
		var stored []tlog.Hash
		reader := tlog.HashReaderFunc(func(at []int64) (out []tlog.Hash, err error) {
			for _, i := range at {
				out = append(out, stored[i])
			}
			return out, nil
		})
		records := strings.Split(text, "\n")
		for i, r := range records {
			own.add([]byte(r))
			hashes, err := tlog.StoredHashes(int64(i), []byte(r), reader)
			if err != nil {
				t.Fatal(err)
			}
			stored = append(stored, hashes...)
		}
		want, err := tlog.TreeHash(int64(len(records)), reader)
		if err != nil || tlog.Hash(own.root()) != want {
			t.Fatalf("root %x, want %v (%v)", own.root(), want, err)
		}
	})
}

func TestALineTooLongIsRefused(t *testing.T) {
	endless := io.MultiReader(strings.NewReader(`{"seq":1,"detail":"`), zeros{})
	if _, err := verifyLog(endless, nil); err == nil || !strings.Contains(err.Error(), "too long") {
		t.Errorf("%v", err)
	}
}

// zeros never ends and never has a line end.
type zeros struct{}

func (zeros) Read(p []byte) (int, error) {
	clear(p)
	return len(p), nil
}
