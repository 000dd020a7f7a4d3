package org

// Identity is a second person beside an actor: the one for whom he acts (代办),
// or the clerk who enters what the actor signed on paper.
type Identity struct {
	AccountID string
	PersonID  string
	Name      string
	// Departments are those in which the second person does his daily work.
	Departments []string `json:",omitempty"`
}

// Is reports whether the account is one of those that take part in what the
// actor does: his own, or that of the one for or through whom he acts. Who
// must not judge his own work asks it of whoever did the work.
func (a Actor) Is(accountID string) bool {
	return accountID != "" && (accountID == a.AccountID || accountID == a.Beside.AccountID)
}

// IsPerson is Is for a person.
func (a Actor) IsPerson(personID string) bool {
	return personID != "" && (personID == a.PersonID || personID == a.Beside.PersonID)
}

// DailyDepartments are those in which the actor, or the one beside him, does
// his daily work: as their head or as an officer.
func (a Actor) DailyDepartments() []string {
	return append(a.Departments(RoleDeptHead, RoleOfficer), a.Beside.Departments...)
}
