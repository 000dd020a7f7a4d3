package server_test

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"log/slog"
	"testing"
	"time"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/server"
	"bihuan/internal/signal"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

// made is an Office file that another bureau's computer made.
func made(t *testing.T, company string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range map[string]string{
		"docProps/core.xml": `<coreProperties><created>2026-06-20T02:00:00Z</created></coreProperties>`,
		"docProps/app.xml":  `<Properties><Company>` + company + `</Company></Properties>`,
	} {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, text); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// furnished is an installation with one problem and a file as its proof.
func furnished(t *testing.T, url string, clock *testkit.Clock) *server.Installation {
	t.Helper()
	in, err := server.Open(context.Background(), settings(t, url), slog.New(slog.NewTextHandler(io.Discard, nil)), clock.Now)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = in.Close() })
	file, err := in.Files.Put(context.Background(), bytes.NewReader(made(t, "市水务局")), 1<<20)
	if err != nil {
		t.Fatal(err)
	}
	err = in.DB.Write(context.Background(), func(tx *store.Tx) error {
		for _, err := range []error{
			store.Organisations.Insert(tx, &org.Organisation{ID: "b", Name: "市市场监管局", ShortName: "市市场监管局", Kind: org.Bureau}),
			store.Organisations.Insert(tx, &org.Organisation{ID: "w", Name: "青禾市水务局", ShortName: "市水务局", Kind: org.Bureau}),
			store.Rounds.Insert(tx, &inspection.Round{ID: "r", Settings: inspection.DefaultSettings()}),
			store.Inspections.Insert(tx, &inspection.Inspection{ID: "i", RoundID: "r", OrgID: "b", FeedbackOn: "2026-03-02"}),
			store.Problems.Insert(tx, &work.Problem{ID: "p", OrgID: "b", InspectionID: "i", Title: "台账不全"}),
			store.Evidences.Insert(tx, &work.Evidence{ID: "e", OrgID: "b", InspectionID: "i", ProblemID: "p", Name: "台账.docx", Hash: file.Hash, Size: file.Size,
				SpeaksFor: "2026-04-01", At: tx.Now()}),
			store.Evidences.Insert(tx, &work.Evidence{ID: "lost", OrgID: "b", InspectionID: "i", ProblemID: "p", Name: "丢失.docx", Hash: "00" + file.Hash[2:], Size: 5,
				SpeaksFor: "2026-04-01", At: tx.Now()}),
		} {
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return in
}

func keys(t *testing.T, in *server.Installation) (found []string, runs int) {
	t.Helper()
	err := in.DB.Read(context.Background(), func(tx *store.Tx) error {
		list, err := store.Signals.List(tx, "ORDER BY signal_key")
		for _, s := range list {
			found = append(found, s.Key)
		}
		if err != nil {
			return err
		}
		runs, err = tx.Count("SELECT COUNT(*) FROM signal_run")
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found, runs
}

func TestFilesAreReadAndSignalsComputedInTheBackground(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		clock := testkit.ClockAt("2026-07-01")
		in := furnished(t, url, clock)
		if err := in.Upkeep(context.Background()); err != nil {
			t.Fatal(err)
		}
		found, runs := keys(t, in)
		want := []string{string(signal.FileAuthor) + ":e", string(signal.FileDates) + ":e"}
		if len(found) != 2 || found[0] != want[0] || found[1] != want[1] || runs != 1 {
			t.Errorf("found %v in %d runs, want %v", found, runs, want)
		}
		err := in.DB.Read(context.Background(), func(tx *store.Tx) error {
			f, err := store.EvidenceFacts.Get(tx, "lost")
			if f.State != work.FileBroken {
				t.Errorf("a lost file is %q", f.State)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}

// By day nothing is computed again, at night once.
func TestSignalsAreComputedOnceANight(t *testing.T) {
	clock := testkit.ClockAt("2026-07-01")
	in := furnished(t, "", clock)
	for _, step := range []struct {
		after time.Duration
		runs  int
	}{{0, 1}, {6 * time.Hour, 1}, {11 * time.Hour, 2}, {time.Hour, 2}, {24 * time.Hour, 3}} {
		clock.Add(step.after)
		if err := in.Upkeep(context.Background()); err != nil {
			t.Fatal(err)
		}
		if _, runs := keys(t, in); runs != step.runs {
			t.Errorf("%s: %d runs, want %d", clock.Now(), runs, step.runs)
		}
	}
}
