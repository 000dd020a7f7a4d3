package work

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"bihuan/internal/fault"
)

// Criterion is one completion criterion of a problem (完成标准): agreed when the
// plan is made, ticked with its proof when the sign-off is applied for.
type Criterion struct {
	ID    string
	Text  string
	Proof ProofKind // the kind of proof wanted; empty where any will do
}

// ProofKind is what sort of proof a criterion wants.
type ProofKind string

// ProofKinds lists the kinds in the order of the forms: papers and
// regulations, minutes, vouchers, ledgers, photographs, talks and surveys.
func ProofKinds() []ProofKind {
	return []ProofKind{"paper", "minutes", "voucher", "ledger", "photo", "visit"}
}

// Criteria are the completion criteria of one problem.
type Criteria []Criterion

// String is the criteria as lists and papers print them, numbered where there
// are several.
func (c Criteria) String() string {
	lines := make([]string, len(c))
	for n, item := range c {
		lines[n] = item.Text
		if len(c) > 1 {
			lines[n] = fmt.Sprintf("（%d）%s", n+1, item.Text)
		}
	}
	return strings.Join(lines, "\n")
}

// mark is the number before a criterion among several.
var mark = regexp.MustCompile(`^（\d+）`)

// Reworded gives the criteria that read as the text does, one a line; those
// that read so already stay what they are.
func (c Criteria) Reworded(text string, newID func() string) Criteria {
	if text == c.String() {
		return c
	}
	var out Criteria
	for _, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(mark.ReplaceAllString(line, ""))
		if line == "" {
			continue
		}
		item := Criterion{Text: line}
		if n := slices.IndexFunc(c, func(o Criterion) bool { return o.Text == line }); n >= 0 {
			item = c[n]
		} else {
			item.ID = newID()
		}
		out = append(out, item)
	}
	return out
}

// Tick is one criterion as the applicant ticked it: with the proof, and as the
// criterion stood then.
type Tick struct {
	ID            string
	OrgID         string
	ApplicationID string
	CriterionID   string
	Seq           int
	Text          string
	Proof         ProofKind
	Evidence      []string // ids of evidence files
	Note          string
}

// CheckTicks notes each criterion that is not ticked, or not with a file that
// proves it; has are the files that stand for the problem.
func (c Criteria) CheckTicks(checks *fault.Checks, ticks []Tick, has func(evidence string) bool) {
	for n, item := range c {
		proved := false
		for _, t := range ticks {
			if t.CriterionID != item.ID {
				continue
			}
			proved = len(t.Evidence) > 0
			for _, e := range t.Evidence {
				proved = proved && has(e)
			}
		}
		if !proved {
			checks.Add("ticks", "criterion.unproved", n+1, item.Text)
		}
	}
}
