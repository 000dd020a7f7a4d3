package read

import "strings"

// growing adds to a text again and again without copying it each time, however
// many paragraphs come.
type growing struct{ b *strings.Builder }

// add puts more behind the text at to.
func (g *growing) add(to *string, more string) {
	if g.b == nil || g.b.String() != *to {
		g.b = &strings.Builder{}
		g.b.WriteString(*to)
	}
	g.b.WriteString(more)
	*to = g.b.String()
}
