package intake_test

import (
	"strings"
	"testing"

	"bihuan/internal/action/intake"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/fault"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

// outline tells a tree as text: kind, mark and title of each node, indented.
func outline(tree []inspection.DraftNode) string {
	var b strings.Builder
	inspection.Walk(tree, func(n inspection.DraftNode, depth int) {
		b.WriteString(strings.Repeat(" ", depth) + string(n.Kind) + ":" + n.Mark + n.Title + n.Text + "\n")
	})
	return b.String()
}

// desk is a proposal on the table.
type desk struct {
	t  *testing.T
	w  *testkit.World
	id string
}

func (d desk) paper() (f inspection.Feedback) {
	d.w.See(d.t, func(tx *store.Tx) (err error) { f, err = store.Feedbacks.Get(tx, d.id); return err })
	return f
}

// node gives the key of the node whose passage begins so.
func (d desk) node(begin string) (key string) {
	inspection.Walk(d.paper().Draft, func(n inspection.DraftNode, _ int) {
		if key == "" && strings.HasPrefix(n.Mark+n.Words(), begin) {
			key = n.Key
		}
	})
	return key
}

func (d desk) mend(cmd intake.MendFeedback) error {
	cmd.ID, cmd.Version = d.id, d.paper().Version
	_, err := d.w.Do(d.t, "team", &cmd)
	return err
}

func TestAWrongTreeIsMendedAndEveryStepTakenBack(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		lines := []string{"一、党建方面", "1.学习不够。一是走过场。二是不深入。", "2.执行不严。", "说明文字。"}
		tree := []inspection.DraftNode{
			{Kind: inspection.KindAspect, Mark: "一、", Title: "党建方面", Line: 0, Children: []inspection.DraftNode{
				{Kind: inspection.KindProblem, Mark: "1.", Title: "学习不够。", Text: "一是走过场。二是不深入。", Line: 1, Children: []inspection.DraftNode{
					{Kind: inspection.KindSection, Mark: "2.", Title: "执行不严。", Line: 2}}},
				{Kind: inspection.KindProblem, Title: "说明文字。", Line: 3}}},
		}
		d := desk{t, w, w.Must(t, "team", &intake.ImportFeedback{InspectionID: third(t, w),
			Paper: inspection.Feedback{FileName: "f.txt", Lines: lines, Draft: tree, CountingLevel: 2}})}
		before := outline(d.paper().Draft)
		steps := []intake.MendFeedback{
			{Op: "out", Node: d.node("2.")},
			{Op: "split", Node: d.node("1."), At: 5},
		}
		for _, s := range steps {
			if err := d.mend(s); err != nil {
				t.Fatal(err)
			}
		}
		for _, s := range []func() intake.MendFeedback{
			func() intake.MendFeedback { return intake.MendFeedback{Op: "split", Node: d.node("一是"), At: 4} },
			func() intake.MendFeedback { return intake.MendFeedback{Op: "in", Node: d.node("一是")} },
			func() intake.MendFeedback { return intake.MendFeedback{Op: "in", Node: d.node("二是")} },
			func() intake.MendFeedback { return intake.MendFeedback{Op: "drop", Node: d.node("说明")} },
			func() intake.MendFeedback { return intake.MendFeedback{Op: "level", Level: 3} },
			func() intake.MendFeedback {
				return intake.MendFeedback{Op: "kind", Nodes: []string{d.node("2.")}, Kind: inspection.KindRecommendation}
			},
		} {
			if err := d.mend(s()); err != nil {
				t.Fatal(err)
			}
		}
		want := `aspect:一、党建方面
说明文字。
 item:1.学习不够。
  problem:一是走过场。
  problem:二是不深入。
 recommendation:2.执行不严。
`
		if got := outline(d.paper().Draft); got != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
		inspection.Walk(d.paper().Draft, func(n inspection.DraftNode, _ int) {
			if !inspection.Original(lines)(n) {
				t.Errorf("%q is not in the paper's words", n.Words())
			}
		})
		for range 8 {
			if err := d.mend(intake.MendFeedback{Op: "undo"}); err != nil {
				t.Fatal(err)
			}
		}
		if got := outline(d.paper().Draft); got != before || d.paper().CountingLevel != 2 {
			t.Errorf("taken back it is\n%s\nwant\n%s", got, before)
		}
		if err := d.mend(intake.MendFeedback{Op: "undo"}); !fault.Is(err, fault.Conflict) {
			t.Errorf("undoing once more gave %v", err)
		}
	})
}

func TestWordsAreNotMended(t *testing.T) {
	w := testkit.NewWorld(t, t.TempDir()+"/db")
	d := desk{t, w, w.Must(t, "team", &intake.ImportFeedback{InspectionID: third(t, w), Paper: inspection.Feedback{FileName: "f.txt",
		Draft: []inspection.DraftNode{{Kind: inspection.KindProblem, Mark: "1.", Title: "台账不全。"}}}})}
	for _, s := range []intake.MendFeedback{{Op: "reword", Node: d.node("1.")}, {Op: "mark", Node: d.node("1."), Mark: "2."},
		{Op: "split", Node: d.node("1."), At: 0}, {Op: "split", Node: d.node("1."), At: 99}, {Op: "merge", Node: d.node("1.")},
		{Op: "kind", Node: d.node("1."), Kind: "poem"}, {Op: "level", Level: 9}} {
		if err := d.mend(s); !fault.Is(err, fault.Invalid) {
			t.Errorf("%s gave %v", s.Op, err)
		}
	}
	if err := d.mend(intake.MendFeedback{Op: "mark", Node: d.node("1."), Mark: "1.台账"}); err != nil {
		t.Error(err)
	}
	if got := outline(d.paper().Draft); got != "problem:1.台账不全。\n" {
		t.Errorf("got %q", got)
	}
}
