package org

// Clash gives the role among those held beside which another may not stand:
// each of the three administrators is a person of its own, who does no
// business work (domain.md §2).
func Clash(held []Role, another Role) (Role, bool) {
	for _, r := range held {
		if r != another && (r.Administrator() || another.Administrator()) {
			return r, true
		}
	}
	return "", false
}
