package publication

import (
	"errors"
	"testing"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/fault"
)

func masked(m Masking, text string, people ...string) string {
	out, at := "", 0
	for _, s := range m.Find(text, people) {
		out += text[at:s.From] + s.With
		at = s.To
	}
	return out + text[at:]
}

func TestEachRuleMasksItsOwn(t *testing.T) {
	const text = "2026年3月5日，张建国按市监发〔2026〕8号文追缴12.5万元，其中8,000元已退还宏达公司。"
	for name, tt := range map[string]struct {
		m    Masking
		want string
	}{
		"nothing": {Masking{}, text},
		"names":   {Masking{Rules: []Rule{Names}}, "2026年3月5日，张某按市监发〔2026〕8号文追缴12.5万元，其中8,000元已退还宏达公司。"},
		"amounts": {Masking{Rules: []Rule{Amounts}}, "2026年3月5日，张建国按市监发〔2026〕8号文追缴××万元，其中××元已退还宏达公司。"},
		"dates":   {Masking{Rules: []Rule{Dates}}, "2026年×月×日，张建国按市监发〔2026〕8号文追缴12.5万元，其中8,000元已退还宏达公司。"},
		"words":   {Masking{Words: []string{"宏达公司", "宏达"}}, "2026年3月5日，张建国按市监发〔2026〕8号文追缴12.5万元，其中8,000元已退还××。"},
	} {
		if got := masked(tt.m, text, "张建国"); got != tt.want {
			t.Errorf("%s: %s", name, got)
		}
	}
	if got := masked(Masking{Rules: []Rule{Numbers}}, "印发《方案》（市监发〔2026〕8号）。"); got != "印发《方案》（××号）。" {
		t.Errorf("numbers: %s", got)
	}
}

func TestWhatIsWithheldNeedsAReasonAndAConsent(t *testing.T) {
	var c fault.Checks
	CheckChoices(&c, []Choice{{Part: "b1", Form: Full}, {Part: "b2", Form: Withheld, ConsentOn: "2026-08-01"}, {Part: "b9", Form: Outline}}, []string{"b1", "b2"}, "2026-07-01")
	var f *fault.Error
	if !errors.As(c.Err(), &f) {
		t.Fatal("nothing is wrong")
	}
	want := map[string]bool{"choices[1].reason": true, "choices[1].permitted_by": true, "choices[1].permitted_paper": true, "choices[1].permitted_on": true, "choices[2].part": true}
	for _, field := range f.Fields {
		delete(want, field.Name)
	}
	if len(want) > 0 {
		t.Errorf("not noted: %v", want)
	}
	kept := Kept([]Choice{{Part: "b1"}, {Part: "b2", Form: Full, Reason: Privacy, ConsentBy: "局党组"}})
	if len(kept) != 1 || kept[0] != (Choice{Part: "b2", Form: Full}) {
		t.Errorf("kept %v", kept)
	}
}

func TestBothPublicationsMeetTheDeadline(t *testing.T) {
	one := Publication{Kind: inspection.Circular, State: Published, PublishedOn: "2026-07-08"}
	if Both([]Publication{one}) != "" {
		t.Error("one of the two is enough")
	}
	two := Publication{Kind: inspection.PublicVersion, State: Published, PublishedOn: "2026-07-06"}
	if got := Both([]Publication{one, two}); got != "2026-07-08" {
		t.Errorf("both on %s", got)
	}
	if two.State = Draft; Both([]Publication{one, two}) != "" {
		t.Error("a draft counts")
	}
}
