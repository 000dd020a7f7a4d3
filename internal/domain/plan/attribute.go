package plan

import "slices"

// amends names the fields of a comparison that a change request moves.
var amends = map[Field][]string{FieldCause: {"cause"}, FieldGoal: {"goal"}, FieldCriteria: {"criteria"}, FieldLeader: {"leader"},
	FieldLead: {"lead", "assist"}, FieldText: {"measure"}, FieldExpected: {"expected"}, FieldNew: {"measure"}, FieldDrop: {"measure"}}

// Attribute notes on each change since the issue the change request that was
// agreed to and brought it; of several the last.
func Attribute(list []Change, decided []Amendment) []Change {
	out := slices.Clone(list)
	for i := range out {
		out[i].Fields = slices.Clone(out[i].Fields)
		for j := range out[i].Fields {
			for _, a := range decided {
				if a.State == AmendmentAgreed && a.ProblemID == out[i].ID && a.brought(out[i].Fields[j]) {
					out[i].Fields[j].RequestID = a.ID
				}
			}
		}
	}
	return out
}

// brought reports whether the request moved the field.
func (a Amendment) brought(f FieldChange) bool {
	if !slices.Contains(amends[a.Field], f.Field) {
		return false
	}
	if a.Field == FieldNew {
		return f.Before == "" && f.After == a.Becomes
	}
	return a.MeasureID == f.MeasureID
}

// Cover is how far the approvals of a version still reach.
type Cover struct {
	Requested int // fields that a decided change request moved since
	Other     int // fields that moved without one
}

// Holds reports whether the records still say what was approved.
func (c Cover) Holds() bool { return c.Requested == 0 && c.Other == 0 }

// CoverOf counts attributed changes from a version to the records. A problem
// that came or went counts once.
func CoverOf(list []Change) Cover {
	var out Cover
	for _, c := range list {
		if c.Kind != Altered {
			out.Other++
			continue
		}
		for _, f := range c.Fields {
			if f.RequestID != "" {
				out.Requested++
			} else {
				out.Other++
			}
		}
	}
	return out
}
