package incoming

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
)

// Comparison is how a cell, or a row, stands to the records.
type Comparison string

// The comparisons. Closed, Unmatched, Declined and Fixed concern whole rows.
const (
	Untouched Comparison = "untouched" // the same, or only the records went on
	New       Comparison = "new"       // fills what is empty
	Changed   Comparison = "changed"   // the file went on, the records are as the last import left them
	Gone      Comparison = "gone"      // an earlier import brought it, the file has it no more
	Conflict  Comparison = "conflict"  // something else was entered in the product
	Closed    Comparison = "closed"    // the problem is signed off
	Unmatched Comparison = "unmatched" // no problem of the inspection is meant
	Declined  Comparison = "declined"  // a person refused it before
	Fixed     Comparison = "fixed"     // gone from the file, but the issued plan has it
)

// Comparisons lists them in the order of the filters.
func Comparisons() []Comparison {
	return []Comparison{New, Changed, Conflict, Gone, Untouched, Unmatched, Closed, Declined, Fixed}
}

var rank = map[Comparison]int{Untouched: 0, New: 1, Gone: 2, Changed: 3, Conflict: 4}

// Compare tells how a value of the file stands to the one in the records, seen
// from what the last import brought (nil for no import before). An empty value
// says nothing, except of a text that an import brought before. What a person
// entered in the product is never simply changed: it is a conflict.
func Compare(f Field, base *string, current, incoming string) Comparison {
	switch {
	case incoming == "":
		if f.Sort() == SortText && base != nil && *base != "" && same(f, current, *base) {
			return Gone
		}
		return Untouched
	case same(f, current, incoming):
		return Untouched
	case current == "" && (base == nil || *base == ""):
		return New
	case base != nil && same(f, *base, incoming):
		return Untouched
	case base != nil && same(f, *base, current):
		return Changed
	}
	return Conflict
}

// same tells whether two values of a field mean the same.
func same(f Field, a, b string) bool {
	switch f.Sort() {
	case SortDue:
		return dueKey(a) == dueKey(b)
	case SortDepartment:
		return ids(a) == ids(b)
	case SortText:
		return Squeezed(a) == Squeezed(b)
	case SortVerdict: // what nobody has reported on is not started
		return cmp.Or(a, string(work.NotStarted)) == cmp.Or(b, string(work.NotStarted))
	}
	return a == b
}

// ids brings a list of ids into one order.
func ids(list string) string {
	all := strings.Split(list, ",")
	slices.Sort(all)
	return strings.Join(all, ",")
}

// dueKey is what counts of a deadline: its day and whether it is kept up, or
// its words where it names no day.
func dueKey(text string) string {
	d, err := workday.ParseDeadline(text)
	if err != nil || d.Date == "" && !d.LongTerm {
		return Squeezed(text)
	}
	key := string(d.Date)
	if d.LongTerm {
		key += "+"
	}
	return key
}

// Squeezed is a text without white space, for comparing.
func Squeezed(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}
