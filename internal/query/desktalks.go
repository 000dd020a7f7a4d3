package query

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/store"
)

// talks: records of talks that the caller held and has not confirmed.
func (b *deskBuilder) talks(i inspection.Inspection, t org.Target) error {
	me := b.Actor.PersonID
	if me == "" || b.Actor.Beside.AccountID != "" || !b.Inside(t) {
		return nil
	}
	list, err := store.Talks.List(b.Tx, `WHERE inspection_id = ? AND (from_id = ? AND from_confirmed_on = '' OR to_id = ? AND to_confirmed_on = '')
		ORDER BY held_on, id`, i.ID, me, me)
	if err != nil || len(list) == 0 {
		return err
	}
	names, err := b.NamesOf(i.OrgID)
	for _, k := range list {
		b.add(DeskTalk, DeskItem{Title: names.Person(k.FromID) + " — " + names.Person(k.ToID), Note: string(k.HeldOn), Href: "/talks/" + k.ID})
	}
	return err
}
