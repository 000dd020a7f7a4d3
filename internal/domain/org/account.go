package org

import (
	"time"

	"bihuan/internal/domain/workday"
)

// Account is a person's way in. The password is kept as an argon2id hash.
type Account struct {
	ID          string
	OrgID       string
	PersonID    string // empty for the three administrators
	Login       string // lower case, unique
	Name        string // as shown
	Password    string `json:"-"` // encoded argon2id hash
	MustChange  bool   // the password was set by somebody else
	Disabled    bool
	Failures    int       // wrong passwords in a row
	LockedUntil time.Time // zero when not locked
	Lang        string    // zh-CN or en
	CreatedAt   time.Time
	Version     int
}

// Grant gives an account a role, for a time.
type Grant struct {
	ID           string
	AccountID    string
	OrgID        string // the organisation in which the role holds
	Role         Role
	DepartmentID string // for department heads and officers
	TeamID       string // for inspection teams: the right ends with the round
	From         workday.Date
	Until        workday.Date
	// Only is what a deputy may do with the grant; empty for its own account.
	Only []Permission `json:",omitempty"`
}

// On reports whether the grant holds on the day.
func (g Grant) On(day workday.Date) bool { return within(day, g.From, g.Until) }

// Session is a signed-in browser. ID is a hash: the cookie's value is known
// to the browser only.
type Session struct {
	ID        string
	AccountID string
	CreatedAt time.Time
	SeenAt    time.Time
	Remote    string
	Agent     string
}

// Actor is who asks: an account with the grants that hold today.
type Actor struct {
	AccountID string
	PersonID  string
	OrgID     string
	Name      string
	Login     string
	Lang      string
	Today     workday.Date
	Grants    []Grant
	// MustChange: the only thing that this actor may do is change the password.
	MustChange bool
	// Beside is the one for whom, or through whose hands, the actor acts; empty
	// for somebody who acts for himself.
	Beside Identity
	// Paper: the actor signed on paper, and Beside is the clerk who enters it.
	Paper bool
}

// Belongs reports whether the actor has an inside role of the organisation.
func (a Actor) Belongs(orgID string) bool {
	for _, g := range a.Grants {
		if g.Role.Inside() && g.OrgID == orgID {
			return true
		}
	}
	return false
}

// Has reports whether the actor holds one of the roles.
func (a Actor) Has(roles ...Role) bool {
	for _, g := range a.Grants {
		for _, r := range roles {
			if g.Role == r {
				return true
			}
		}
	}
	return false
}

// Roles gives the actor's roles, each once, in the order of the grants.
func (a Actor) Roles() []Role {
	var out []Role
	seen := map[Role]bool{}
	for _, g := range a.Grants {
		if !seen[g.Role] {
			seen[g.Role] = true
			out = append(out, g.Role)
		}
	}
	return out
}

// Departments gives the departments for which the actor holds one of the roles.
func (a Actor) Departments(roles ...Role) []string {
	var out []string
	for _, g := range a.Grants {
		for _, r := range roles {
			if g.Role == r && g.DepartmentID != "" {
				out = append(out, g.DepartmentID)
			}
		}
	}
	return out
}
