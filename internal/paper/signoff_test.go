package paper

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"bihuan/internal/domain/closing"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/work"
	"bihuan/internal/gongwen"
	"bihuan/internal/query"
)

// TestTheSignoffFormTellsEveryStep: who decided with his post, the checks, the
// day, and room to sign where nobody has.
func TestTheSignoffFormTellsEveryStep(t *testing.T) {
	at := time.Date(2026, 5, 8, 3, 0, 0, 0, time.UTC)
	chain := inspection.DefaultChain()
	x := query.SignoffPaper{Org: "市市场监管局", Lead: "人教科", Leader: "李明", Owner: "孙磊", Posts: map[string]string{"d1": "人教科科长"}, Meetings: map[string]string{}}
	x.Problem = work.Problem{ID: "p1", Number: "1.1.1", Title: "公务接待台账不全", Deadline: "2026-06-30"}
	x.Application = closing.Application{ID: "a", Round: 2, Cycle: 1, Statement: "对照标准已完成", Applicant: "孙磊", AppliedAt: at}
	x.Case = closing.Case{Chain: chain, Measures: []work.Measure{{Text: "补齐台账"}}, Evidence: []work.Evidence{{ID: "e", Name: "台账.xlsx"}}}
	x.Steps = []query.SignoffStep{
		{ChainStep: chain[0], Decision: &closing.Decision{ID: "d1", Outcome: closing.Agree, Reason: "同意，资料齐全", Name: "王强", At: at},
			Made: []closing.Verification{{Kind: inspection.CheckMaterials, Result: closing.Confirmed, Evidence: []string{"e"}}}},
		{ChainStep: chain[1], Decision: &closing.Decision{ID: "d2", Outcome: closing.PassOver, Reason: "李明学习，由整改办直接办理", Name: "陈静", At: at}},
		{ChainStep: chain[2], Waits: true}, {ChainStep: inspection.ChainStep{Code: "own-1", Name: "审计复核", Role: "resident"}},
	}
	var b bytes.Buffer
	if err := gongwen.WriteDocx(&b, SignoffForm(x, nil)); err != nil {
		t.Fatal(err)
	}
	text := words(SignoffForm(x, nil)) + cells(SignoffForm(x, nil))
	for _, want := range []string{"第2次申请（第2轮整改）", "同意，资料齐全", "查阅材料：属实，1份", "人教科科长　王强　2026年5月8日", "本环节未办理。李明学习", "审计复核", "签名：", "台账.xlsx"} {
		if !strings.Contains(text, want) {
			t.Errorf("the form does not say %q:\n%s", want, text)
		}
	}
	if strings.Contains(text, "同意。同意") || strings.Count(text, "签名：") != 2 {
		t.Error(text)
	}
}

// cells is what a reader sees of the tables.
func cells(d *gongwen.Document) string {
	var b strings.Builder
	for _, block := range d.Blocks {
		t, ok := block.(gongwen.Table)
		if !ok {
			continue
		}
		for _, row := range t.Rows {
			for _, c := range row {
				for _, line := range c.Lines {
					for _, r := range line {
						b.WriteString(r.String())
					}
					b.WriteString("\n")
				}
			}
		}
	}
	return b.String()
}

// TestTheFormCutsOnlyWhatThePageCannotHold: a measure of two lines stands whole
// where there is room, and as its beginning where there is none.
func TestTheFormCutsOnlyWhatThePageCannotHold(t *testing.T) {
	long := strings.Repeat("逐户清收拖欠的检验检测费用，", 5)
	x := query.SignoffPaper{Posts: map[string]string{}, Meetings: map[string]string{}}
	x.Case = closing.Case{Measures: []work.Measure{{Text: long}, {Text: "修订办法"}}}
	if text := cells(SignoffForm(x, nil)); !strings.Contains(text, "1．"+long) {
		t.Errorf("a form with room cuts a measure: %s", text)
	}
	full := strings.Repeat("资料齐全，现场与台账一致。", 20)
	for range 8 {
		x.Steps = append(x.Steps, query.SignoffStep{ChainStep: inspection.DefaultChain()[0],
			Decision: &closing.Decision{Outcome: closing.Agree, Reason: full, Name: "王强"}})
	}
	text := cells(SignoffForm(x, nil))
	if strings.Contains(text, long) || !strings.Contains(text, "……") || !strings.Contains(text, "1．逐户清收") {
		t.Errorf("a full form says %s", text)
	}
	noted := drafts{signoffOutline: {Text: "{表头}\n{审批表}\n" + strings.Repeat("填表说明。\n", 8)}}
	x.Steps = x.Steps[:3]
	if d := SignoffForm(x, noted); formLines(d) > formHolds || len(cells(d)) >= len(cells(SignoffForm(x, nil))) {
		t.Errorf("a form with notes takes %d lines", formLines(d))
	}
}
