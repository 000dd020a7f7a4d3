package agree

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"bihuan/internal/read"
)

// Corpus lists the files of a corpus that have an expectation beside them:
// those under papers and ledgers of a folder, in order.
func Corpus(folder string) ([]string, error) {
	var out []string
	for _, kind := range []string{"papers", "ledgers"} {
		found, err := filepath.Glob(filepath.Join(folder, kind, "*.json"))
		if err != nil {
			return nil, err
		}
		for _, path := range found {
			out = append(out, strings.TrimSuffix(path, ".json"))
		}
	}
	if len(out) == 0 {
		return nil, errors.New("no corpus in " + folder)
	}
	return out, nil
}

// File reads one file of a corpus and compares it with what is expected.
func File(ctx context.Context, path string) (Result, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return Result{}, err
	}
	expected, err := os.ReadFile(path + ".json")
	if err != nil {
		return Result{}, err
	}
	want := &read.Paper{}
	if err := json.Unmarshal(expected, want); err != nil {
		return Result{}, err
	}
	got, err := read.Parse(ctx, filepath.Base(path), bytes.NewReader(data), int64(len(data)), read.Options{})
	if err != nil {
		got = &read.Paper{}
	}
	r := Compare(got, want)
	if err != nil {
		r.differ("not read: %v", err)
	}
	return r, nil
}

// Names reads a list of file names, one a line, # before a remark.
func Names(path string) ([]string, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var out []string
	for line := range strings.Lines(string(data)) {
		line, _, _ = strings.Cut(line, "#")
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	slices.Sort(out)
	return out, nil
}
