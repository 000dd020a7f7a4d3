// Command bench measures lists, details, the overview and writes over many
// problems, each beside the raw SQL that reads or writes the same rows. Ratios
// within one run can be compared; single times of a shared machine cannot.
//
//	go run ./internal/bench -problems 1000,10000,100000 [-database postgres://…]
//	go run ./internal/bench -signals 100000
//	go run ./internal/bench -papers 500
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"
)

func main() {
	sizes := flag.String("problems", "1000,10000", "numbers of problems, each on a database of its own")
	database := flag.String("database", "", "postgres://… of an empty database; SQLite in a temporary folder otherwise")
	rounds := flag.Int("rounds", 40, "how often each operation is measured")
	signals := flag.Int("signals", 0, "measure a computation of signals over so many problems instead")
	papers := flag.Int("papers", 0, "measure the reports on so many problems instead")
	flag.Parse()
	if *papers > 0 {
		if err := onlyPapers(context.Background(), *papers, *rounds); err != nil {
			fmt.Fprintln(os.Stderr, "bench:", err)
			os.Exit(1)
		}
		return
	}
	if *signals > 0 {
		if err := onlySignals(context.Background(), *database, *signals); err != nil {
			fmt.Fprintln(os.Stderr, "bench:", err)
			os.Exit(1)
		}
		return
	}
	if err := run(context.Background(), *sizes, *database, *rounds); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, sizes, database string, rounds int) error {
	for _, text := range strings.Split(sizes, ",") {
		n, err := strconv.Atoi(strings.TrimSpace(text))
		if err != nil {
			return fmt.Errorf("-problems: %w", err)
		}
		if err := one(ctx, n, database, rounds); err != nil {
			return err
		}
	}
	return nil
}

// onlySignals measures the signals on a database of their own.
func onlySignals(ctx context.Context, database string, n int) error {
	url := database
	if url == "" {
		dir, err := os.MkdirTemp("", "bihuan-bench")
		if err != nil {
			return err
		}
		defer os.RemoveAll(dir)
		url = filepath.Join(dir, "bench.db")
	}
	return signalsOver(ctx, url, n)
}

func one(ctx context.Context, n int, database string, rounds int) error {
	url := database
	if url == "" {
		dir, err := os.MkdirTemp("", "bihuan-bench")
		if err != nil {
			return err
		}
		defer os.RemoveAll(dir)
		url = filepath.Join(dir, "bench.db")
	}
	began := time.Now()
	c, err := open(ctx, url)
	if err != nil {
		return err
	}
	defer c.db.Close()
	if err := c.fill(ctx, n); err != nil {
		return fmt.Errorf("fill: %w", err)
	}
	fmt.Printf("\n%s, %d problems, %d measures, %d entries; made in %.1f s\n", c.db.Engine(), n, 3*n, 10*n, time.Since(began).Seconds())
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "operation\tp50 ms\tp95 ms\traw p50 ms\traw p95 ms\tratio\t")
	for _, op := range c.operations() {
		ours, err := measure(rounds, op.ours)
		if err != nil {
			return fmt.Errorf("%s: %w", op.name, err)
		}
		raw, err := measure(rounds, op.raw)
		if err != nil {
			return fmt.Errorf("%s, raw: %w", op.name, err)
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%.2f×\t\n", op.name, ms(ours.at(50)), ms(ours.at(95)), ms(raw.at(50)), ms(raw.at(95)),
			float64(ours.at(50))/float64(raw.at(50)))
	}
	if err := w.Flush(); err != nil {
		return err
	}
	var mem runtime.MemStats
	runtime.ReadMemStats(&mem)
	fmt.Printf("heap %d MiB, from the system %d MiB, resident %s\n", mem.HeapAlloc>>20, mem.Sys>>20, resident())
	return nil
}

// resident is the process's resident memory as the kernel tells it.
func resident() string { return status("VmRSS:") }

// status is a line of what the kernel tells of the process.
func status(name string) string {
	text, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return "unknown"
	}
	for _, line := range strings.Split(string(text), "\n") {
		if rest, ok := strings.CutPrefix(line, name); ok {
			return strings.TrimSpace(rest)
		}
	}
	return "unknown"
}
