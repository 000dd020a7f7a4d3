package store

import "bihuan/internal/domain/org"

// Accounts keeps org.Account.
var Accounts = newTable("account",
	"id org_id person_id login name password must_change disabled failures locked_until lang created_at version",
	func(a *org.Account) []any {
		return []any{&a.ID, &a.OrgID, &a.PersonID, &a.Login, &a.Name, &a.Password, &a.MustChange,
			&a.Disabled, &a.Failures, ms(&a.LockedUntil), &a.Lang, ms(&a.CreatedAt), &a.Version}
	})

// Grants keeps org.Grant.
var Grants = newTable("role_grant", "id account_id org_id role department_id team_id from_on until_on",
	func(g *org.Grant) []any {
		return []any{&g.ID, &g.AccountID, &g.OrgID, &g.Role, &g.DepartmentID, &g.TeamID, &g.From, &g.Until}
	})

// Sessions keeps org.Session.
var Sessions = newTable("session", "id account_id created_at seen_at remote agent",
	func(s *org.Session) []any {
		return []any{&s.ID, &s.AccountID, ms(&s.CreatedAt), ms(&s.SeenAt), &s.Remote, &s.Agent}
	})
