package plan

import (
	"slices"

	"bihuan/internal/domain/org"
)

// Speaks lists the bodies for which the actor can speak today: those to which
// he belongs, and no other.
func Speaks(a org.Actor, bodies []Body) []Body {
	var out []Body
	for _, b := range bodies {
		if slices.ContainsFunc(a.Grants, func(g org.Grant) bool { return belongs(g, b) }) {
			out = append(out, b)
		}
	}
	return out
}

func belongs(g org.Grant, b Body) bool {
	switch b.Kind {
	case ConsentOffice:
		return g.Role == org.RoleOffice && g.OrgID == b.ID
	case ConsentTeam:
		return g.Role == org.RoleTeam && g.TeamID == b.ID
	}
	return g.Role == org.RoleReviewer && g.OrgID == b.ID
}
