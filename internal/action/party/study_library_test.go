package party_test

import (
	"testing"

	do "bihuan/internal/action/party"
	"bihuan/internal/domain/party"
	"bihuan/internal/fault"
	"bihuan/internal/query"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

func library() []do.LibraryRow {
	return []do.LibraryRow{{Title: "《中国共产党章程》", Issuer: "党的二十大", Year: 2022, Required: true}, {},
		{Title: "中国共产党巡视工作条例", Required: true}, {Title: "中国共产党问责条例"}}
}

func TestCoverageIsWhatTheSessionsSay(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		w.Must(t, "office", &do.SaveRoundLibrary{RoundID: "round", Rows: library()})
		w.Must(t, "clerk", &do.SaveOwnLibrary{InspectionID: "i-bureau", Rows: []do.LibraryRow{{Title: "本局议事规则", Required: true}}})
		see := func(account string) query.StudyMatrix {
			m, err := query.Page(t.Context(), w.Reader, w.Actor(t, account), query.StudyCoverage, "i-bureau")
			if err != nil {
				t.Fatal(err)
			}
			return m
		}
		m := see("clerk")
		if len(m.Lines) != 4 || len(m.Untouched) != 3 || m.Required != (party.Share{All: 3}) {
			t.Fatalf("before: %d lines, %d untouched, %+v", len(m.Lines), len(m.Untouched), m.Required)
		}
		chosen := m.Lines[1].ID // the second required rule
		id := w.Must(t, "clerk", &do.AddStudy{InspectionID: "i-bureau", Study: do.Study{Kind: party.CentralGroup, Title: "集体学习", HeldOn: "2026-03-05",
			LeaderID: "head", Participants: []string{"leader"}, Library: []string{chosen}, Rules: []string{"《中国共产党章程》"}, Problems: []string{"p1"}}})
		w.Must(t, "clerk", &do.AddStudy{InspectionID: "i-bureau", Study: do.Study{Kind: party.SelfStudy, Title: "自学", HeldOn: "2026-03-04",
			Participants: []string{"leader"}, Rules: []string{"中国共产党章程", "党组工作条例"}}})
		m = see("officer")
		recount(t, w, m)
		if len(m.Untouched) != 1 || m.Untouched[0].Title != "本局议事规则" && m.Untouched[0].Title != "中国共产党巡视工作条例" {
			t.Errorf("untouched %+v", m.Untouched)
		}
		w.See(t, func(tx *store.Tx) error {
			s, err := store.Studies.Get(tx, id)
			if len(s.Materials) != 2 || s.Materials[0].RuleID == "" || s.Materials[1].RuleID == "" {
				t.Errorf("materials %+v", s.Materials)
			}
			return err
		})
	})
}

// recount counts the coverage anew from the records, by hand.
func recount(t *testing.T, w *testkit.World, m query.StudyMatrix) {
	t.Helper()
	w.See(t, func(tx *store.Tx) error {
		sessions, err := store.Studies.List(tx, "WHERE inspection_id = 'i-bureau'")
		for _, l := range m.Lines {
			done := 0
			for n, person := range m.People {
				there := false
				for _, s := range sessions {
					treated, took := false, false
					for _, x := range s.Materials {
						treated = treated || x.Title == l.Title
					}
					for _, p := range s.Participants {
						took = took || p == person.ID
					}
					there = there || treated && took
				}
				if there != (l.Cells[n].StudyID != "") {
					t.Errorf("%s and %s: the records say %v", l.Title, person.Name, there)
				}
				if there {
					done++
				}
			}
			if l.Share != (party.Share{Done: done, All: len(m.People)}) {
				t.Errorf("%s: %+v, recounted %d", l.Title, l.Share, done)
			}
		}
		return err
	})
}

func TestALibraryIsKeptByItsOwnSide(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		if _, err := w.Do(t, "clerk", &do.SaveRoundLibrary{RoundID: "round", Rows: library()}); err == nil {
			t.Error("a clerk changed the round's library")
		}
		if _, err := w.Do(t, "other-clerk", &do.SaveOwnLibrary{InspectionID: "i-bureau", Rows: library()}); !fault.Is(err, fault.NotFound) {
			t.Errorf("another house's library: %v", err)
		}
		_, err := w.Do(t, "office", &do.SaveRoundLibrary{RoundID: "round", Rows: []do.LibraryRow{{Title: "章程"}, {Title: "《章程》"}, {Issuer: "没有标题", Year: 3}}})
		wantFields(t, err, "library", "library[2].title", "library[2].year")
		w.Must(t, "office", &do.SaveRoundLibrary{RoundID: "round", Rows: library()})
		var kept []party.StudyRule
		w.See(t, func(tx *store.Tx) (err error) {
			kept, err = store.StudyRules.List(tx, "WHERE round_id = 'round' ORDER BY seq")
			return err
		})
		row := do.LibraryRow{ID: kept[0].ID, Version: kept[0].Version, Title: "中国共产党章程（修订）"}
		w.Must(t, "office", &do.SaveRoundLibrary{RoundID: "round", Rows: []do.LibraryRow{row}})
		if _, err := w.Do(t, "office", &do.SaveRoundLibrary{RoundID: "round", Rows: []do.LibraryRow{{ID: row.ID, Version: 1, Title: "别的"}}}); !fault.Is(err, fault.Conflict) {
			t.Errorf("a stale row was taken: %v", err)
		}
	})
}
