package query

import (
	"bihuan/internal/domain/letter"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/outline"
	"bihuan/internal/store"
)

// LetterFacts is what the paper of a letter rests on.
type LetterFacts struct {
	Letter letter.Letter
	Items  []letter.Item
	Issuer org.Organisation
	// Outlines are those that the inspection office of its round keeps; see Facts.
	Outlines map[string]outline.Version
}

// LetterFactsOf gathers what the paper of a letter rests on. The caller has
// asked for the permission.
func LetterFactsOf(tx *store.Tx, l letter.Letter, items []letter.Item) (LetterFacts, error) {
	out := LetterFacts{Letter: l, Items: items}
	var err error
	if out.Issuer, err = store.Organisations.Get(tx, l.IssuerID); err != nil {
		return out, err
	}
	round, err := store.Rounds.Get(tx, l.RoundID)
	if err != nil {
		return out, err
	}
	out.Outlines, err = store.LatestOutlines(tx, round.OfficeID)
	return out, err
}

// LetterFactsFor gathers what the paper of a letter rests on, for those who may
// know of it.
func LetterFactsFor(v *View, id string) (LetterFacts, error) {
	l, items, _, err := v.letter(id)
	if err != nil {
		return LetterFacts{}, err
	}
	return LetterFactsOf(v.Tx, l, items)
}
