package work

import (
	"cmp"
	"slices"

	"bihuan/internal/domain/workday"
)

// CauseCategory sorts causes, so that figures can say where faults come from.
// A problem keeps the code. The shipped ones have no name of their own until
// the organisation gives them one.
type CauseCategory struct {
	ID        string
	OrgID     string
	Code      string
	Name      string // empty: the shipped word for the code
	Sort      int
	RetiredOn workday.Date // from then on no problem is sorted under it anew
	Version   int
}

// shippedCauses are the codes of the categories that every organisation begins
// with: 思想认识、责任落实、制度机制、能力作风、监督管理、历史遗留、其他.
var shippedCauses = []string{"thinking", "duty", "institution", "conduct", "supervision", "legacy", "other"}

// ShippedCauses lists the codes of the shipped categories in order.
func ShippedCauses() []string { return slices.Clone(shippedCauses) }

// Shipped reports whether the category is one that every organisation has.
func (c CauseCategory) Shipped() bool { return slices.Contains(shippedCauses, c.Code) }

// Retired reports whether no problem may be sorted under it anew.
func (c CauseCategory) Retired() bool { return c.RetiredOn != "" }

// Taxonomy gives the categories of an organisation in its order: the shipped
// ones, each as the organisation changed it, and its own.
func Taxonomy(own []CauseCategory) []CauseCategory {
	out := slices.Clone(own)
	for n, code := range shippedCauses {
		if !slices.ContainsFunc(own, func(c CauseCategory) bool { return c.Code == code }) {
			out = append(out, CauseCategory{Code: code, Sort: (n + 1) * 10})
		}
	}
	slices.SortStableFunc(out, func(a, b CauseCategory) int {
		return cmp.Or(cmp.Compare(a.Sort, b.Sort), cmp.Compare(a.Code, b.Code))
	})
	return out
}

// Usable lists the codes under which a problem may be sorted: those in use,
// and the one that it has already.
func Usable(taxonomy []CauseCategory, has string) []string {
	var out []string
	for _, c := range taxonomy {
		if !c.Retired() || c.Code == has {
			out = append(out, c.Code)
		}
	}
	return out
}
