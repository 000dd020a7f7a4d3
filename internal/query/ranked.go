package query

import (
	"cmp"
	"slices"

	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/store"
)

// Ranked is a person with the post that he holds on a day.
type Ranked struct {
	ID   string
	Name string
	Post string // title; empty for who holds none any more
	Rank org.Rank
}

// ranked gives everybody who holds a post on the day, and those of the kept
// ones who do not any more, in the order in which papers list people.
func (v *View) ranked(orgID string, day workday.Date, kept []string) ([]Ranked, error) {
	held, err := v.heldPosts(orgID, day)
	if err != nil {
		return nil, err
	}
	people, err := store.People.List(v.Tx, "WHERE org_id = ? ORDER BY pinyin, name, id", orgID)
	if err != nil {
		return nil, err
	}
	var out []Ranked
	for _, p := range people {
		post, ok := held[p.ID]
		if ok || slices.Contains(kept, p.ID) {
			out = append(out, Ranked{ID: p.ID, Name: p.Name, Post: post.Title, Rank: post.Rank})
		}
	}
	slices.SortStableFunc(out, func(a, b Ranked) int { return cmp.Compare(a.Rank.Order(), b.Rank.Order()) })
	return out, nil
}

// Label is the person as choices name him.
func (r Ranked) Label() string {
	if r.Post == "" {
		return r.Name
	}
	return r.Name + "（" + r.Post + "）"
}

// choicesFrom turns people into the choices of a form.
func choicesFrom(people []Ranked) []Option {
	out := make([]Option, len(people))
	for i, p := range people {
		out[i] = Option{Value: p.ID, Label: p.Label()}
	}
	return out
}
