package org

import "slices"

// Relation is how an actor's grant must stand to the thing acted on.
type Relation int

// The relations.
const (
	Anywhere       Relation = iota // the role holds for everything of its kind
	OwnOrg                         // the thing belongs to the grant's organisation
	OwnDept                        // … and to one of the grant's departments
	OwnPortfolio                   // the actor is its responsible leader
	OwnRound                       // the thing belongs to the grant's team
	Submitted                      // the organisation has submitted it upward
	SubmittedRound                 // both of the last two
	Self                           // the actor's own account
	Issued                         // what the organisation plans about it is in force, or was handed in with it
	IssuedRound                    // the same, and the thing belongs to the grant's team
	Named                          // the thing is for a circle of people, and the actor is one of them
)

// Target says where the thing acted on lies.
type Target struct {
	Kind         string
	ID           string
	OrgID        string
	InspectionID string
	TeamID       string
	LeaderID     string   // responsible leader
	Departments  []string // lead and assisting
	Submitted    bool     // sent to the inspection office
	Issued       bool     // the plan is issued: outsiders see the records as they stand
	AccountID    string   // for what belongs to one account
	Circle       []string // people for whom a confidential thing is
}

// Verdict of the table on one question.
type Verdict struct {
	Allowed bool
	// Visible: the actor may know that the thing exists. A thing that is not
	// visible is answered as absent.
	Visible bool
}

// May asks the one permission table whether the actor may do that to the target.
func May(a Actor, p Permission, t Target) Verdict {
	if a.MustChange && p != OwnAccount {
		return Verdict{Visible: visible(a, t)}
	}
	if granted(a, p, t) {
		return Verdict{Allowed: true, Visible: true}
	}
	return Verdict{Visible: visible(a, t)}
}

func granted(a Actor, p Permission, t Target) bool {
	for _, r := range table[p] {
		if r.role == anybody {
			return true
		}
		for _, g := range a.Grants {
			if g.Role == r.role && g.allows(p) && holds(a, g, r.when, t) {
				return true
			}
		}
	}
	return false
}

// allows reports whether the grant was delegated for that, or is the actor's
// own.
func (g Grant) allows(p Permission) bool { return len(g.Only) == 0 || slices.Contains(g.Only, p) }

// Can is May's Allowed.
func Can(a Actor, p Permission, t Target) bool { return May(a, p, t).Allowed }

func visible(a Actor, t Target) bool {
	if t.OrgID == "" {
		return t.AccountID == "" || t.AccountID == a.AccountID || a.Has(RoleSysAdmin, RoleSecAdmin)
	}
	return granted(a, SeeInspection, t)
}

func holds(a Actor, g Grant, when Relation, t Target) bool {
	switch when {
	case Anywhere:
		return true
	case OwnOrg:
		return g.OrgID != "" && g.OrgID == t.OrgID
	case OwnDept:
		return g.OrgID == t.OrgID && contains(t.Departments, g.DepartmentID)
	case OwnPortfolio:
		return g.OrgID == t.OrgID && a.PersonID != "" && a.PersonID == t.LeaderID
	case OwnRound:
		return g.TeamID != "" && g.TeamID == t.TeamID
	case Submitted:
		return t.Submitted
	case SubmittedRound:
		return t.Submitted && g.TeamID != "" && g.TeamID == t.TeamID
	case Issued:
		return t.Issued
	case IssuedRound:
		return t.Issued && g.TeamID != "" && g.TeamID == t.TeamID
	case Named:
		return g.OrgID == t.OrgID && contains(t.Circle, a.PersonID)
	case Self:
		return t.AccountID != "" && t.AccountID == a.AccountID
	}
	return false
}

func contains(list []string, s string) bool {
	for _, v := range list {
		if v == s && s != "" {
			return true
		}
	}
	return false
}
