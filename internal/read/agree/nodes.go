package agree

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"bihuan/internal/read"
)

// placed is a node with the marks above it.
type placed struct {
	*read.Node
	path    string
	closing bool // among the last nodes, any of which may hold the end of the paper
}

func flatten(nodes []*read.Node) []placed {
	var out []placed
	var walk func([]*read.Node, string, bool)
	walk = func(nodes []*read.Node, above string, last bool) {
		for i, n := range nodes {
			closing := last && i == len(nodes)-1
			step := n.Mark
			if step == "" {
				step = settled(n.Title)
			}
			out = append(out, placed{n, above + "/" + step, closing})
			walk(n.Children, above+"/"+step, closing)
		}
	}
	walk(nodes, "", true)
	return out
}

// whole is the node with all that makes it the same node: kind, mark, title
// and its place in the tree.
func (n placed) whole() string { return string(n.Kind) + " " + n.path + " " + settled(n.Title) }

// face is the node as it is printed, wherever it hangs.
func (n placed) face() string { return n.Mark + " " + settled(n.Title) }

func (n placed) String() string { return fmt.Sprintf("%s %s “%s”", n.Kind, n.path, n.Title) }

// unjudged is the text of a declared node whose text may be read either way.
const unjudged = "*"

// closing is the text of the last nodes, line by line in any order: a sentence
// that ends a paper belongs to none of them more than to another.
func closing(nodes []placed) string {
	var lines []string
	for _, n := range nodes {
		if n.closing && n.Text != "" && n.Text != unjudged {
			lines = append(lines, strings.Split(n.Text, "\n")...)
		}
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

// plainDay is a term that says no more than its date.
var plainDay = regexp.MustCompile(`^\d{4}[年./-]\d{1,2}[月./-]\d{1,2}日?(之?前|以前)?(完成)?$`)

func term(d read.Due) string {
	if d.Date != "" && plainDay.MatchString(d.Term) {
		return ""
	}
	return d.Term
}

// nodes judges the nodes, and the fields of those that are printed alike; the
// fields of a node that is missing are missing too.
func (r *Result) nodes(got, want []placed) {
	r.Nodes.Add(Tally{Want: len(want), Got: len(got), Hit: multiset(got, want, placed.whole)})
	r.field("the last nodes", "text", closing(got), closing(want))
	left := map[string][]placed{}
	for _, g := range got {
		left[g.face()] = append(left[g.face()], g)
	}
	var missing []placed
	for _, w := range want {
		same := left[w.face()]
		if len(same) == 0 {
			missing = append(missing, w)
			continue
		}
		left[w.face()] = same[1:]
		if same[0].whole() != w.whole() {
			r.differ("node %s, want %s", same[0], w)
		}
		r.fields(same[0], w)
	}
	for _, w := range missing {
		r.differ("no node %s", w)
		r.fields(nothing, w)
	}
	for _, g := range got {
		for _, l := range left[g.face()] {
			if l.Node == g.Node {
				r.differ("no such node: %s", g)
				r.fields(g, nothing)
			}
		}
	}
}

// nothing has no fields.
var nothing = placed{Node: &read.Node{}}

func (r *Result) fields(got, want placed) {
	name := want
	if want == nothing {
		name = got
	}
	of := fmt.Sprintf("%s%s", name.Mark, name.Title)
	for _, f := range []struct{ name, got, want string }{
		{"causes", got.Causes, want.Causes},
		{"goal", got.Goal, want.Goal},
		{"leader", got.Leader, want.Leader},
		{"leadUnit", got.LeadUnit, want.LeadUnit},
		{"supportUnits", strings.Join(got.SupportUnits, "、"), strings.Join(want.SupportUnits, "、")},
		{"owners", strings.Join(got.Owners, "、"), strings.Join(want.Owners, "、")},
		{"due.date", got.Due.Date, want.Due.Date},
		{"due.term", term(got.Due), term(want.Due)},
		{"verdict", got.Verdict, want.Verdict},
	} {
		r.field(of, f.name, f.got, f.want)
	}
	if (!got.closing || !want.closing) && want.Text != unjudged {
		r.field(of, "text", got.Text, want.Text)
	}
	r.measures(of, got.Measures, want.Measures)
	if got == nothing || want == nothing {
		return
	}
	if got.Number != want.Number {
		r.differ("%s: number is %d, want %d", of, got.Number, want.Number)
	}
	g, w := got.Source, want.Source
	if w.Paragraph != 0 && w.Paragraph != g.Paragraph || w.Row != 0 && w.Row != g.Row || w.Sheet != "" && w.Sheet != g.Sheet {
		r.differ("%s: source is %+v, want %+v", of, g, w)
	}
}

// measures pairs the measures by their texts, what is left by their order.
func (r *Result) measures(of string, got, want []read.Measure) {
	used := make([]bool, len(got))
	pair := make([]int, len(want))
	for i, w := range want {
		pair[i] = -1
		for j, g := range got {
			if !used[j] && settled(g.Text) == settled(w.Text) {
				pair[i], used[j] = j, true
				break
			}
		}
	}
	for i := range want {
		if pair[i] < 0 {
			if j := firstUnused(used); j >= 0 {
				pair[i], used[j] = j, true
			}
		}
	}
	for i, w := range want {
		g := read.Measure{}
		if pair[i] >= 0 {
			g = got[pair[i]]
		}
		r.measure(fmt.Sprintf("%s measure %d", of, i+1), g, w)
	}
	for j, g := range got {
		if !used[j] {
			r.measure(fmt.Sprintf("%s measure too many", of), g, read.Measure{})
		}
	}
}

func firstUnused(used []bool) int {
	for i, u := range used {
		if !u {
			return i
		}
	}
	return -1
}

func (r *Result) measure(of string, got, want read.Measure) {
	for _, f := range []struct{ name, got, want string }{
		{"text", got.Text, want.Text},
		{"leader", got.Leader, want.Leader},
		{"leadUnit", got.LeadUnit, want.LeadUnit},
		{"supportUnits", strings.Join(got.SupportUnits, "、"), strings.Join(want.SupportUnits, "、")},
		{"owners", strings.Join(got.Owners, "、"), strings.Join(want.Owners, "、")},
		{"due.date", got.Due.Date, want.Due.Date},
		{"due.term", term(got.Due), term(want.Due)},
		{"progress", got.Progress, want.Progress},
		{"verdict", got.Verdict, want.Verdict},
	} {
		r.field(of, f.name, f.got, f.want)
	}
}
