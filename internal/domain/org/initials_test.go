package org_test

import (
	"testing"

	"bihuan/internal/domain/org"
)

func TestInitialsFindPeopleAsFormsDo(t *testing.T) {
	for name, want := range map[string]string{
		"张建国": "zjg", "单志伟": "szw", "曾晓燕": "zxy", "欧阳镕": "oyr", "吕 静": "lj", "陈A": "ca", "": "",
	} {
		if got := org.Initials(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}
