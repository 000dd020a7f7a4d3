// Command make writes the feedback papers of the example city, as text and as
// .docx, from their records. Run it from the top of the repository after a
// change to a feedback.yaml; a test compares the committed files with it.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"bihuan/internal/example"
	"bihuan/internal/example/oldledger"
	"bihuan/internal/example/papers"
)

const folder = "examples/city"

// ledgerOf is the organisation whose old ledger is among the examples.
const ledgerOf = "water-bureau"

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "examples/make:", err)
		os.Exit(1)
	}
}

func run() error {
	city, err := example.Load(os.DirFS(folder))
	if err != nil {
		return err
	}
	for _, o := range city.Organisations {
		files, err := papers.All(o)
		if err != nil {
			return fmt.Errorf("%s: %w", o.Key, err)
		}
		if o.Key == ledgerOf {
			if files["ledger.xlsx"], err = oldledger.Write(o, city); err != nil {
				return err
			}
		}
		for name, content := range files {
			if err := os.WriteFile(filepath.Join(folder, o.Key, name), content, 0o644); err != nil {
				return err
			}
		}
	}
	return nil
}
