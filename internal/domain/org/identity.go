package org

// Identity is a second person beside an actor: the one for whom he acts (代办),
// or the clerk who enters what the actor signed on paper.
type Identity struct {
	AccountID string
	PersonID  string
	Name      string
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
