package org

// Role is what somebody is to the product (domain.md §2).
type Role string

// The roles.
const (
	RoleOffice   Role = "office"               // 巡察办
	RoleTeam     Role = "team"                 // 巡察组
	RoleReviewer Role = "reviewer"             // 会审单位
	RoleHead     Role = "head"                 // 主要负责人
	RoleLeader   Role = "leader"               // 责任领导
	RoleClerk    Role = "rectification-office" // 整改办
	RoleDeptHead Role = "department-head"      // 科室负责人
	RoleOfficer  Role = "officer"              // 经办人
	RoleResident Role = "resident"             // 派驻纪检监察组
	RoleSysAdmin Role = "system-administrator"
	RoleSecAdmin Role = "security-administrator"
	RoleSecAudit Role = "security-auditor"
)

// Roles lists all roles in the order of the handbook.
func Roles() []Role {
	return []Role{RoleOffice, RoleTeam, RoleReviewer, RoleHead, RoleLeader, RoleClerk,
		RoleDeptHead, RoleOfficer, RoleResident, RoleSysAdmin, RoleSecAdmin, RoleSecAudit}
}

// Administrator reports whether the role is one of the three administrators,
// who see no business data and of whom no two may be one person.
func (r Role) Administrator() bool {
	return r == RoleSysAdmin || r == RoleSecAdmin || r == RoleSecAudit
}

// Inside reports whether the role lives in an inspected organisation.
func (r Role) Inside() bool {
	switch r {
	case RoleHead, RoleLeader, RoleClerk, RoleDeptHead, RoleOfficer, RoleResident:
		return true
	}
	return false
}

// Fits reports whether the role has its place in an organisation of the kind:
// the office and the teams in an inspection office, reviewers in a reviewing
// body, the six inner roles in an inspected organisation. Administrators have
// theirs anywhere.
func (r Role) Fits(k Kind) bool {
	switch {
	case r == RoleOffice || r == RoleTeam:
		return k == Office
	case r == RoleReviewer:
		return k == Reviewer
	case r.Inside():
		return k.Inspected()
	}
	return true
}
