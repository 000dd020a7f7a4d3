package work

import (
	"regexp"
	"slices"
	"strings"
	"time"
)

// SumKey is what can be added up: one kind, and for other counts one unit.
type SumKey struct {
	Kind ResultKind
	Unit string // of ResultOther; empty otherwise
}

func keyOf(r Result) SumKey {
	if r.Kind != ResultOther {
		return SumKey{Kind: r.Kind}
	}
	return SumKey{Kind: r.Kind, Unit: strings.TrimLeft(r.Unit, "万亿")}
}

// Sum is what was reported of one kind on a problem beside what was wanted:
// the expected results of its measures, and for money the amount that the
// problem itself names.
type Sum struct {
	SumKey
	Reported int64
	Expected int64 // of the measures; 0 where none is named
	Named    int64 // the amount named in the problem, in 分; 0 where none is
	Reason   *SumReason
}

// SumReason says why a sum does not add up. It stands for the two figures that
// it was given for, and for no others.
type SumReason struct {
	ID           string
	OrgID        string
	InspectionID string
	ProblemID    string
	Kind         ResultKind
	Unit         string
	Reported     int64
	Wanted       int64
	Reason       string
	By           string // account
	Name         string
	At           time.Time
}

// Wanted is what the sum is held to: the expected results where there are
// any, else the amount named in the problem.
func (s Sum) Wanted() int64 {
	if s.Expected > 0 {
		return s.Expected
	}
	return s.Named
}

// Even reports whether the sum adds up: money to the fen, other counts to at
// least what was wanted. Where nothing is wanted everything does.
func (s Sum) Even() bool {
	switch {
	case s.Wanted() == 0:
		return true
	case s.Kind == ResultMoney:
		return s.Reported == s.Wanted()
	}
	return s.Reported >= s.Wanted()
}

// Settled reports whether the sum adds up or somebody said why it does not.
func (s Sum) Settled() bool { return s.Even() || s.Reason != nil }

// Binding reports whether a sign-off waits for the sum: money, people,
// regulations and cases. Counts in other units are shown only.
func (s Sum) Binding() bool { return s.Kind != ResultOther }

// Sums holds the figures of a problem's entries, in the order of their time,
// against what was wanted. wording is the problem's original text.
func Sums(wording string, measures []Measure, entries []Progress, reasons []SumReason) []Sum {
	at := map[SumKey]*Sum{}
	sum := func(k SumKey) *Sum {
		if at[k] == nil {
			at[k] = &Sum{SumKey: k}
		}
		return at[k]
	}
	for _, m := range measures {
		for _, r := range m.Results {
			sum(keyOf(r)).Expected += r.Amount
		}
	}
	for k, n := range running(entries) {
		sum(k.key).Reported += n
	}
	if named := NamedMoney(wording); named > 0 {
		sum(SumKey{Kind: ResultMoney}).Named = named
	}
	out := make([]Sum, 0, len(at))
	for _, s := range at {
		s.Reason = s.reasonAmong(reasons)
		out = append(out, *s)
	}
	slices.SortFunc(out, func(a, b Sum) int {
		if n := slices.Index(ResultKinds(), a.Kind) - slices.Index(ResultKinds(), b.Kind); n != 0 {
			return n
		}
		return strings.Compare(a.Unit, b.Unit)
	})
	return out
}

func (s Sum) reasonAmong(reasons []SumReason) *SumReason {
	for n := len(reasons) - 1; n >= 0; n-- {
		r := reasons[n]
		if r.Kind == s.Kind && r.Unit == s.Unit && r.Reported == s.Reported && r.Wanted == s.Wanted() {
			return &r
		}
	}
	return nil
}

// money is an amount in a text: 326.58万元, 1,200元.
var money = regexp.MustCompile(`(\d+)(?:\.(\d{1,6}))?(万|亿)?元`)

// NamedMoney gives the largest amount that a text names, in 分: the parts of
// a problem stand beside their whole. 0 where it names none.
func NamedMoney(text string) int64 {
	var most int64
	for _, m := range money.FindAllStringSubmatch(thousands.ReplaceAllString(text, "$1$2"), -1) {
		scale := map[string]int64{"": 100, "万": 1_000_000, "亿": 10_000_000_000}[m[3]]
		if n, ok := scaled(m[1], m[2], scale); ok {
			most = max(most, n)
		}
	}
	return most
}

// UsualUnit is the unit of a count whose unit nobody named; "" for other
// counts.
func (k ResultKind) UsualUnit() string {
	return map[ResultKind]string{ResultMoney: "元", ResultPeople: "人", ResultRegulations: "项", ResultCases: "件"}[k]
}

// String is the amount of a sum as people write it.
func (k SumKey) String(amount int64) string {
	unit := k.Unit
	if unit == "" {
		unit = k.Kind.UsualUnit()
	}
	return Result{Kind: k.Kind, Amount: amount, Unit: unit}.String()
}
