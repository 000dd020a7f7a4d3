package ui

import (
	"maps"
	"net/url"
	"slices"
)

// Address is where the reader is: the path of a list and its query. Filters, sorting and pages are
// links to changed copies of it, so that every view of a list can be sent to a colleague.
type Address struct {
	Path  string
	Query url.Values
}

// With is the address with one parameter set, back on the first page of the list.
func (a Address) With(name, value string) string {
	q := a.copied(name)
	if value != "" {
		q.Set(name, value)
	}
	return a.join(q)
}

// Without is the address with one value of a parameter taken away, back on the first page.
func (a Address) Without(name, value string) string {
	q := a.copied()
	q[name] = slices.DeleteFunc(q[name], func(v string) bool { return v == value })
	if len(q[name]) == 0 {
		delete(q, name)
	}
	return a.join(q)
}

// page is the address of the n-th page of the list, counted from 1.
func (a Address) page(n string) string {
	q := a.copied()
	if n != "1" {
		q.Set("page", n)
	}
	return a.join(q)
}

// copied is the query without the page and the parameters named.
func (a Address) copied(without ...string) url.Values {
	q := url.Values{}
	for name, values := range a.Query {
		if name != "page" && !slices.Contains(without, name) {
			q[name] = slices.Clone(values)
		}
	}
	return q
}

func (a Address) join(q url.Values) string {
	if len(q) == 0 {
		return a.Path
	}
	return a.Path + "?" + q.Encode()
}

// pair is one hidden value of a form.
type pair struct{ name, value string }

// rest lists the parameters that a GET form has to carry along, without those it asks for itself.
func (a Address) rest(asked ...string) []pair {
	q := a.copied(asked...)
	var out []pair
	for _, name := range slices.Sorted(maps.Keys(q)) {
		for _, value := range q[name] {
			out = append(out, pair{name, value})
		}
	}
	return out
}
