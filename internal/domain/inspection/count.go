package inspection

// The units in which papers state their totals.
const (
	UnitAspect         = "方面"
	UnitItem           = "项"
	UnitProblem        = "具体问题"
	UnitRecommendation = "意见建议"
	UnitImmediate      = "立行立改事项"
)

var unitOf = map[NodeKind]string{KindAspect: UnitAspect, KindItem: UnitItem, KindProblem: UnitProblem,
	KindRecommendation: UnitRecommendation, KindImmediate: UnitImmediate}

// Counted gives what the tree really holds, unit by unit, in a fixed order;
// units that do not occur are left out.
func Counted(tree []DraftNode) []Total {
	n := map[string]int{}
	Walk(tree, func(d DraftNode, _ int) { n[unitOf[d.Kind]]++ })
	var out []Total
	for _, unit := range []string{UnitAspect, UnitItem, UnitProblem, UnitRecommendation, UnitImmediate} {
		if n[unit] > 0 {
			out = append(out, Total{Unit: unit, Count: n[unit]})
		}
	}
	return out
}

// Comparison is one unit: what the paper says and what the tree holds.
type Comparison struct {
	Unit    string
	Stated  int
	Counted int
	Text    string // the words of the paper
}

// Differs reports whether the two numbers differ.
func (c Comparison) Differs() bool { return c.Stated != c.Counted }

// synonyms maps the words of papers to our units.
var synonyms = map[string]string{"大类": UnitAspect, "类": UnitAspect, "个方面": UnitAspect, "方面": UnitAspect,
	"项": UnitItem, "问题": UnitProblem, "具体问题": UnitProblem, "个问题": UnitProblem, "条": UnitRecommendation,
	"建议": UnitRecommendation, "意见建议": UnitRecommendation}

// Compare sets the stated totals beside the counted ones. A word of the paper
// for which no unit is known is compared under its own name.
func Compare(stated []Total, tree []DraftNode) []Comparison {
	counted := map[string]int{}
	for _, c := range Counted(tree) {
		counted[c.Unit] = c.Count
	}
	// 4大类16个方面22个问题: the larger word is the aspect, the smaller the item.
	classes := false
	for _, s := range stated {
		classes = classes || s.Unit == "大类" || s.Unit == "类"
	}
	var out []Comparison
	for _, s := range stated {
		unit, known := synonyms[s.Unit]
		if !known {
			unit = s.Unit
		}
		if classes && unit == UnitAspect && s.Unit != "大类" && s.Unit != "类" {
			unit = UnitItem
		}
		out = append(out, Comparison{Unit: unit, Stated: s.Count, Counted: counted[unit], Text: s.Text})
	}
	return out
}

// Differs reports whether any comparison differs.
func Differs(all []Comparison) bool {
	for _, c := range all {
		if c.Differs() {
			return true
		}
	}
	return false
}
