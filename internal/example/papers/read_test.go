package papers_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"bihuan/internal/example"
	"bihuan/internal/example/papers"
	"bihuan/internal/read"
)

// TestTheReaderReadsThePapersAsTheyWereWritten closes the circle: records to
// paper, paper to outline, and the outline says what the records say.
func TestTheReaderReadsThePapersAsTheyWereWritten(t *testing.T) {
	for _, o := range city(t).Organisations {
		files, err := papers.Files(o.Feedback)
		if err != nil {
			t.Fatal(err)
		}
		for name, content := range files {
			t.Run(o.Key+"/"+name, func(t *testing.T) {
				p, err := read.Parse(t.Context(), name, bytes.NewReader(content), int64(len(content)), read.Options{})
				if err != nil {
					t.Fatal(err)
				}
				compare(t, p, o.Feedback)
			})
		}
	}
}

func compare(t *testing.T, p *read.Paper, f example.Feedback) {
	if p.Kind != read.KindFeedback || p.Title != f.Title || p.Issuer != f.Signature || p.Recipient != f.Addressee || p.Date != string(f.Date) {
		t.Errorf("the head reads %s %q, %q to %q, %s", p.Kind, p.Title, p.Issuer, p.Recipient, p.Date)
	}
	if len(p.Warnings) > 0 {
		t.Errorf("warnings: %+v", p.Warnings)
	}
	for n, s := range f.Stated {
		if n >= len(p.Stated) || p.Stated[n].Count != s.Count || p.Counted[n].Count != s.Count {
			t.Errorf("%d%s stated; read %+v, counted %+v", s.Count, s.Unit, p.Stated, p.Counted)
		}
	}
	var problems, advice []string
	for _, x := range f.Problems() {
		problems = append(problems, x.Title+x.Text)
	}
	for _, r := range f.Recommendations {
		advice = append(advice, r.Title+r.Text)
	}
	if got := wordings(p, read.NodeProblem); !slices.Equal(got, problems) {
		t.Errorf("the problems read\n%s", strings.Join(got, "\n"))
	}
	if got := wordings(p, read.NodeRecommendation); !slices.Equal(got, advice) {
		t.Errorf("the recommendations read\n%s", strings.Join(got, "\n"))
	}
}

// wordings gives the original wording of each node of a kind, without the
// paragraphs that close the paper.
func wordings(p *read.Paper, kind read.NodeKind) []string {
	var out []string
	p.Walk(func(n *read.Node, _ int) {
		if n.Kind == kind {
			wording, _, _ := strings.Cut(n.Wording, "\n")
			out = append(out, wording)
		}
	})
	return out
}
