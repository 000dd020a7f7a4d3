package intake_test

import (
	"slices"
	"testing"

	"bihuan/internal/action/intake"
	"bihuan/internal/fault"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

func TestARoundNamesItsReviewingBodies(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		w.Must(t, "office", &intake.ChooseReviewers{RoundID: "round", Version: 1, Bodies: []string{"reviewer"}})
		w.See(t, func(tx *store.Tx) error {
			r, err := store.Rounds.Get(tx, "round")
			if !slices.Equal(r.Settings.Reviewers, []string{"reviewer"}) || len(r.Settings.Chain) == 0 {
				t.Errorf("the settings are %+v", r.Settings)
			}
			return err
		})
	})
}

func TestOnlyReviewingBodiesReview(t *testing.T) {
	w := testkit.NewWorld(t, t.TempDir()+"/db")
	for _, bodies := range [][]string{{"bureau"}, {"nobody"}, {"reviewer", "reviewer"}} {
		if _, err := w.Do(t, "office", &intake.ChooseReviewers{RoundID: "round", Version: 1, Bodies: bodies}); !fault.Is(err, fault.Invalid) {
			t.Errorf("%v: %v", bodies, err)
		}
	}
	for _, account := range []string{"team", "clerk", "reviewer"} {
		if _, err := w.Do(t, account, &intake.ChooseReviewers{RoundID: "round", Version: 1, Bodies: []string{"reviewer"}}); err == nil {
			t.Errorf("%s chose the reviewers", account)
		}
	}
}
