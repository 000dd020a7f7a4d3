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

// opinions: life meetings before which everybody is asked for his opinion, as
// long as he has not given one under his name.
func (b *deskBuilder) opinions(i inspection.Inspection, t org.Target) error {
	if !b.Can(org.OpinionGive, t) || b.Actor.PersonID == "" {
		return nil
	}
	list, err := store.LifeMeetings.List(b.Tx, `WHERE inspection_id = ? AND box_code <> '' AND box_until >= ?
		AND NOT EXISTS (SELECT 1 FROM solicited_opinion o WHERE o.life_meeting_id = life_meeting.id AND o.person_id = ?) ORDER BY id`,
		i.ID, string(b.Today), b.Actor.PersonID)
	for _, m := range list {
		if m.TakesOpinions(b.Today) {
			b.add(DeskOpinion, DeskItem{Title: m.Branch + m.Theme, Note: string(m.BoxUntil), Href: "/life-meetings/" + m.ID + "/opinion"})
		}
	}
	return err
}
