package plan

import "slices"

// departments gives who leads or assists in a problem, or in one of its
// measures, in any of its states.
func departments(states ...Problem) []Ref {
	var out []Ref
	add := func(d Duty) {
		for _, r := range append([]Ref{d.Lead}, d.Assist...) {
			if r.ID != "" && !slices.Contains(out, r) {
				out = append(out, r)
			}
		}
	}
	for _, p := range states {
		add(p.Duty)
		for _, m := range p.Measures {
			add(m.Duty)
		}
	}
	return out
}

// Narrow says which changes somebody wants to see; empty fields mean all.
type Narrow struct {
	Field string // code of a field
	Dept  string // department
}

// Of keeps the changes, and in them the fields, that are asked for. The plan's
// title is no department's.
func (n Narrow) Of(list []Change) []Change {
	var out []Change
	for _, c := range list {
		if n.Dept != "" && !slices.ContainsFunc(c.Departments, func(r Ref) bool { return r.ID == n.Dept }) {
			continue
		}
		if n.Field != "" {
			c.Fields = slices.DeleteFunc(slices.Clone(c.Fields), func(f FieldChange) bool { return f.Field != n.Field })
			if len(c.Fields) == 0 {
				continue
			}
		}
		out = append(out, c)
	}
	return out
}

// Tally counts what changed.
type Tally struct {
	Problems int            // with a change, without the title
	Added    int            // problems
	Removed  int            // problems
	Fields   map[string]int // changes by field, in any problem or measure
}

// Total counts the changed fields.
func (t Tally) Total() int {
	n := 0
	for _, c := range t.Fields {
		n += c
	}
	return n
}

// Count counts changes.
func Count(list []Change) Tally {
	t := Tally{Fields: map[string]int{}}
	for _, c := range list {
		switch {
		case c.ID == "":
		case c.Kind == Added:
			t.Problems, t.Added = t.Problems+1, t.Added+1
		case c.Kind == Removed:
			t.Problems, t.Removed = t.Problems+1, t.Removed+1
		default:
			t.Problems++
		}
		for _, f := range c.Fields {
			t.Fields[f.Field]++
		}
	}
	return t
}

// DiffFields lists the codes of the fields that [Diff] names, in their order.
func DiffFields() []string {
	return []string{"title", "number", "wording", "category", "cause", "goal", "criteria", "leader", "lead", "assist", "owner", "deadline",
		"due_reason", "measure", "kind", "expected", "steps", "order", "shared", "parts"}
}
