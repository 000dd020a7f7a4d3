// Package warning holds who is to be warned of what: the steps of the ladder
// before a deadline, and what waits too long. A warning is worked out from the
// records and is no record itself, so it ends with its reason.
package warning

import (
	"fmt"

	"bihuan/internal/domain/workday"
)

// Kind is what a warning is about.
type Kind string

// The kinds. Problems and measures follow the ladder of the round; the others
// are there as far as the round's rules name them.
const (
	Problem   Kind = "problem"       // a problem's deadline
	Measure   Kind = "measure"       // a measure's deadline
	Claim     Kind = "claim"         // issued tasks that a department has not claimed
	Signoff   Kind = "signoff"       // a step of a sign-off that waits
	Extension Kind = "extension"     // a request for an extension that waits
	Comment   Kind = "comment-round" // a comment round that runs out
	Immediate Kind = "immediate"     // an immediate matter to be answered
	Letter    Kind = "letter"        // a letter to be answered
	Meeting   Kind = "meeting"       // a meeting to which one is invited
	Resolved  Kind = "resolution"    // a resolution to be carried out
	Publish   Kind = "publish"       // circular and public version of the accepted report
	Review    Kind = "review"        // a regulation to be looked at again
	Opinion   Kind = "opinion"       // an opinion about the public version to be answered
)

// Kinds lists the kinds in the order of the lists.
func Kinds() []Kind { return append([]Kind{Problem, Measure}, Optional()...) }

// Optional lists the kinds that a round may leave out.
func Optional() []Kind {
	return []Kind{Claim, Signoff, Extension, Comment, Immediate, Letter, Meeting, Resolved, Review, Publish, Opinion}
}

// Warning is one thing of which somebody is warned today.
type Warning struct {
	Kind     Kind
	RecordID string
	Step     int // index into the ladder; 0 near its end, 1 past it for what has no ladder
	Due      workday.Date
	Colour   workday.Colour
}

// Mark tells this warning from the next one about the same thing: a later step
// or a moved deadline is to be read anew.
func (w Warning) Mark() string { return fmt.Sprintf("%s:%s:%d:%s", w.Kind, w.RecordID, w.Step, w.Due) }
