package oldledger_test

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"bihuan/internal/example"
	"bihuan/internal/example/oldledger"
	"bihuan/internal/read"
)

const folder = "../../../examples/city"

func written(t *testing.T) (*example.Organisation, []byte) {
	t.Helper()
	city, err := example.Load(os.DirFS(folder))
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range city.Organisations {
		if o.Key == "water-bureau" {
			book, err := oldledger.Write(o, city)
			if err != nil {
				t.Fatal(err)
			}
			return o, book
		}
	}
	t.Fatal("no water bureau")
	return nil, nil
}

func TestTheCommittedLedgerIsThatOfTheRecords(t *testing.T) {
	_, want := written(t)
	got, err := os.ReadFile(folder + "/water-bureau/ledger.xlsx")
	if err != nil || !bytes.Equal(got, want) {
		t.Errorf("ledger.xlsx is not what the records give (%v): run go run ./examples/make", err)
	}
}

func TestTheReaderReadsTheLedger(t *testing.T) {
	o, book := written(t)
	p, err := read.Parse(t.Context(), "ledger.xlsx", bytes.NewReader(book), int64(len(book)), read.Options{})
	if err != nil {
		t.Fatal(err)
	}
	measures, planned := 0, 0
	var problems []string
	p.Walk(func(n *read.Node, _ int) {
		measures += len(n.Measures)
		if n.Kind == read.NodeProblem {
			problems = append(problems, n.Wording)
		}
	})
	for _, t := range o.Plan.Problems {
		planned += len(t.Measures)
	}
	for n, x := range o.Feedback.Problems() {
		if n >= len(problems) || !strings.Contains(problems[n], strings.TrimSuffix(x.Title, "。")) {
			t.Errorf("problem %s is missing among %d", x.Key, len(problems))
		}
	}
	if measures != planned {
		t.Errorf("%d measures read, want %d", measures, planned)
	}
}
