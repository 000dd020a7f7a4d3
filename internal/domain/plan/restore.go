package plan

import (
	"slices"

	"bihuan/internal/fault"
)

// Ground is what stands in the way of putting an earlier version back into the
// records.
type Ground struct {
	Issued   bool            // the plan is issued: only a change request alters it
	Closed   map[string]bool // problems that are signed off
	Extended map[string]bool // problems and measures whose deadline an extension moved
	Used     map[string]bool // measures that are claimed, reported on or proved
	Begun    map[string]bool // parts of assisting departments that are reported on, by [PartKey]
	Known    map[string]bool // people and departments that are still there
}

// Obstacles lists why the records cannot be made to say what a version says;
// none means that they can. Problems that the version does not know stay as
// they are.
func Obstacles(now, then Content, g Ground) []error {
	if g.Issued {
		return []error{fault.New(fault.Conflict, "plan.restore.issued")}
	}
	var out []error
	records := map[string]Problem{}
	for _, p := range now.Problems {
		records[p.ID] = p
	}
	for _, p := range then.Problems {
		was, there := records[p.ID]
		switch {
		case !there:
			out = append(out, fault.New(fault.Conflict, "plan.restore.no-problem", p.Number))
		case len(problemFields(was, p)) == 0:
		case g.Closed[p.ID]:
			out = append(out, fault.New(fault.Conflict, "plan.restore.closed", p.Number))
		default:
			out = append(out, g.obstacles(was, p)...)
		}
	}
	return out
}

func (g Ground) obstacles(was, p Problem) []error {
	var out []error
	if g.Extended[p.ID] && !p.Duty.SameDue(was.Duty) {
		out = append(out, fault.New(fault.Conflict, "plan.restore.extended", p.Number))
	}
	for _, m := range was.Measures {
		i := slices.IndexFunc(p.Measures, func(o Measure) bool { return o.ID == m.ID })
		switch {
		case i < 0 && g.Used[m.ID]:
			out = append(out, fault.New(fault.Conflict, "plan.restore.used", p.Number, m.Text))
		case i >= 0 && g.Extended[m.ID] && !m.Duty.SameDue(p.Measures[i].Duty):
			out = append(out, fault.New(fault.Conflict, "plan.restore.extended", p.Number))
		}
	}
	for _, a := range was.Parts {
		gone := !slices.ContainsFunc(p.Parts, func(o Part) bool { return o.Department.ID == a.Department.ID })
		if gone && g.Begun[PartKey(p.ID, a.Department.ID)] {
			out = append(out, fault.New(fault.Conflict, "plan.restore.part", p.Number, a.Department.Name))
		}
	}
	for _, r := range refsOf(p) {
		if r.ID != "" && !g.Known[r.ID] {
			out = append(out, fault.New(fault.Conflict, "plan.restore.unknown", p.Number, r.Name))
		}
	}
	return out
}

// PartKey names the part of one assisting department in a problem.
func PartKey(problemID, departmentID string) string { return problemID + "/" + departmentID }

// SameDue reports whether both duties have the same planned deadline.
func (d Duty) SameDue(o Duty) bool {
	return d.Deadline == o.Deadline && d.Term == o.Term && d.LongTerm == o.LongTerm
}

// refsOf lists everybody that a problem names, each once.
func refsOf(p Problem) []Ref {
	out := departments(p)
	add := func(refs ...Ref) {
		for _, r := range refs {
			if !slices.Contains(out, r) {
				out = append(out, r)
			}
		}
	}
	add(p.Duty.Leader, p.Duty.Owner)
	for _, m := range p.Measures {
		add(m.Duty.Leader, m.Duty.Owner)
	}
	for _, a := range p.Parts {
		add(a.Department, a.Owner)
	}
	return out
}
