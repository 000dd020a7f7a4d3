package store_test

import (
	"context"
	"strings"
	"testing"

	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/store"
	"bihuan/internal/testkit"

	"pgregory.net/rapid"
)

// hits are the measures in which a query is found.
func hits(t *testing.T, w *testkit.World, query string) string {
	t.Helper()
	var out []string
	w.See(t, func(tx *store.Tx) error {
		condition, args, ok := store.Measures.MatchingIDs(tx, query)
		if !ok {
			return nil
		}
		found, err := store.Measures.List(tx, "WHERE "+condition+" ORDER BY id", args...)
		for _, m := range found {
			out = append(out, m.ID)
		}
		return err
	})
	return strings.Join(out, " ")
}

func rewrite(t *testing.T, w *testkit.World, id, text string) {
	t.Helper()
	w.Write(t, func(tx *store.Tx) error {
		m, err := store.Measures.Get(tx, id)
		if err != nil {
			return err
		}
		m.Text = text
		return store.Measures.Update(tx, &m)
	})
}

func TestWordsAreFoundInChineseAndLetters(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		rewrite(t, w, "m1", "修订《公务接待管理办法》，明确 OA 审批流程")
		rewrite(t, w, "m2", "开展差旅费“回头看”，清退１２．５万元")
		rewrite(t, w, "m3", "谈心谈话全覆盖，叶喆同志负责")
		for query, want := range map[string]string{
			"公务":        "m1",
			"公务接待":      "m1",
			"接待 审批":     "m1",
			"接待 差旅":     "",
			"务":         "m1",
			"法":         "m1",
			"费":         "m2",
			"oa":        "m1",
			"O":         "m1",
			"12":        "m2",
			"回头看":       "m2",
			"“谈话”":      "m3",
			"叶喆":        "m3",
			"办公":        "",
			`" OR "接待`:  "",
			"' | '":     "",
			"%":         "",
			"*":         "",
			"接待\x00":    "m1",
			"\xff接待":    "m1",
			"NOT 接待":    "",
			"接待:* & !x": "",
		} {
			if got := hits(t, w, query); got != want {
				t.Errorf("%q finds %q, want %q", query, got, want)
			}
		}
	})
}

func TestTheIndexFollowsTheRecords(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		rewrite(t, w, "m1", "建立台账")
		rewrite(t, w, "m1", "健全制度")
		if hits(t, w, "台账") == "m1" || hits(t, w, "制度") != "m1" {
			t.Error("the index kept the old wording")
		}
		w.Write(t, func(tx *store.Tx) error { return store.Measures.Delete(tx, "m1") })
		if got := hits(t, w, "制度"); got != "" {
			t.Errorf("a removed record is found: %q", got)
		}
		undone := context.Canceled
		err := w.DB.Write(t.Context(), func(tx *store.Tx) error {
			m := work.Measure{ID: "m9", OrgID: "bureau", InspectionID: "i-bureau", Text: "健全制度"}
			if err := store.Measures.Insert(tx, &m); err != nil {
				return err
			}
			return undone
		})
		if err != undone || hits(t, w, "制度") != "" {
			t.Errorf("an undone record is found: %v", err)
		}
	})
}

func TestAnEmptyIndexIsFilledWhenTheDatabaseIsOpened(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		w.Write(t, func(tx *store.Tx) error { _, err := tx.Exec("DELETE FROM search_entry"); return err })
		if got := hits(t, w, "补齐台账"); got != "" {
			t.Fatalf("an empty index finds %q", got)
		}
		testkit.Open(t, url, w.Clock)
		if got := hits(t, w, "补齐台账"); got != "m1 m2 m3 other-m1 other-m2 other-m3" {
			t.Errorf("the filled index finds %q", got)
		}
	})
}

func TestEveryPartOfATextIsFound(t *testing.T) {
	w := testkit.NewWorld(t, t.TempDir()+"/db")
	chars := rapid.SampledFrom([]rune("公务接待管理办法制度台账ＡｂC19，。 、《》镕喆𬭎"))
	n := 0
	rapid.Check(t, func(r *rapid.T) {
		text := []rune(rapid.StringOfN(chars, 1, 30, -1).Draw(r, "text"))
		from := rapid.IntRange(0, len(text)-1).Draw(r, "from")
		to := rapid.IntRange(from+1, len(text)).Draw(r, "to")
		n++
		p := org.Person{ID: "x", OrgID: "bureau", Name: string(text)}
		err := w.DB.Write(t.Context(), func(tx *store.Tx) error {
			if n > 1 {
				if err := store.People.Delete(tx, "x"); err != nil {
					return err
				}
			}
			return store.People.Insert(tx, &p)
		})
		if err != nil {
			r.Fatal(err)
		}
		query := wholeWords(text, from, to)
		err = w.DB.Read(t.Context(), func(tx *store.Tx) error {
			condition, args, ok := store.People.MatchingIDs(tx, query)
			if !ok {
				return nil
			}
			found, err := store.People.List(tx, "WHERE id = 'x' AND "+condition, args...)
			if len(found) != 1 {
				r.Errorf("%q is not found in %q", query, string(text))
			}
			return err
		})
		if err != nil {
			r.Fatal(err)
		}
	})
}

// wholeWords moves the start of a part to the start of the word in letters and
// digits that it lies in: these are found from their beginning only.
func wholeWords(text []rune, from, to int) string {
	latin := func(r rune) bool { return strings.ContainsRune("ＡｂC19", r) }
	for from > 0 && latin(text[from]) && latin(text[from-1]) {
		from--
	}
	return string(text[from:to])
}
