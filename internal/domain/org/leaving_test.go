package org_test

import (
	"testing"

	"bihuan/internal/domain/org"

	"github.com/google/go-cmp/cmp"
)

func TestWhoIsGone(t *testing.T) {
	people := []org.Person{{ID: "works"}, {ID: "retired"}, {ID: "locked-out"}, {ID: "two-accounts"}, {ID: "on-paper"}}
	posts := []org.Post{{PersonID: "works", From: "2020-01-01"}, {PersonID: "retired", From: "2020-01-01", Until: "2026-05-31"},
		{PersonID: "locked-out", From: "2020-01-01"}, {PersonID: "two-accounts", From: "2020-01-01"}, {PersonID: "on-paper", From: "2020-01-01"}}
	accounts := []org.Account{{PersonID: "works"}, {PersonID: "retired"}, {PersonID: "locked-out", Disabled: true},
		{PersonID: "two-accounts", Disabled: true}, {PersonID: "two-accounts"}}
	want := map[string]org.Leaving{"retired": org.PostEnded, "locked-out": org.NoAccount}
	if diff := cmp.Diff(want, org.Gone(people, posts, accounts, "2026-06-01")); diff != "" {
		t.Error(diff)
	}
	delete(want, "retired")
	if diff := cmp.Diff(want, org.Gone(people, posts, accounts, "2026-05-31")); diff != "" {
		t.Errorf("on the last day: %s", diff)
	}
}
