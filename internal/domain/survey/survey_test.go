package survey_test

import (
	"bytes"
	"crypto/rand"
	"strings"
	"testing"

	"bihuan/internal/domain/survey"
	"bihuan/internal/fault"
)

func TestACodeIsReadAsPeopleTypeIt(t *testing.T) {
	code, err := survey.NewCode(bytes.NewReader([]byte{0, 1, 2, 31, 30, 29, 255, 7, 8, 9, 10, 11, 12}))
	if err != nil {
		t.Fatal(err)
	}
	shown := survey.Shown(code)
	for _, typed := range []string{code, shown, strings.ToLower(shown), " " + strings.ReplaceAll(shown, "-", " "), strings.ReplaceAll(strings.ReplaceAll(shown, "0", "o"), "1", "l")} {
		if got, ok := survey.ReadCode(typed); !ok || got != code {
			t.Errorf("%q was read as %q, want %q", typed, got, code)
		}
	}
	for _, typed := range []string{"", code[1:], code + "2", shown + "!", "<script>"} {
		if _, ok := survey.ReadCode(typed); ok {
			t.Errorf("%q was taken for a code", typed)
		}
	}
}

// 65 bits: every sign of the alphabet comes at every place.
func TestCodesUseAllOfTheirBits(t *testing.T) {
	seen := map[int]map[byte]bool{}
	for range 3000 {
		code, err := survey.NewCode(rand.Reader)
		if err != nil || len(code) != 13 {
			t.Fatal(code, err)
		}
		for i := range len(code) {
			if seen[i] == nil {
				seen[i] = map[byte]bool{}
			}
			seen[i][code[i]] = true
		}
	}
	for i, signs := range seen {
		if len(signs) != 32 {
			t.Errorf("place %d knows %d signs", i, len(signs))
		}
	}
}

func shipped(t *testing.T) survey.Survey {
	t.Helper()
	q, err := survey.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	return survey.Survey{Title: "测评", Audience: "机关干部", Questions: q, Least: survey.UsualLeast, State: survey.Opened, OpensOn: "2026-09-01", ClosesOn: "2026-09-10"}
}

func TestTheShippedQuestionsHold(t *testing.T) {
	var c fault.Checks
	s := shipped(t)
	s.Check(&c)
	if err := c.Err(); err != nil {
		t.Error(err)
	}
	if !s.Takes("2026-09-01") || !s.Takes("2026-09-10") || s.Takes("2026-08-31") || s.Takes("2026-09-11") {
		t.Error("the days on which ballots are taken")
	}
}

func TestACountAddsUp(t *testing.T) {
	s := shipped(t)
	good := survey.Count{Issued: 30, Returned: 28, Invalid: 1, Blank: 2, Tally: survey.Tally{"q1": {"a": 20, "d": 5}}}
	for name, bend := range map[string]func(*survey.Count){
		"as it is":               func(*survey.Count) {},
		"! more back than out":   func(c *survey.Count) { c.Returned = 31 },
		"! more invalid":         func(c *survey.Count) { c.Invalid = 27 },
		"! more ticks than said": func(c *survey.Count) { c.Tally = survey.Tally{"q1": {"a": 20, "d": 6}} },
		"! less than nothing":    func(c *survey.Count) { c.Tally = survey.Tally{"q1": {"a": -1}} },
	} {
		bent := good
		bend(&bent)
		var c fault.Checks
		bent.Check(&c, s)
		if got := c.Err() != nil; got != strings.HasPrefix(name, "!") {
			t.Errorf("%s: %v", name, c.Err())
		}
		if same := bent.Same(good, s); same != (name == "as it is") {
			t.Errorf("%s: the same as before: %v", name, same)
		}
	}
}
