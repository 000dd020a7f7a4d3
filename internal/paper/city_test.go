package paper_test

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"os"
	"path/filepath"

	"strings"
	"sync"
	"testing"

	"bihuan/internal/action"
	"bihuan/internal/blob"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/example"
	"bihuan/internal/example/seed"
	"bihuan/internal/gongwen"
	"bihuan/internal/paper"
	"bihuan/internal/query"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

var update = flag.Bool("update", false, "write the golden papers anew")

const folder = "../../examples/city"

// cityFile is the example city as a SQLite database, made once for all tests,
// and the day of its records.
var cityFile = sync.OnceValues(func() (f struct {
	db    []byte
	today workday.Date
}, err error) {
	dir, err := os.MkdirTemp("", "bihuan-city-")
	if err != nil {
		return f, err
	}
	defer os.RemoveAll(dir)
	if f.today, err = fill(dir); err != nil {
		return f, err
	}
	f.db, err = os.ReadFile(filepath.Join(dir, "city.db"))
	return f, err
})

// fill makes the database city.db and the files beside it in a folder.
func fill(dir string) (workday.Date, error) {
	records, err := example.Load(os.DirFS(folder))
	if err != nil {
		return "", err
	}
	files, err := blob.Open(filepath.Join(dir, "files"))
	if err != nil {
		return "", err
	}
	db, err := store.Open(context.Background(), filepath.Join(dir, "city.db"), testkit.ClockAt(records.Today).Now)
	if err != nil {
		return "", err
	}
	runner := &action.Runner{DB: db, Calendar: workday.China(), NewID: testkit.IDs()}
	source := seed.Source{City: records, Folder: os.DirFS(folder), Files: files, Password: "a word for the demonstration"}
	_, err = seed.Load(context.Background(), runner, source)
	return records.Today, errors.Join(err, db.Close())
}

// city is the example city in a SQLite database of the test's own.
func city(t testing.TB) *store.DB {
	t.Helper()
	f, err := cityFile()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "city.db")
	if err := os.WriteFile(path, f.db, 0o600); err != nil {
		t.Fatal(err)
	}
	return testkit.Open(t, path, testkit.ClockAt(f.today))
}

// written composes a paper of the organisation with the short name.
func written(t testing.TB, db *store.DB, short string, kind inspection.ReportKind) (out *gongwen.Document) {
	t.Helper()
	err := db.Read(context.Background(), func(tx *store.Tx) error {
		i, err := store.Inspections.One(tx, "WHERE org_id = (SELECT id FROM organisation WHERE short_name = ?)", short)
		if err != nil {
			return err
		}
		composed, err := paper.Desk{Calendar: workday.China()}.Write(tx, i, kind, tx.Today())
		if err != nil {
			return err
		}
		out, err = gongwen.Decode(composed.Body)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// read is the paper as a reader sees it, a line for each paragraph.
func read(d *gongwen.Document) string {
	var b strings.Builder
	line := func(runs ...gongwen.Run) {
		for _, r := range runs {
			b.WriteString(r.String())
		}
		b.WriteString("\n")
	}
	line(d.Title...)
	line(d.Addressee, gongwen.Text("："))
	for _, block := range d.Blocks {
		switch block := block.(type) {
		case gongwen.Heading:
			line(append(gongwen.Line{gongwen.Text("# ")}, block.Text...)...)
		case gongwen.Paragraph:
			line(block.Runs...)
		}
	}
	for _, name := range d.Signature.Names {
		line(name)
	}
	line(d.Signature.Date)
	return b.String()
}

// TestTheHeadsReportOfTheExampleBureau holds the paper that the example city's
// market bureau hands in, word for word.
func TestTheHeadsReportOfTheExampleBureau(t *testing.T) {
	d := written(t, city(t), "市市场监管局", inspection.HeadReport)
	golden(t, "market-bureau-head.txt", read(d))
	if missing := paper.Missing(d); len(missing) > 0 {
		t.Errorf("missing: %v", missing)
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; look at it and run with -update.\n%s", path, got)
	}
}

// BenchmarkHeadReport writes the report of the example bureau: from the
// records to the bytes of the .docx.
func BenchmarkHeadReport(b *testing.B) {
	db := city(b)
	for b.Loop() {
		var file bytes.Buffer
		if err := gongwen.WriteDocx(&file, written(b, db, "市市场监管局", inspection.HeadReport)); err != nil {
			b.Fatal(err)
		}
	}
}

// TestCountsOfAnEarlierDay holds the counts at a cut-off against what the
// example's own records say of that day.
func TestCountsOfAnEarlierDay(t *testing.T) {
	db := city(t)
	records, err := example.Load(os.DirFS(folder))
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range records.Organisations {
		for _, day := range []workday.Date{"2026-02-15", "2026-03-31", "2026-04-30", "2026-05-31", "2026-06-30", records.Today} {
			want := map[work.Verdict]int{}
			for _, v := range o.Verdicts(day) {
				want[v]++
			}
			got := countedOn(t, db, o.Short, day)
			for _, v := range work.Verdicts() {
				if got[v] != want[v] {
					t.Errorf("%s on %s: %d are %s, want %d", o.Short, day, got[v], v, want[v])
				}
			}
		}
	}
}

func countedOn(t *testing.T, db *store.DB, short string, day workday.Date) (out map[work.Verdict]int) {
	t.Helper()
	err := db.Read(t.Context(), func(tx *store.Tx) error {
		i, err := store.Inspections.One(tx, "WHERE org_id = (SELECT id FROM organisation WHERE short_name = ?)", short)
		if err != nil {
			return err
		}
		v := &query.View{Tx: tx, Now: tx.Now(), Today: tx.Today(), Calendar: workday.China()}
		c, err := v.CountProblemsOn(i.ID, day)
		out = c.ByVerdict
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// gists is what a publication in outline has of a line.
func gists(line gongwen.Line) (out string) {
	for _, r := range line {
		if r.Role == "gist" {
			out += r.Text
		}
	}
	return out
}

// TestTheProgressReportTellsEveryProblem holds the organisation's report: all
// problems under their aspects with where they stand, in no first person, and
// the ledger attached.
func TestTheProgressReportTellsEveryProblem(t *testing.T) {
	d := written(t, city(t), "市市场监管局", inspection.ProgressReport)
	if missing := paper.Missing(d); len(missing) > 0 {
		t.Errorf("missing: %v", missing)
	}
	aspects, problems := 0, 0
	for _, b := range d.Blocks {
		switch h, _ := b.(gongwen.Heading); h.Level {
		case 2:
			aspects++
		case 3:
			problems++
			state, text := gists(h.Follow), strings.Join(words(h.Follow), "")
			if !strings.HasPrefix(state, "该问题") || !strings.HasSuffix(text, state) || h.Role != "problem" {
				t.Errorf("%s ends with %q", strings.Join(words(h.Text), ""), state)
			}
		}
	}
	rows := len(d.Attachments[0].Blocks[0].(gongwen.Table).Rows)
	if aspects != 4 || problems != 35 || rows != 35 {
		t.Errorf("%d aspects, %d problems, %d rows of the ledger", aspects, problems, rows)
	}
	for r := range d.Runs() {
		if strings.Contains(r.Text, "本人") && len(r.Refs) > 0 && !strings.HasPrefix(r.Refs[0], "measure:") && !strings.HasPrefix(r.Refs[0], "progress:") {
			t.Errorf("the organisation speaks in the first person: %s", r.Text)
		}
	}
}
