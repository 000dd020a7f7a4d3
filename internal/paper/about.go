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

// loop is a list that is being gone through.
type loop struct {
	n    int
	item func(n int) any
	tell func(p *prose, name string, n int)
	at   int // the present item
}

// each goes through things one by one; they are gathered when it begins.
func each[T any](of func(*prose) []T, items map[string]func(*prose, T)) listing {
	return listing{items: namesIn(items), begin: func(p *prose) *loop {
		list := of(p)
		return &loop{n: len(list), item: func(n int) any { return list[n] }, tell: func(p *prose, name string, n int) { items[name](p, list[n]) }}
	}}
}

// within goes through what each item of another list has of its own.
func within[U, T any](list string, of func(U) []T, items map[string]func(*prose, T)) listing {
	l := each(func(p *prose) []T { return of(present[U](p, list)) }, items)
	l.within = list
	return l
}

// present is the item of a list at which an outline is.
func present[T any](p *prose, list string) T {
	l := p.loops[list]
	return l.item(l.at).(T)
}
