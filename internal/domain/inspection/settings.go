package inspection

import (
	"cmp"

	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
)

// DefaultSettings are the settings that a new round starts with; the office
// changes them for each round (domain.md §3 and §4).
func DefaultSettings() Settings {
	return Settings{Deadlines: workday.DefaultProfile(workday.City), Ladder: workday.DefaultLadder(), Chain: DefaultChain(),
		Extensions: work.DefaultExtensionRules()}
}

// claimWithin is the shipped number of working days in which issued tasks are
// claimed.
const claimWithin = 3

// ClaimDays is how many working days the departments have to claim.
func (s Settings) ClaimDays() int {
	if s.ClaimWithin > 0 {
		return s.ClaimWithin
	}
	return claimWithin
}

// How many characters a head's report may have: the shipped number, and what
// the office may choose.
const (
	reportLength  = 6000
	ShortestLimit = 500
	LongestLimit  = 50000
)

// LongestReport is how many characters a head's report may have.
func (s Settings) LongestReport() int { return cmp.Or(s.ReportLength, reportLength) }

// WarnedRoles are the roles that a warning can go to.
func WarnedRoles() []string {
	var out []string
	for _, r := range []org.Role{org.RoleOfficer, org.RoleDeptHead, org.RoleLeader, org.RoleClerk, org.RoleHead, org.RoleResident, org.RoleOffice} {
		out = append(out, string(r))
	}
	return out
}

// defaultReviewDays is how long bodies review unless the round says otherwise.
const defaultReviewDays = 10

// ReviewTime is how long the bodies have for a joint review.
func (s Settings) ReviewTime() workday.Offset {
	return workday.Offset{N: cmp.Or(s.ReviewDays, defaultReviewDays), Unit: workday.Workdays}
}
