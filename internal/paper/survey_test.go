package paper_test

import (
	"strings"
	"testing"

	"bihuan/internal/domain/survey"
	"bihuan/internal/paper"
	"bihuan/internal/query"
)

// Too few ballots: the statistics say how many there were, and nothing of what
// was ticked.
func TestTheStatisticsOfFewBallotsTellNothing(t *testing.T) {
	s := query.SurveyPage{SurveyRow: query.SurveyRow{Survey: survey.Survey{ID: "s", Title: "测评", Audience: "机关干部", OpensOn: "2026-06-24", ClosesOn: "2026-06-26", Least: 10},
		Issued: query.SurveyCount{Screen: 20, Paper: 20}, Returned: query.SurveyCount{Screen: 5, Paper: 6}, Invalid: 1, Blank: 2}, Organisation: "市水务局"}
	q := survey.Question{Key: "q1", Text: "总体评价", Choices: []survey.Choice{{Key: "a", Text: "很是满意", Satisfied: true}, {Key: "b", Text: "不大满意"}}}
	few, enough := s, s
	few.TooFew = true
	enough.Lines = []query.SurveyLine{{Question: q, Counts: []int{6, 2}, Answered: 8, Satisfied: 6}}
	for name, c := range map[string]struct {
		page query.SurveyPage
		has  []string
		not  []string
	}{
		"few":    {few, []string{"发出40张，收回11张，回收率27.5%", "有效票8张"}, []string{"很是满意", "75.0%"}},
		"enough": {enough, []string{"发出40张，收回11张", "总体评价", "很是满意", "75.0%"}, []string{"不公布"}},
	} {
		d, err := paper.Survey(c.page, "巡察办", nil)
		if err != nil {
			t.Fatal(err)
		}
		said := text(d)
		for _, w := range c.has {
			if !strings.Contains(said, w) {
				t.Errorf("%s: %q is not said", name, w)
			}
		}
		for _, w := range c.not {
			if strings.Contains(said, w) {
				t.Errorf("%s: %q is said", name, w)
			}
		}
	}
}
