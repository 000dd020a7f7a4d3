package surveying_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"bihuan/internal/domain/survey"
	"bihuan/internal/domain/workday"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

func dateOf(day string) workday.Date { return workday.Date(day) }

// slips are the codes of three people, put into the database as Issue does.
var slips = []string{"AAAABBBBCCCC1", "AAAABBBBCCCC2", "AAAABBBBCCCC3"}

// after gives everything that the database holds after the ballots came in, in
// their order: each row of each table with its place.
func after(t *testing.T, ballots ...[2]string) []string {
	t.Helper()
	w, id := world(t, t.TempDir()+"/b.db")
	w.Write(t, func(tx *store.Tx) error {
		for _, code := range slips {
			if err := store.AddCode(tx, survey.Batch{ID: "batch", OrgID: "bureau", SurveyID: id}, survey.HashOf(code)); err != nil {
				return err
			}
		}
		return nil
	})
	for _, b := range ballots {
		ticks := map[string]string{"q1": b[1]}
		if b[1] == "" {
			ticks = nil
		}
		if err := answer(w, b[0], ticks); err != nil {
			t.Fatal(err)
		}
	}
	return everything(t, w)
}

func everything(t *testing.T, w *testkit.World) []string {
	t.Helper()
	var out []string
	w.See(t, func(tx *store.Tx) error {
		var tables []string
		err := tx.Each(func(scan func(...any) error) error {
			var name string
			err := scan(&name)
			tables = append(tables, name)
			return err
		}, "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%' AND sql NOT LIKE '%WITHOUT ROWID%' AND name <> 'goose_db_version' ORDER BY name")
		if err != nil {
			return err
		}
		for _, name := range tables {
			rows, err := dump(tx, name)
			if err != nil {
				return err
			}
			out = append(out, rows...)
		}
		return nil
	})
	if len(out) < 100 {
		t.Fatalf("only %d rows: the search is broken", len(out))
	}
	return out
}

func dump(tx *store.Tx, table string) ([]string, error) {
	rows, err := tx.Query(`SELECT rowid, * FROM "` + table + `" ORDER BY rowid`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		return nil, err
	}
	var out []string
	for rows.Next() {
		values, into := make([]any, len(columns)), make([]any, len(columns))
		for i := range values {
			into[i] = &values[i]
		}
		if err := rows.Scan(into...); err != nil {
			return nil, err
		}
		out = append(out, fmt.Sprintf("%s %v", table, values))
	}
	return out, rows.Err()
}

// The proof that nothing joins a code to an answer: whoever of two gave which
// of two answers, and in whichever order, the whole database is the same to
// the last row, its place included. What cannot be told apart cannot be found
// out.
func TestTheDatabaseIsTheSameWhoeverAnsweredWhat(t *testing.T) {
	want := after(t, [2]string{slips[0], "a"}, [2]string{slips[1], "c"})
	for name, ballots := range map[string][][2]string{
		"answers exchanged": {{slips[0], "c"}, {slips[1], "a"}},
		"order exchanged":   {{slips[1], "c"}, {slips[0], "a"}},
		"both exchanged":    {{slips[1], "a"}, {slips[0], "c"}},
	} {
		if got := after(t, ballots...); !slices.Equal(got, want) {
			t.Errorf("%s: the database tells", name)
			for i := range min(len(got), len(want)) {
				if got[i] != want[i] {
					t.Logf("%s\n%s", want[i], got[i])
				}
			}
		}
	}
	if slices.Equal(after(t, [2]string{slips[0], "a"}, [2]string{slips[1], "a"}), want) {
		t.Error("other answers leave the same database: the comparison is broken")
	}
}

// What one ballot leaves: numbers that grew, a code less, and an entry of the
// trail that knows the day alone.
func TestABallotLeavesNoTraceOfItself(t *testing.T) {
	without := after(t)
	with := after(t, [2]string{slips[0], "a"})
	hash := survey.HashOf(slips[0])
	for _, row := range with {
		if strings.Contains(row, hash) || strings.Contains(row, slips[0]) {
			t.Errorf("the code is still there: %s", row)
		}
		if slices.Contains(without, row) {
			continue
		}
		table, _, _ := strings.Cut(row, " ")
		if table != "survey_tally" && !strings.HasPrefix(table, "audit") && table != "tree_tile" {
			t.Errorf("a ballot changed %s", row)
		}
	}
}
