package child

import "strings"

// lastWords keeps the beginning of what a child says on standard error.
type lastWords struct{ said []byte }

// Write implements io.Writer and never fails.
func (l *lastWords) Write(p []byte) (int, error) {
	l.said = append(l.said, p[:min(len(p), mostSaid-len(l.said))]...)
	return len(p), nil
}

func (l *lastWords) String() string { return strings.TrimSpace(string(l.said)) }

// tellOfMemory tells whether the Go runtime says that it got no more memory.
func (l *lastWords) tellOfMemory() bool {
	s := string(l.said)
	return strings.Contains(s, "out of memory") || strings.Contains(s, "cannot allocate memory") || strings.Contains(s, "failed to allocate")
}

// outOfTime is what a child says that has used its time on the processors.
const outOfTime = "out of processor time"

// tellOfTime tells whether the child has used its time on the processors.
func (l *lastWords) tellOfTime() bool { return strings.Contains(l.String(), outOfTime) }
