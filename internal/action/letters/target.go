// Package letters is how letters of supervision come about and are answered:
// drafted by one, approved by another, issued under a number, received and
// answered by the addressee.
package letters

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/letter"
	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// onLetter is what commands on one letter have in common. A letter that the
// actor may not know of answers as absent.
type onLetter struct {
	before letter.Letter
	items  []letter.Item
}

func (o *onLetter) load(s *action.Step, id string) (t org.Target, err error) {
	o.before, o.items, t, err = store.LetterTarget(s.Tx, id)
	if err == nil && !o.before.Shown(s.Actor) {
		err = fault.New(fault.NotFound, "fault.not-found")
	}
	return t, err
}

// sender refuses somebody who does not belong to those who send the letter.
func (o *onLetter) sender(s *action.Step) error {
	if !o.before.Sends(s.Actor) {
		return fault.New(fault.Denied, "letter.not-sender")
	}
	return nil
}

// save keeps the changed letter.
func (o *onLetter) save(s *action.Step, after letter.Letter, version int) error {
	after.Version = version
	s.Return(after.ID)
	return action.Save(s, store.Letters, o.before, &after)
}
