package paper

// Papers of some kinds tell of records of their own beside the facts of the
// inspection: a meeting, a letter, the plan, a round. Their words are written
// for the type of those records, which the prose carries as its subject.

// about makes a word of papers whose subject is a T.
func about[T any](tell func(*prose, T)) func(*prose) {
	return func(p *prose) { tell(p, subject[T](p)) }
}

// asked makes a condition of papers whose subject is a T.
func asked[T any](holds func(T) bool) func(*prose) bool {
	return func(p *prose) bool { return holds(subject[T](p)) }
}

// subject is what the paper is about. The table of kinds gives each kind of
// paper only words for its own subject.
func subject[T any](p *prose) T { return p.subject.(T) }

// each goes through things that the prose holds one by one.
func each[T any](of func(*prose) []T, items map[string]func(*prose, T)) listing {
	l := listing{count: func(p *prose) int { return len(of(p)) }, facts: map[string]func(*prose, int){}}
	for name, tell := range items {
		l.facts[name] = func(p *prose, n int) { tell(p, of(p)[n]) }
	}
	return l
}

// inside is a list of which each item of another one has its own.
func (l listing) inside(list string) listing {
	l.within = list
	return l
}
