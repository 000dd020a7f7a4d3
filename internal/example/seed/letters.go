package seed

import (
	"bihuan/internal/action"
	"bihuan/internal/action/letters"
	"bihuan/internal/domain/letter"
	"bihuan/internal/example"
	records "bihuan/internal/store"
)

// letters takes each letter from its draft as far as it came.
func (t *tale) letters() {
	for _, l := range t.o.Progress.Letters {
		t.letter(l)
	}
}

func (t *tale) letter(l example.Letter) {
	key := t.of("letter", l.Number)
	now := func(s *action.Step) (letter.Letter, error) { return records.Letters.Get(s.Tx, t.book.ids[key]) }
	t.add(l.On, morning, l.By, key, func(s *action.Step) (action.Command, error) {
		c := &letters.Draft{InspectionID: t.inspectionID(), Kind: l.Kind, Department: t.id("department", l.Department),
			Content: letters.Content{Title: l.Title, Addressee: l.Addressee, Basis: l.Basis, Demand: l.Demand, Due: l.Due}}
		var err error
		c.Problems, err = t.problems(s, l.Problems)
		return c, err
	})
	t.add(l.On, late, l.By, "", func(s *action.Step) (action.Command, error) {
		x, err := now(s)
		return &letters.Propose{ID: x.ID, Version: x.Version}, err
	})
	t.add(l.On, noon, l.ApprovedBy, "", func(s *action.Step) (action.Command, error) {
		x, err := now(s)
		return &letters.Decide{ID: x.ID, Version: x.Version, Agree: true}, err
	})
	t.add(l.On, early, l.By, "", func(s *action.Step) (action.Command, error) {
		x, err := now(s)
		return &letters.Issue{ID: x.ID, Version: x.Version, Typed: l.Number, On: l.On, Freeze: t.seal}, err
	})
	if l.ReceivedBy == "" {
		return
	}
	t.add(l.ReceivedOn, later, l.ReceivedBy, "", func(s *action.Step) (action.Command, error) {
		x, err := now(s)
		return &letters.Receive{ID: x.ID, Version: x.Version}, err
	})
	if l.RepliedOn != "" {
		t.add(l.RepliedOn, later, l.ReceivedBy, "", func(s *action.Step) (action.Command, error) {
			x, err := now(s)
			return &letters.Reply{ID: x.ID, Version: x.Version, Text: l.Reply}, err
		})
	}
	if l.SettledOn != "" {
		t.add(l.SettledOn, evening, l.By, "", func(s *action.Step) (action.Command, error) {
			x, err := now(s)
			return &letters.Settle{ID: x.ID, Version: x.Version, Accept: true, Outcome: l.Outcome}, err
		})
	}
}
