package paper_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/ledger"
	"bihuan/internal/query"
	"bihuan/internal/sheet"
	"bihuan/internal/testkit/openxml"
)

// TestEveryPaperFollowsTheSchema holds the kept .docx of every paper, which
// other tests compare with what the program writes, and a workbook against
// Office Open XML.
func TestEveryPaperFollowsTheSchema(t *testing.T) {
	papers, err := filepath.Glob("testdata/paper-*.docx")
	if err != nil || len(papers) < 20 {
		t.Fatalf("%d papers are kept: %v", len(papers), err)
	}
	openxml.Check(t, append(papers, aWorkbook(t))...)
}

// aWorkbook writes the evaluations of the example's round as .xlsx.
func aWorkbook(t *testing.T) string {
	t.Helper()
	var b bytes.Buffer
	asOffice(t, city(t), func(v *query.View, round inspection.Round) error {
		l, err := query.EvaluationsOfRound(v, round.ID)
		if err != nil {
			return err
		}
		return sheet.Write(&b, sheet.Workbook{Sheets: []sheet.Sheet{ledger.EvaluationsTable(l)}})
	})
	file := filepath.Join(t.TempDir(), "evaluations.xlsx")
	if err := os.WriteFile(file, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}
