// Package agree compares what a reader made of a paper with what it should
// have made of it: nodes, fields, totals and warnings, each with a tally and
// the differences in words.
package agree

import (
	"fmt"
	"strings"

	"bihuan/internal/read"
)

// Result is how far a reading agrees with what was expected.
type Result struct {
	Nodes, Fields, Totals, Warnings Tally
	// Differences are in words, in the order of the paper: none when all agrees.
	Differences []string
}

// Tally counts what was expected, what was read, and what of both is the same.
type Tally struct{ Want, Got, Hit int }

// Add counts another tally in.
func (t *Tally) Add(o Tally) {
	t.Want += o.Want
	t.Got += o.Got
	t.Hit += o.Hit
}

// Precision is the part of what was read that is right: 1 when nothing was read.
func (t Tally) Precision() float64 { return ratio(t.Hit, t.Got) }

// Recall is the part of what was expected that was read: 1 when nothing was.
func (t Tally) Recall() float64 { return ratio(t.Hit, t.Want) }

// F1 is the harmonic mean of precision and recall.
func (t Tally) F1() float64 { return ratio(2*t.Hit, t.Want+t.Got) }

func ratio(part, whole int) float64 {
	if whole == 0 {
		return 1
	}
	return float64(part) / float64(whole)
}

// Compare holds a reading against what was expected. A source that is not
// declared (zero) is not judged, nor are the words of messages and totals.
func Compare(got, want *read.Paper) Result {
	var r Result
	r.head(got, want)
	r.totals("stated", statedCounts(got), statedCounts(want))
	r.totals("counted", got.Counted, want.Counted)
	r.nodes(flatten(got.Nodes), flatten(want.Nodes))
	r.warnings(got.Warnings, want.Warnings)
	return r
}

func (r *Result) differ(format string, args ...any) {
	r.Differences = append(r.Differences, fmt.Sprintf(format, args...))
}

func (r *Result) head(got, want *read.Paper) {
	for _, f := range []struct{ name, got, want string }{
		{"kind", string(got.Kind), string(want.Kind)},
		{"title", got.Title, want.Title},
		{"documentNumber", got.DocumentNumber, want.DocumentNumber},
		{"issuer", got.Issuer, want.Issuer},
		{"recipient", got.Recipient, want.Recipient},
		{"date", got.Date, want.Date},
	} {
		r.field("the paper", f.name, f.got, f.want)
	}
}

// field judges one labelled field; one that is empty on both sides is none.
func (r *Result) field(of, name, got, want string) {
	if got = settled(got); got != "" {
		r.Fields.Got++
	}
	if want = settled(want); want != "" {
		r.Fields.Want++
	}
	switch {
	case got != want:
		r.differ("%s: %s is %q, want %q", of, name, got, want)
	case got != "":
		r.Fields.Hit++
	}
}

// settled is a text without what may stand at its end or not: a stop that
// closes it, blanks.
func settled(s string) string { return strings.Trim(s, " 　\t\n。；;：:，,") }

func statedCounts(p *read.Paper) []read.Count {
	var out []read.Count
	for _, s := range p.Stated {
		out = append(out, read.Count{Unit: s.Unit, Count: s.Count})
	}
	return out
}

func (r *Result) totals(name string, got, want []read.Count) {
	hit := multiset(got, want, func(c read.Count) string { return fmt.Sprint(c.Unit, c.Count) })
	r.Totals.Add(Tally{Want: len(want), Got: len(got), Hit: hit})
	if hit != len(got) || hit != len(want) {
		r.differ("%s: %v, want %v", name, got, want)
	}
}

func (r *Result) warnings(got, want []read.Warning) {
	hit := multiset(got, want, func(w read.Warning) string { return w.Code })
	r.Warnings.Add(Tally{Want: len(want), Got: len(got), Hit: hit})
	if hit != len(got) || hit != len(want) {
		r.differ("warnings: %v, want %v", codes(got), codes(want))
	}
}

func codes(warnings []read.Warning) []string {
	out := make([]string, 0, len(warnings))
	for _, w := range warnings {
		out = append(out, strings.TrimSpace(w.Code+" "+w.Message))
	}
	return out
}

// multiset counts how many of two lists are the same under key, each once.
func multiset[T any](got, want []T, key func(T) string) int {
	left := map[string]int{}
	for _, w := range want {
		left[key(w)]++
	}
	hit := 0
	for _, g := range got {
		if k := key(g); left[k] > 0 {
			left[k]--
			hit++
		}
	}
	return hit
}
