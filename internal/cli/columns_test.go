package cli

import (
	"strings"
	"testing"
)

func TestColumnsStandUnderEachOtherWithChineseToo(t *testing.T) {
	var out strings.Builder
	printColumns(&out, [][]string{{"角色", "login"}, {"主要负责人", "shen"}, {"x", "（全）"}})
	want := "  角色        login\n  主要负责人  shen\n  x           （全）\n"
	if out.String() != want {
		t.Errorf("printed\n%swant\n%s", out.String(), want)
	}
}
