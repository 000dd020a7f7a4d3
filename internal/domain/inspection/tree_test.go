package inspection

import (
	"fmt"
	"sort"
	"strings"
	"testing"

	"bihuan/internal/fault"

	"pgregory.net/rapid"
)

func drawTree(t *rapid.T, depth int, next *int) []DraftNode {
	var out []DraftNode
	for range rapid.IntRange(0, 3).Draw(t, "children") {
		*next++
		n := DraftNode{Key: fmt.Sprint("k", *next), Kind: KindItem,
			Title: rapid.StringMatching(`[甲乙丙丁]{1,4}。`).Draw(t, "title"), Text: rapid.StringMatching(`([子丑寅卯]{1,3}[。；]){0,3}`).Draw(t, "text")}
		if depth > 0 {
			n.Children = drawTree(t, depth-1, next)
		}
		out = append(out, n)
	}
	return out
}

// letters are all characters of the tree's wording, sorted: what no mending
// may lose or add.
func letters(tree []DraftNode) string {
	var all []string
	Walk(tree, func(n DraftNode, _ int) { all = append(all, strings.Split(n.Mark+n.Words(), "")...) })
	sort.Strings(all)
	return strings.Join(all, "")
}

func TestMendingNeverLosesAWord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		next := 0
		tree := drawTree(t, 3, &next)
		want := letters(tree)
		for i := range rapid.IntRange(1, 12).Draw(t, "steps") {
			var keys []string
			Walk(tree, func(n DraftNode, _ int) { keys = append(keys, n.Key) })
			if len(keys) == 0 {
				return
			}
			key := rapid.SampledFrom(keys).Draw(t, "key")
			before := letters(tree)
			after, err := mend(t, tree, key, fmt.Sprint("n", i))
			if letters(tree) != before {
				t.Fatal("mending changed the tree that it was given")
			}
			if fault.Is(err, fault.Invalid) {
				continue
			}
			if err != nil {
				t.Fatal(err)
			}
			tree = after
			if got := letters(tree); got != want {
				t.Fatalf("words changed:\n%s\n%s", got, want)
			}
		}
	})
}

func mend(t *rapid.T, tree []DraftNode, key, fresh string) ([]DraftNode, error) {
	switch op := rapid.SampledFrom([]string{Up, Down, In, Out, "split", "merge", "drop", "kind", "level", "mark"}).Draw(t, "op"); op {
	case "split":
		return Split(tree, key, rapid.IntRange(0, 9).Draw(t, "where"), fresh)
	case "drop":
		return Drop(tree, key)
	case "kind":
		return Rekind(tree, []string{key}, KindProblem)
	case "level":
		return CountAt(tree, rapid.IntRange(1, 4).Draw(t, "level"), ""), nil
	case "mark":
		return Remark(tree, key, rapid.SampledFrom([]string{"", "甲", "（1）"}).Draw(t, "mark"))
	case "merge":
		return Merge(tree, key)
	default:
		return Move(tree, key, op)
	}
}

func TestSealNumbersTheHierarchyAndRefusesAnUpsideDownOne(t *testing.T) {
	ids := 0
	newID := func() string { ids++; return fmt.Sprint(ids) }
	p := func(title string) DraftNode { return DraftNode{Kind: KindProblem, Title: title} }
	f := Feedback{Draft: []DraftNode{
		{Kind: KindSection, Title: "总体评价"},
		{Kind: KindSection, Title: "主要问题", Children: []DraftNode{
			{Kind: KindAspect, Title: "一方面", Children: []DraftNode{{Kind: KindItem, Title: "一项", Children: []DraftNode{p("甲"), p("乙")}}}},
			{Kind: KindAspect, Title: "二方面", Children: []DraftNode{p("丙")}},
		}},
		{Kind: KindRecommendation, Title: "建议"},
	}}
	nodes, err := Seal(f, newID)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, n := range nodes {
		got = append(got, n.Number+n.Title)
	}
	want := "1总体评价 2主要问题 1一方面 1.1一项 1.1.1甲 1.1.2乙 2二方面 2.1丙 1建议"
	if strings.Join(got, " ") != want {
		t.Errorf("got  %v\nwant %v", got, want)
	}
	f.Draft = []DraftNode{{Kind: KindProblem, Title: "甲", Children: []DraftNode{{Kind: KindAspect, Title: "方面"}}}}
	if _, err := Seal(f, newID); !fault.Is(err, fault.Invalid) {
		t.Errorf("an aspect below a problem gave %v", err)
	}
	f.Draft = f.Draft[:0]
	if _, err := Seal(f, newID); !fault.Is(err, fault.Invalid) {
		t.Errorf("a paper without problems gave %v", err)
	}
}

func TestStatedTotalsAreComparedNeverRepaired(t *testing.T) {
	tree := []DraftNode{{Kind: KindAspect, Children: []DraftNode{{Kind: KindItem, Children: []DraftNode{{Kind: KindProblem}, {Kind: KindProblem}}}}}}
	got := Compare([]Total{{Unit: "方面", Count: 1}, {Unit: "项", Count: 2}, {Unit: "问题", Count: 2}}, tree)
	want := []Comparison{{Unit: UnitAspect, Stated: 1, Counted: 1}, {Unit: UnitItem, Stated: 2, Counted: 1}, {Unit: UnitProblem, Stated: 2, Counted: 2}}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("got %+v, want %+v", got[i], want[i])
		}
	}
	if !Differs(got) {
		t.Error("the difference went unseen")
	}
}
