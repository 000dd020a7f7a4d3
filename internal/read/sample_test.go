package read

import (
	"strings"
	"testing"
)

// The sample is a real paper: a report of six sections, masked with asterisks.
func TestSampleReportIsSixSectionsWithNothingLost(t *testing.T) {
	data := mustRead(t, "testdata/papers/heads-report-masked.txt")
	p := mustParse(t, "sample-report.txt", data)
	if p.Kind != KindReport || p.Title != "局党组主要负责人组织落实巡察反馈意见整改情况的报告" || p.Recipient != "市委巡察办" {
		t.Errorf("kind %q, title %q, recipient %q", p.Kind, p.Title, p.Recipient)
	}
	if p.DocumentNumber != "" || p.Date != "" || len(p.Stated) != 0 || len(p.Warnings) != 0 {
		t.Errorf("invented: number %q, date %q, stated %v, warnings %v", p.DocumentNumber, p.Date, p.Stated, p.Warnings)
	}
	if len(p.Nodes) != 6 {
		t.Fatalf("%d sections, want 6:\n%s", len(p.Nodes), sketch(p))
	}
	lines := strings.Split(strings.TrimSpace(string(data)), "\n")
	body := lines[4:]
	var rebuilt []string
	for i, n := range p.Nodes {
		if n.Kind != NodeSection || n.Number != i+1 || len(n.Children) != 0 {
			t.Errorf("section %d: %s %s %d with %d children", i+1, n.Kind, n.Mark, n.Number, len(n.Children))
		}
		if at := lines[n.Source.Paragraph-1]; !strings.HasPrefix(at, n.Mark+n.Title) {
			t.Errorf("section %d points at line %d: %q", i+1, n.Source.Paragraph, at)
		}
		rebuilt = append(rebuilt, n.Mark+n.Wording)
	}
	if got, want := squeezed(strings.Join(rebuilt, "")), squeezed(strings.Join(body, "")); got != want {
		t.Error("the sections together are not the text of the paper")
	}
}
