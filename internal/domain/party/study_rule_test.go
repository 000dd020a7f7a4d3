package party_test

import (
	"strings"
	"testing"

	"bihuan/internal/domain/party"
	"bihuan/internal/fault"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestWhatAStudySessionNeeds(t *testing.T) {
	good := party.Study{Kind: party.CentralGroup, Title: "中心组第二次学习", HeldOn: "2026-03-08", LeaderID: "head",
		Participants: []string{"leader"}, Materials: party.Materials([]string{"中国共产党章程"}, nil)}
	for name, c := range map[string]struct {
		change func(*party.Study)
		want   map[string]string
	}{
		"complete":         {func(*party.Study) {}, nil},
		"still to come":    {func(s *party.Study) { s.HeldOn = "2026-03-11" }, map[string]string{"held_on": "party.future"}},
		"nobody led it":    {func(s *party.Study) { s.LeaderID = "" }, map[string]string{"led_by": "field.required"}},
		"self-study":       {func(s *party.Study) { s.Kind, s.LeaderID = party.SelfStudy, "" }, nil},
		"nobody was there": {func(s *party.Study) { s.Participants = nil }, map[string]string{"participants": "party.study.nobody"}},
		"nothing studied":  {func(s *party.Study) { s.Materials = nil }, map[string]string{"rules": "party.study.nothing"}},
		"a long title": {func(s *party.Study) { s.Materials = party.Materials(nil, []string{strings.Repeat("长", 201)}) },
			map[string]string{"theory": "field.too-long"}},
	} {
		t.Run(name, func(t *testing.T) {
			s := good
			c.change(&s)
			var checks fault.Checks
			s.Check(&checks, today)
			compare(t, c.want, wrongs(t, &checks))
		})
	}
}

func TestWhoLeadsTakesPart(t *testing.T) {
	s := party.Study{LeaderID: "head", Participants: []string{"leader", "leader", "head", ""}}.WithLeader()
	if d := cmp.Diff([]string{"head", "leader"}, s.Participants); d != "" {
		t.Error(d)
	}
}

func TestMaterialsAreNamedAsPapersNameThem(t *testing.T) {
	got := party.Materials([]string{"《中国共产党章程》", "中国共产党章程", "关于印发《规定》的通知", "《甲》《乙》"}, []string{"党的二十大精神", " "})
	var words []string
	for _, m := range got {
		words = append(words, m.Quoted())
	}
	want := []string{"《中国共产党章程》", "《关于印发〈规定〉的通知》", "《〈甲〉〈乙〉》", "党的二十大精神"}
	if d := cmp.Diff(want, words); d != "" {
		t.Error(d)
	}
}

func TestTypedWithOrWithoutMarksAMaterialIsTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		title := rapid.StringMatching(`[中国共产党纪律条例0-9]{1,20}`).Draw(t, "title")
		bare, marked := party.Materials([]string{title}, nil), party.Materials([]string{"《" + title + "》"}, nil)
		if cmp.Diff(bare, marked) != "" || len(party.Materials([]string{title, "《" + title + "》"}, nil)) != 1 {
			t.Fatalf("%v and %v", bare, marked)
		}
	})
}
