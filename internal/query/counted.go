package query

import (
	"strings"

	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/store"
)

// Counted is the records behind one figure of a paper as they stood at its
// cut-off. A paper keeps them: they stay when the data move.
type Counted struct {
	Ref  Source
	Rows []CountedRow
}

// CountedRow is one record that was counted.
type CountedRow struct {
	Ref     Source
	Label   string
	Verdict work.Verdict `json:",omitempty"` // on the day of the cut-off
	Hash    string       `json:",omitempty"` // SHA-256 of a file
}

// CountedOf gives the records behind the lists among the refs, at the cut-off.
// Lists of talks and criticisms are not spelled out: who spoke with whom is for
// fewer people than the paper.
func (v *View) CountedOf(inspectionID string, cutOff workday.Date, refs []Source) ([]Counted, error) {
	c := &counter{View: v, inspection: inspectionID, cutOff: cutOff}
	var out []Counted
	for _, ref := range refs {
		list, selection, _ := strings.Cut(ref, ":")
		var rows []CountedRow
		var err error
		switch list {
		case ListProblems, ListProblemsOf:
			rows, err = c.problems(list, selection)
		case ListMeasures:
			rows, err = c.measures(selection)
		case ListComments:
			rows, err = c.comments()
		default:
			continue
		}
		if err != nil {
			return nil, err
		}
		out = append(out, Counted{Ref: ref, Rows: rows})
	}
	return out, nil
}

// MayOpen reports whether the caller may see records of a kind of source.
func (v *View) MayOpen(kind string, t org.Target) bool {
	return (&sourceLoader{View: v, target: t}).mayOpen(kind)
}

// counter spells out lists of one inspection.
type counter struct {
	*View
	inspection string
	cutOff     workday.Date
	loaded     bool
	list       []work.Problem
}

func (c *counter) problems(list, selection string) ([]CountedRow, error) {
	if !c.loaded {
		var err error
		if c.list, err = c.problemsOn(c.inspection, c.cutOff); err != nil {
			return nil, err
		}
		c.loaded = true
	}
	var out []CountedRow
	for _, p := range c.list {
		verdict := p.Effective(c.cutOff)
		if list == ListProblemsOf && p.LeaderID == selection || list == ListProblems && selected(p, verdict, selection) {
			out = append(out, CountedRow{Ref: refTo(store.Problems, p.ID), Label: p.Number + " " + p.Title, Verdict: verdict})
		}
	}
	return out, nil
}

// selected reports whether a problem is one of a selection of the problem list.
func selected(p work.Problem, verdict work.Verdict, selection string) bool {
	switch selection {
	case "all":
		return true
	case "closed":
		return p.ClosedOn != ""
	case DueLongTerm:
		return p.LongTerm
	}
	return string(verdict) == selection
}

func (c *counter) measures(selection string) ([]CountedRow, error) {
	where, args := "WHERE inspection_id = ? AND "+isPlanned, []any{c.inspection}
	if selection == string(work.Claimed) {
		where, args = where+" AND claim = ?", append(args, selection)
	}
	list, err := store.Measures.List(c.Tx, where+" ORDER BY problem_id, seq", args...)
	var out []CountedRow
	for _, m := range list {
		out = append(out, CountedRow{Ref: refTo(store.Measures, m.ID), Label: m.Text})
	}
	return out, err
}

// comments are those on the versions of the plan made up to the cut-off.
func (c *counter) comments() ([]CountedRow, error) {
	versions, err := store.PlanVersions.List(c.Tx, "WHERE inspection_id = ? ORDER BY number", c.inspection)
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, v := range versions {
		if workday.DateOf(v.CreatedAt, workday.Zone) <= c.cutOff {
			ids = append(ids, v.ID)
		}
	}
	if len(ids) == 0 {
		return nil, nil
	}
	list, err := store.PlanComments.List(c.Tx, "WHERE held = '' AND version_id IN ("+marks(len(ids))+") ORDER BY id", anyOf(ids)...)
	var out []CountedRow
	for _, m := range list {
		out = append(out, CountedRow{Ref: refTo(store.PlanComments, m.ID), Label: m.Text})
	}
	return out, err
}
