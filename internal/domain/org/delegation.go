package org

import (
	"slices"
	"time"

	"bihuan/internal/domain/workday"
)

// Delegation lets a named person act in another's name for a time (代办), with
// some of his permissions. It ends by itself, and can be taken back.
type Delegation struct {
	ID          string
	OrgID       string
	FromAccount string
	FromName    string
	ToAccount   string
	ToName      string
	Permissions []Permission
	Reason      string
	From        workday.Date
	Until       workday.Date // last day
	At          time.Time
	RevokedAt   time.Time // zero while it was not taken back
	Version     int
}

// On reports whether the delegation holds on a day.
func (d Delegation) On(day workday.Date) bool {
	return d.RevokedAt.IsZero() && within(day, d.From, d.Until)
}

// personal is what nobody does in another's name: see to accounts and rights,
// delegate further, and know what a circle of named people keeps to itself.
var personal = []Permission{OwnAccount, WarningsOwn, RobotEdit, SignIn, DelegationGive, AccountEdit, GrantEdit, OrgEdit, BackupMake, CalendarEdit, SeeAudit, SeeAccounts,
	TalkRead, TalkConfirm, LifeRead, LifeRecord, OpinionGive, OpinionDrop, SelfRead, SelfWrite, SelfReview}

// seeing is what goes along with every delegation: who acts must see on what.
var seeing = []Permission{SeeInspection, SeeDetail, SeeParty, SeeTalks, SeePapers, LetterSee, SeePeople, SeeRound, Download, Export,
	RegisterSee, HandOverSee, SheetSee, PublicationSee, OpinionSee}

// Delegable lists what an actor may let another do in his name: what some role
// of his may do at all, except what is personal and what only shows.
func Delegable(a Actor) []Permission {
	var out []Permission
	for _, p := range Permissions() {
		if slices.Contains(personal, p) || slices.Contains(seeing, p) {
			continue
		}
		if slices.ContainsFunc(a.Grants, func(g Grant) bool { return len(Relations(p, g.Role)) > 0 }) {
			out = append(out, p)
		}
	}
	return out
}

// For is the deputy acting in the principal's name: with the principal's
// grants as far as the delegation goes, under both names. What either of them
// did counts as his own work.
func (d Delegation) For(deputy, principal Actor) Actor {
	a := deputy
	a.PersonID, a.OrgID = principal.PersonID, principal.OrgID
	a.Name = deputy.Name + "代" + principal.Name
	a.Beside = Identity{AccountID: principal.AccountID, PersonID: deputy.PersonID, Name: principal.Name,
		Departments: deputy.Departments(RoleDeptHead, RoleOfficer)}
	a.Grants = nil
	for _, g := range principal.Grants {
		if !g.Role.Administrator() {
			g.Only = slices.Concat(d.Permissions, seeing)
			a.Grants = append(a.Grants, g)
		}
	}
	return a
}

// OnPaper is the signer of a paper whose signature a clerk enters: with the
// signer's own grants, under both names.
func OnPaper(signer, clerk Actor, on workday.Date) Actor {
	a := signer
	a.Name = signer.Name + "（" + on.Chinese() + "书面签署，" + clerk.Name + "代录）"
	a.Beside = Identity{AccountID: clerk.AccountID, PersonID: clerk.PersonID, Name: clerk.Name,
		Departments: clerk.Departments(RoleDeptHead, RoleOfficer)}
	a.Paper = true
	return a
}

// Decides reports whether an earlier decision was the actor's own, or that of
// the one in whose name he decides. Who only enters what another signed on
// paper does not decide.
func (a Actor) Decides(accountID, personID string) bool {
	if a.Paper {
		return accountID == a.AccountID || personID != "" && personID == a.PersonID
	}
	return a.Is(accountID) || a.IsPerson(personID)
}
