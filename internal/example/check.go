package example

import (
	"errors"
	"fmt"
	"io/fs"

	"bihuan/internal/domain/workday"
)

// faults collects what is wrong, so that one run shows everything.
type faults struct {
	where string
	list  []error
}

func (f *faults) add(format string, args ...any) {
	f.list = append(f.list, fmt.Errorf("%s: %s", f.where, fmt.Sprintf(format, args...)))
}

// known complains when key is not empty and not in the set.
func (f *faults) known(set map[string]bool, what, key, at string) {
	if key != "" && !set[key] {
		f.add("%s: no %s %q", at, what, key)
	}
}

// oneOf complains when the value is not among those allowed.
func (f *faults) oneOf(at, value string, allowed ...string) {
	for _, a := range allowed {
		if value == a {
			return
		}
	}
	f.add("%s: %q is none of %q", at, value, allowed)
}

// day complains when the date is missing, no day, or outside the span.
func (f *faults) day(at string, d, from, until workday.Date) {
	switch {
	case !d.Valid():
		f.add("%s: %q is not a day", at, d)
	case d < from || d > until:
		f.add("%s: %s is not between %s and %s", at, d, from, until)
	}
}

func check(fsys fs.FS, c *City) error {
	var all []error
	all = append(all, checkCity(c)...)
	for _, o := range c.Organisations {
		f := &faults{where: o.Key}
		x := newIndex(c, o)
		checkOrganisation(f, x, o)
		checkFeedback(f, x, c, o)
		checkPlan(f, x, c, o)
		checkParty(f, x, c, o)
		checkLongTerm(f, x, c, o)
		checkProgress(f, x, c, o)
		checkLetters(f, x, c, o)
		checkReports(f, x, c, o)
		checkClosing(f, x, c, o)
		checkEvidence(f, x, fsys, c, o)
		checkFigures(f, c, o)
		all = append(all, f.list...)
	}
	return errors.Join(all...)
}

// checkFigures compares what the records add up to with what is stated.
func checkFigures(f *faults, c *City, o *Organisation) {
	if len(o.Plan.Problems) == 0 || len(o.Progress.Entries) == 0 {
		return
	}
	if got := o.Figures(c.Today); got != o.Progress.Expected {
		f.add("verdicts on %s are %+v, stated are %+v", c.Today, got, o.Progress.Expected)
	}
}
