package gongwen

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAnEncodedPaperComesBackWhole(t *testing.T) {
	for name, want := range map[string]*Document{"upward": upwardReport(), "plain": plainReport(), "letter": letter(), "minutes": minutes(), "empty": {}} {
		text, err := Encode(want)
		if err != nil {
			t.Fatal(err)
		}
		got, err := Decode(text)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
	if _, err := Decode([]byte(`{"Blocks":[{}]}`)); err == nil {
		t.Error("a block of no kind was read")
	}
}
