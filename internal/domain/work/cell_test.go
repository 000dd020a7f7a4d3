package work_test

import (
	"testing"

	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"

	"pgregory.net/rapid"
)

// plainNames calls everything by its id.
type plainNames struct{}

func (plainNames) Person(id string) string     { return id }
func (plainNames) Department(id string) string { return id }
func (plainNames) Cause(string) string         { return "" }

func TestEveryColumnShowsSomethingOfWhatHasIt(t *testing.T) {
	p := work.Problem{Cause: "c", CauseCategory: "duty", Goal: "g", LeaderID: "l", LeadDeptID: "d", AssistDepts: []string{"a"}, OwnerID: "o",
		Deadline: "2026-06-30", DeadlineReason: "r"}
	m := work.Measure{Kind: work.Direct, Text: "t", Expected: "e", LeaderID: "l", LeadDeptID: "d", AssistDepts: []string{"a"}, OwnerID: "o",
		Deadline: "2026-06-30", DeadlineReason: "r"}
	for _, column := range work.Cells() {
		if got := p.Cell(column, plainNames{}) != ""; got != work.HasCell(false, column) {
			t.Errorf("problem, %s: shown %v", column, got)
		}
		if got := m.Cell(column, plainNames{}) != ""; got != work.HasCell(true, column) {
			t.Errorf("measure, %s: shown %v", column, got)
		}
	}
}

func TestADeadlineInACellReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := work.Measure{LongTerm: rapid.Bool().Draw(t, "long")}
		m.Deadline = rapid.SampledFrom([]workday.Date{"", "2026-06-30", "2026-12-31"}).Draw(t, "day")
		if m.Deadline == "2026-06-30" {
			m.Term = rapid.SampledFrom([]string{"", "2026年6月底前"}).Draw(t, "term")
		}
		text := m.Cell(work.CellDue, plainNames{})
		d, err := workday.ParseDeadline(text)
		if err != nil || d.Date != m.Deadline || d.LongTerm != m.LongTerm {
			t.Fatalf("%q reads as %+v, %v", text, d, err)
		}
	})
}
