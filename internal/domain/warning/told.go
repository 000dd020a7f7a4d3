package warning

import (
	"slices"

	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
)

// Subject is a problem or measure with whoever answers for it now.
type Subject struct {
	OrgID      string
	LeaderID   string // responsible leader
	LeadDeptID string
	OwnerID    string // responsible person
	Inner      bool   // not shown outside the organisation
	// HandedIn: its sign-off is applied for. Who did the work waits like the
	// rest; those who answer for it are still told.
	HandedIn bool
}

// Told is the step on which an actor is warned of a deadline today; false
// where he is not. The ladder counts natural days: see workday.Ladder.On.
func Told(a org.Actor, l workday.Ladder, s Subject, due, today workday.Date) (workday.Step, int, bool) {
	at, ok := l.At(due, today)
	if !ok {
		return workday.Step{}, 0, false
	}
	told := slices.ContainsFunc(l[at].Roles, func(role string) bool { return s.holds(a, org.Role(role)) })
	return l[at], at, told
}

// holds reports whether the actor is the one whom the role means here.
func (s Subject) holds(a org.Actor, role org.Role) bool {
	if s.HandedIn && (role == org.RoleOfficer || role == org.RoleDeptHead) {
		return false
	}
	return slices.ContainsFunc(a.Grants, func(g org.Grant) bool {
		switch {
		case role == org.RoleOffice:
			return g.Role == role && !s.Inner
		case g.OrgID != s.OrgID || !g.Role.Inside():
			return false
		case role == org.RoleOfficer: // the responsible person, whatever his role
			return s.OwnerID != "" && a.PersonID == s.OwnerID
		case role == org.RoleLeader:
			return g.Role == role && s.LeaderID != "" && a.PersonID == s.LeaderID
		case role == org.RoleDeptHead:
			return g.Role == role && s.LeadDeptID != "" && g.DepartmentID == s.LeadDeptID
		}
		return g.Role == role
	})
}

// Whole reports whether the actor is told for a whole organisation by some
// step, and not only of what is his own.
func Whole(a org.Actor, l workday.Ladder, orgID string) bool {
	any := Subject{OrgID: orgID}
	return slices.ContainsFunc(l, func(s workday.Step) bool {
		return slices.ContainsFunc(s.Roles, func(role string) bool { return any.holds(a, org.Role(role)) })
	})
}
