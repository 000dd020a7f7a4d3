package blob

import "sync"

// locks lets one at a time work on each file in parts.
type locks struct {
	mu   sync.Mutex
	held map[string]*lock
}

type lock struct {
	sync.Mutex
	users int
}

// Lock waits for the name.
func (l *locks) Lock(name string) {
	l.mu.Lock()
	if l.held == nil {
		l.held = map[string]*lock{}
	}
	k := l.held[name]
	if k == nil {
		k = &lock{}
		l.held[name] = k
	}
	k.users++
	l.mu.Unlock()
	k.Mutex.Lock()
}

// Unlock gives the name back.
func (l *locks) Unlock(name string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	k := l.held[name]
	k.Mutex.Unlock()
	if k.users--; k.users == 0 {
		delete(l.held, name)
	}
}
