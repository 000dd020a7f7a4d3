package ui

import (
	"slices"
)

// FilterProps is the bar above a list. What is chosen is read from At's query, so a page passes its
// request's path and query and the choices, nothing else.
type FilterProps struct {
	At      Address
	Search  string // placeholder of the search box (parameter "q"); empty for none
	Selects []FilterSelect
	Dates   []FilterDate
}

// FilterDate is a day of the bar: from which, until which.
type FilterDate struct {
	Name  string // parameter in the query
	Label string
}

// FilterSelect is one choice of the bar; its Options need no Selected and no empty first entry.
type FilterSelect struct {
	Name    string // parameter in the query
	Label   string
	Options []Option
}

// chip is a filter in force, with the address of the list without it.
type chip struct{ label, word, without string }

func (p FilterProps) chips(searchLabel string) []chip {
	var out []chip
	if q := p.At.Query.Get("q"); p.Search != "" && q != "" {
		out = append(out, chip{searchLabel, q, p.At.Without("q", q)})
	}
	for _, s := range p.Selects {
		for _, value := range p.At.Query[s.Name] {
			if value != "" {
				out = append(out, chip{s.Label, s.word(value), p.At.Without(s.Name, value)})
			}
		}
	}
	for _, d := range p.Dates {
		if value := p.At.Query.Get(d.Name); value != "" {
			out = append(out, chip{d.Label, value, p.At.Without(d.Name, value)})
		}
	}
	return out
}

// word is the label of a value; a value that is not among the options shows as it is.
func (s FilterSelect) word(value string) string {
	if i := slices.IndexFunc(s.Options, func(o Option) bool { return o.Value == value }); i >= 0 {
		return s.Options[i].Label
	}
	return value
}

// asked lists the parameters that the form itself sends.
func (p FilterProps) asked() []string {
	names := []string{"q"}
	for _, s := range p.Selects {
		names = append(names, s.Name)
	}
	for _, d := range p.Dates {
		names = append(names, d.Name)
	}
	return names
}

// bare is the list without any filter of this bar.
func (p FilterProps) bare() string { return p.At.join(p.At.copied(p.asked()...)) }
