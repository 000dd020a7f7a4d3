package org_test

import (
	"testing"

	"bihuan/internal/domain/org"
)

func TestAnAdministratorHasNoOtherRole(t *testing.T) {
	for _, held := range org.Roles() {
		for _, another := range org.Roles() {
			with, clash := org.Clash([]org.Role{held}, another)
			want := held != another && (held.Administrator() || another.Administrator())
			if clash != want || clash && with != held {
				t.Errorf("%s beside %s: %v", another, held, clash)
			}
		}
		if _, clash := org.Clash(nil, held); clash {
			t.Errorf("%s clashes with nothing", held)
		}
	}
}
