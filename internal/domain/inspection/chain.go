package inspection

import (
	"slices"

	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
)

// ChainStep is one step of the sign-off chain.
type ChainStep struct {
	Code string `json:"code"`           // unique in its chain
	Name string `json:"name,omitempty"` // as the round calls it; empty: as shipped
	Role string `json:"role"`           // who decides: a role of package org
	// Meeting: the step needs the meeting that decided.
	Meeting bool `json:"meeting,omitempty"`
	// Opinion: the step gives an opinion and cannot close the matter alone.
	Opinion bool `json:"opinion,omitempty"`
	// Optional: who decides the next step may do so without this one, with a
	// reason.
	Optional bool `json:"optional,omitempty"`
	// Checks are what the verifier of the step looks into and records.
	Checks []Check `json:"checks,omitempty"`
	// Checked: nobody agrees before each of the checks was made.
	Checked bool `json:"checked,omitempty"`
}

// CheckKind is how something is verified.
type CheckKind string

// The kinds of check.
const (
	CheckMaterials CheckKind = "materials" // 查阅材料
	CheckSite      CheckKind = "site"      // 现场核查
	CheckAsked     CheckKind = "asked"     // 抽问人员
	CheckOwn       CheckKind = "own"       // what a round adds in its own words
)

// ShippedChecks lists the kinds that need no words of the round's own.
func ShippedChecks() []CheckKind { return []CheckKind{CheckMaterials, CheckSite, CheckAsked} }

// Check is one thing that the verifier of a step looks into.
type Check struct {
	Kind CheckKind `json:"kind"`
	Text string    `json:"text,omitempty"` // of a check of the round's own
}

// Outside reports whether the step lies outside the inspected organisation.
func (s ChainStep) Outside() bool { return !org.Role(s.Role).Inside() }

// DefaultChain is the default sign-off chain after the officer's application.
func DefaultChain() []ChainStep {
	materials := []Check{{Kind: CheckMaterials}}
	all := []Check{{Kind: CheckMaterials}, {Kind: CheckSite}, {Kind: CheckAsked}}
	return []ChainStep{
		{Code: "department-head", Role: string(org.RoleDeptHead), Checks: materials},
		{Code: "leader", Role: string(org.RoleLeader)},
		{Code: "rectification-office", Role: string(org.RoleClerk), Checks: all},
		{Code: "resident", Role: string(org.RoleResident), Opinion: true, Checks: all},
		{Code: "party-group", Role: string(org.RoleHead), Meeting: true},
		{Code: "office", Role: string(org.RoleOffice), Checks: all},
	}
}

// Deciders are the roles that can decide a step, in the order of the chain.
func Deciders() []org.Role {
	return []org.Role{org.RoleDeptHead, org.RoleLeader, org.RoleClerk, org.RoleResident, org.RoleHead, org.RoleTeam, org.RoleOffice}
}

// MostSteps bounds a chain.
const MostSteps = 12

// mostChecks bounds the checks of one step.
const mostChecks = 12

// CheckChain notes what is wrong with a chain: it needs two steps, goes from
// the inside to the outside, and ends with the inspection office, which must
// decide and not only give an opinion.
func CheckChain(c *fault.Checks, chain []ChainStep) {
	if len(chain) < 2 || len(chain) > MostSteps {
		c.Add("chain", "round.chain.length", MostSteps)
		return
	}
	last := chain[len(chain)-1]
	if last.Role != string(org.RoleOffice) || last.Optional || last.Opinion {
		c.Add("chain", "round.chain.last")
	}
	outside := false
	for n, s := range chain {
		if !slices.Contains(Deciders(), org.Role(s.Role)) {
			c.Add("chain", "round.chain.role", n+1)
		}
		if outside && !s.Outside() {
			c.Add("chain", "round.chain.back", n+1)
		}
		outside = outside || s.Outside()
		c.Max("chain", s.Name, 40)
		if len(s.Checks) > mostChecks {
			c.Add("chain", "round.chain.checks", n+1, mostChecks)
		}
		for _, k := range s.Checks {
			c.Max("chain", k.Text, fault.ShortText)
		}
	}
}
