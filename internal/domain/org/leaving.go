package org

import "bihuan/internal/domain/workday"

// Leaving is why somebody cannot go on answering for his work.
type Leaving string

// The reasons.
const (
	PostEnded Leaving = "post-ended" // all posts have ended
	NoAccount Leaving = "no-account" // every account is disabled
	Closed    Leaving = "closed"     // a department that is no more
)

// Gone tells of the people who hold no post on a day, or whose accounts are all
// disabled, why they have to hand over. Who never had an account is reached
// otherwise and stays.
func Gone(people []Person, posts []Post, accounts []Account, day workday.Date) map[string]Leaving {
	held := Held(posts, day)
	used, disabled := map[string]bool{}, map[string]bool{}
	for _, a := range accounts {
		used[a.PersonID] = used[a.PersonID] || !a.Disabled
		disabled[a.PersonID] = disabled[a.PersonID] || a.Disabled
	}
	out := map[string]Leaving{}
	for _, p := range people {
		switch _, ok := held[p.ID]; {
		case !ok:
			out[p.ID] = PostEnded
		case disabled[p.ID] && !used[p.ID]:
			out[p.ID] = NoAccount
		}
	}
	return out
}
