// Score reads the corpus and prints, per file and in total, how much of what
// is expected was read, and how much of what was read is expected.
//
//	go run ./internal/read/score [-corpus DIR] [-v] [-nodes 0.98] [-fields 0.95] [NAME ...]
//
// It ends with 1 when a total is below its threshold.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"text/tabwriter"

	"bihuan/internal/read/agree"
)

// floors are the least precision and recall that pass.
type floors struct{ nodes, fields, totals, warnings float64 }

func main() {
	folder := flag.String("corpus", "internal/read/testdata", "folder with papers/ and ledgers/")
	verbose := flag.Bool("v", false, "show every difference")
	var least floors
	flag.Float64Var(&least.nodes, "nodes", 0.98, "least precision and recall of nodes")
	flag.Float64Var(&least.fields, "fields", 0.95, "least precision and recall of fields")
	flag.Float64Var(&least.totals, "totals", 0.95, "least precision and recall of totals")
	flag.Float64Var(&least.warnings, "warnings", 0.95, "least precision and recall of warnings")
	flag.Parse()
	files, err := scoreAll(context.Background(), *folder, flag.Args())
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	if err := write(os.Stdout, files, *verbose); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	if short := least.missed(total(files)); len(short) > 0 {
		fmt.Fprintln(os.Stderr, "below the threshold:", strings.Join(short, ", "))
		os.Exit(1)
	}
}

// scored is one file with its result.
type scored struct {
	name string
	agree.Result
}

// scoreAll reads the files of a corpus whose names contain one of the words,
// or all.
func scoreAll(ctx context.Context, folder string, words []string) ([]scored, error) {
	paths, err := agree.Corpus(folder)
	if err != nil {
		return nil, err
	}
	var out []scored
	for _, path := range paths {
		if !chosen(path, words) {
			continue
		}
		r, err := agree.File(ctx, path)
		if err != nil {
			return nil, err
		}
		out = append(out, scored{filepath.Base(path), r})
	}
	return out, nil
}

func chosen(path string, words []string) bool {
	for _, w := range words {
		if strings.Contains(path, w) {
			return true
		}
	}
	return len(words) == 0
}

func total(files []scored) agree.Result {
	var sum agree.Result
	for _, f := range files {
		sum.Nodes.Add(f.Nodes)
		sum.Fields.Add(f.Fields)
		sum.Totals.Add(f.Totals)
		sum.Warnings.Add(f.Warnings)
	}
	return sum
}

// missed names the totals that are below their floor.
func (f floors) missed(r agree.Result) []string {
	var out []string
	for _, c := range []struct {
		name  string
		least float64
		is    agree.Tally
	}{{"nodes", f.nodes, r.Nodes}, {"fields", f.fields, r.Fields}, {"totals", f.totals, r.Totals}, {"warnings", f.warnings, r.Warnings}} {
		if min(c.is.Precision(), c.is.Recall()) < c.least {
			out = append(out, fmt.Sprintf("%s %.4f < %.4f", c.name, min(c.is.Precision(), c.is.Recall()), c.least))
		}
	}
	return out
}

func write(to io.Writer, files []scored, verbose bool) error {
	w := tabwriter.NewWriter(to, 0, 0, 2, ' ', tabwriter.AlignRight)
	if _, err := fmt.Fprintln(w, "nodes P\tR\tF1\tfields P\tR\tF1\ttotals P\tR\twarnings planted\tfound\tinvented\tdifferences\t  file"); err != nil {
		return err
	}
	for _, f := range append(files, scored{fmt.Sprintf("all %d files", len(files)), total(files)}) {
		if _, err := fmt.Fprintln(w, row(f)); err != nil {
			return err
		}
	}
	if err := w.Flush(); err != nil || !verbose {
		return err
	}
	for _, f := range files {
		for _, d := range f.Differences {
			if _, err := fmt.Fprintf(to, "%s: %s\n", f.name, d); err != nil {
				return err
			}
		}
	}
	return nil
}

func row(f scored) string {
	n, v, t, w := f.Nodes, f.Fields, f.Totals, f.Warnings
	return fmt.Sprintf("%.3f\t%.3f\t%.3f\t%.3f\t%.3f\t%.3f\t%.3f\t%.3f\t%d\t%d\t%d\t%d\t  %s",
		n.Precision(), n.Recall(), n.F1(), v.Precision(), v.Recall(), v.F1(), t.Precision(), t.Recall(),
		w.Want, w.Hit, w.Got-w.Hit, len(f.Differences), f.name)
}
