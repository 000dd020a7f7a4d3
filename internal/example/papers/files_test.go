package papers_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bihuan/internal/example"
	"bihuan/internal/example/papers"
)

const folder = "../../../examples/city"

func city(t *testing.T) *example.City {
	t.Helper()
	c, err := example.Load(os.DirFS(folder))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestCommittedPapersAreThoseOfTheRecords(t *testing.T) {
	for _, o := range city(t).Organisations {
		files, err := papers.All(o)
		if err != nil {
			t.Fatal(err)
		}
		for name, want := range files {
			got, err := os.ReadFile(filepath.Join(folder, o.Key, name))
			if err != nil || !bytes.Equal(got, want) {
				t.Errorf("%s/%s is not what its records give (%v): run go run ./examples/make", o.Key, name, err)
			}
		}
	}
}

func TestNoWordOfTheRecordsIsLostOnPaper(t *testing.T) {
	for _, o := range city(t).Organisations {
		text := papers.Text(papers.Document(o.Feedback))
		for _, p := range o.Feedback.Problems() {
			if !strings.Contains(text, p.Title+p.Text) {
				t.Errorf("%s: problem %s is not in the paper", o.Key, p.Key)
			}
		}
		for _, r := range o.Feedback.Recommendations {
			if !strings.Contains(text, r.Title+r.Text) {
				t.Errorf("%s: a recommendation is not in the paper: %s", o.Key, r.Title)
			}
		}
	}
}

func TestMarksRunOnAsThePaperWantsThem(t *testing.T) {
	wants := map[string][]string{
		"market-bureau":   {"\n（四）巡察、审计", "\n4.综合行政执法", "\n（3）投诉举报"},
		"water-bureau":    {"\n1.水资源节约集约利用有差距。一是供水管网", "四是年轻干部"},
		"city-investment": {"\n14．对以往监督"},
		"yunze-county":    {"\n4、形式主义", "\n（2）村级“三资”", "\n四是抓好整改"},
	}
	for _, o := range city(t).Organisations {
		text := papers.Text(papers.Document(o.Feedback))
		for _, want := range wants[o.Key] {
			if !strings.Contains(text, want) {
				t.Errorf("%s: the paper lacks %q", o.Key, want)
			}
		}
	}
}
