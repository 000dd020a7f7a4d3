package party

import (
	"slices"

	"bihuan/internal/fault"
)

// Apart takes opinions out of those under which they were merged.
const Apart = "-"

// Sort gives the chosen opinions with whom they concern and under which other
// they go; what is not said stays. An opinion under which others go stands for
// itself, and so does the one into which they are merged.
func Sort(c *fault.Checks, all []SolicitedOpinion, chosen, about []string, into string) []SolicitedOpinion {
	at := map[string]SolicitedOpinion{}
	heads := map[string]bool{}
	for _, o := range all {
		at[o.ID] = o
		heads[o.MergedInto] = true
	}
	if into != "" && into != Apart {
		if head, ok := at[into]; !ok || head.MergedInto != "" {
			c.Add("into", "field.unknown-choice")
		}
	}
	var out []SolicitedOpinion
	for _, id := range slices.Compact(slices.Sorted(slices.Values(chosen))) {
		o, ok := at[id]
		switch {
		case !ok:
			c.Add("id", "field.unknown-choice")
			continue
		case into == Apart:
			o.MergedInto = ""
		case into == id: // it stays what the others go under
		case into != "" && heads[id]:
			c.Add("into", "party.opinion.has-others")
		case into != "":
			o.MergedInto = into
		}
		if len(about) > 0 {
			o.About = about
		}
		out = append(out, o)
	}
	return out
}
