package seed

import (
	"bihuan/internal/action"
	"bihuan/internal/action/party"
	domain "bihuan/internal/domain/party"
	"bihuan/internal/domain/workday"
	"bihuan/internal/example"
	records "bihuan/internal/store"
)

// talks records what one leader talked on one day in one go, where the topic
// was the same.
func (t *tale) talks() {
	type together struct {
		day          workday.Date
		from, topics string
	}
	with := map[together][]string{}
	var order []together
	for _, talk := range t.o.Party.Talks {
		k := together{talk.On, talk.From, talk.Topics}
		if len(with[k]) == 0 {
			order = append(order, k)
		}
		with[k] = append(with[k], talk.To)
	}
	for _, k := range order {
		t.add(k.day, evening, t.clerk(), "", func(*action.Step) (action.Command, error) {
			return &party.RecordTalks{InspectionID: t.inspectionID(), HeldOn: k.day, FromID: t.person(k.from),
				With: t.book.list("person", with[k]), Topics: k.topics}, nil
		})
		for _, to := range with[k] {
			t.confirmed(k.day, k.from, to)
		}
	}
}

// confirmed lets both sides of a talk confirm its record the next day, as far
// as they have an account.
func (t *tale) confirmed(day workday.Date, from, to string) {
	for _, by := range []string{from, to} {
		if len(t.book.people[by].grants) == 0 {
			continue
		}
		t.add(day.AddDays(1), evening, by, "", func(s *action.Step) (action.Command, error) {
			k, err := records.Talks.One(s.Tx, "WHERE inspection_id = ? AND held_on = ? AND from_id = ? AND to_id = ?",
				t.inspectionID(), day, t.person(from), t.person(to))
			return &party.ConfirmTalk{ID: k.ID, Version: k.Version}, err
		})
	}
}

// linked records work that rectification was combined with, when it was over.
func (t *tale) linked(l example.LinkedWork) {
	day := max(l.On, l.Until)
	t.add(day, evening, t.clerk(), "", func(s *action.Step) (action.Command, error) {
		answered, err := t.problems(s, l.Problems)
		cmd := &party.AddLinked{InspectionID: t.inspectionID(), Linked: party.Linked{Kind: domain.LinkedKind(l.Kind), Title: l.Title,
			On: l.On, Until: l.Until, Body: l.Text, Problems: answered}}
		for _, f := range l.Figures {
			cmd.Figures = append(cmd.Figures, party.LinkedFigure{Name: f.Name, Value: f.Value, Unit: f.Unit})
		}
		return cmd, err
	})
}
