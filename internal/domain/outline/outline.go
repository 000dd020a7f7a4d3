// Package outline is the outline of a paper (文书模板) as an office writes it: headings,
// sentences, the facts that stand in them, and the parts that the product
// composes itself. It knows no records: who follows an outline supplies what
// its names stand for.
//
// The language is small on purpose, so that nothing in it can run on or reach
// out: a line is the title (=, once and before all else), a heading (# to ###),
// a part or a condition that stands alone ({如果 …}, {否则}, {逐项 …}, {完}), or a
// paragraph with facts between braces. A line that begins with + goes on with
// the paragraph before it. Behind its first full stop a heading goes on as text
// in the same paragraph.
package outline

import "time"

// Limits of an outline.
const (
	MostBytes  = 64 << 10
	MostLines  = 500
	MostDepth  = 4
	MostLevels = 3      // of headings
	MostPieces = 60_000 // that following one may write
)

// Version is one version of the outline of a kind of paper that an inspection
// office keeps. Versions are never changed.
type Version struct {
	ID     string
	OrgID  string // of the office
	Kind   string // of the paper
	Number int
	Text   string
	Note   string // what was changed, and why
	By     string
	Name   string
	At     time.Time
}

// Outline is a text that was read.
type Outline struct {
	title *node
	nodes []node
}

// node is a line, or a condition or loop with the lines in it.
type node struct {
	line    int
	level   int     // of a heading; 0 for none
	more    bool    // goes on with the line before
	pieces  []piece // of a heading or a paragraph
	part    string  // a part on a line of its own
	when    string  // the condition
	each    string  // the list
	within  []node  // while it holds, or for each item
	without []node  // while it does not
}

// piece is words, or the name of a fact, or the place where the text of a
// heading begins.
type piece struct {
	words, fact string
	body        bool
}

// Names are what an outline may speak of.
type Names struct {
	Facts, Parts, Conditions map[string]bool            // a condition list.name asks of the list's present item
	Lists                    map[string]map[string]bool // the facts of one item, by list
	Within                   map[string]string          // the list whose item holds this one; none for a list of its own
}

// Fault is what is wrong with a text, at a place.
type Fault struct {
	Line, Column int // both from 1, the column in characters
	Key          string
	Args         []any
}

// Writer is what an outline is written to.
type Writer interface {
	Title()                 // begins the title
	Heading(level int)      // begins a heading
	Body()                  // ends the words of a heading; what comes follows it as text
	Paragraph(more bool)    // begins a paragraph, or goes on with what is open
	Words(text string)      // of the outline itself
	Fact(name string)       // writes what the records say
	Item(list, name string) // writes a fact of the list's present item
	Part(name string)       // writes a part of its own
	End()                   // ends the line
	Holds(condition string) bool
	Count(list string) int
	Enter(list string, n int) // makes the nth item the present one
	Stopped()                 // says that the outline wrote too much
}
