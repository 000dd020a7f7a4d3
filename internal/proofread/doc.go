// Package proofread looks a paper over before it goes up (报送前校核): what its
// words say that no record supports, that does not fit the day, or that is not
// its own. It knows texts and a handful of facts, neither records nor pages.
// It points at places and judges nothing: a person decides.
package proofread

import "bihuan/internal/domain/workday"

// Kind is what is doubtful.
type Kind string

// The kinds.
const (
	Number       Kind = "number"       // a number in free text that no fact supports
	Sum          Kind = "sum"          // a sum that its column does not add up to
	Date         Kind = "date"         // a day that does not exist, lies ahead, or is out of order
	Title        Kind = "title"        // a title that is not in the records
	Meeting      Kind = "meeting"      // a meeting that is not in the records
	Post         Kind = "post"         // a post that the person did not hold on the day
	Name         Kind = "name"         // somebody whom the records do not know
	Organisation Kind = "organisation" // the words of another organisation
	Count        Kind = "count"        // a count that differs from an earlier paper's
	Length       Kind = "length"       // longer than it may be
	FirstPerson  Kind = "first-person" // 本人 where nobody speaks of himself
	Request      Kind = "request"      // a request in a report
)

// Kinds lists the kinds in the order in which they are shown.
func Kinds() []Kind {
	return []Kind{Number, Sum, Count, Date, Meeting, Title, Post, Name, Organisation, FirstPerson, Request, Length}
}

// Sentence is one sentence of a paper with the heading above it.
type Sentence struct {
	Section string
	Text    string
	Heading bool
	Cell    Cell // where it stands in a table
	// Free marks words that rest on no record: a person typed them into the paper.
	Free bool
}

// Paper is what is looked over.
type Paper struct {
	Sentences []Sentence
	Tables    []Table
	Day       workday.Date // that the paper bears
	CutOff    workday.Date // of its counts
	OwnWords  bool         // the head's own report: he speaks of himself
	Report    bool         // a 报告, which asks for nothing
}

// Known is what the records say.
type Known struct {
	Numbers  map[Figure]bool // figures that facts support
	Titles   map[string]bool // regulations, plans, notices and papers, without 《》
	Meetings map[workday.Date]bool
	People   []Person
	Others   []Other // other organisations
	Earlier  []Issued
	Longest  int // characters; 0 for any length
}

// Person is somebody of the organisation with the posts he held.
type Person struct {
	Name  string
	Posts []Held
}

// Held is a post with its first and last day; empty is open.
type Held struct {
	Title       string
	From, Until workday.Date
}

// Other is another organisation by the names and the field it goes by.
type Other struct {
	Names []string
	Field string // 水务 of 市水务局; empty where the name says none
}

// Issued is an earlier paper with the same cut-off.
type Issued struct {
	Title string
	Text  string
}

// Finding is one doubtful place.
type Finding struct {
	Kind    Kind
	Section string
	Cell    Cell
	Quote   string // the words
	Within  string // the sentence around them
	Args    []string
}

// Check looks a paper over; findings come kind by kind, in the order of reading.
func Check(p Paper, k Known) []Finding {
	var out []Finding
	for _, check := range []func(Paper, Known) []Finding{numbers, sums, counts, dates, order, meetings, titles, posts, names, organisations, firstPerson, requests, length} {
		out = append(out, check(p, k)...)
	}
	return out
}

// in makes a finding at a sentence.
func (s Sentence) in(kind Kind, quote string, args ...string) Finding {
	return Finding{Kind: kind, Section: s.Section, Cell: s.Cell, Quote: quote, Within: s.Text, Args: args}
}
