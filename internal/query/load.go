package query

import (
	"bihuan/internal/domain/org"
)

// Load is how much each department and each person answers for and how much of
// it is open, in the organisation's own order. It is no ranking.
type Load struct {
	InspectionID string
	Departments  []LoadRow // as lead department
	People       []LoadRow // as responsible person
}

// LoadRow is what one of them answers for.
type LoadRow struct {
	ID       string
	Name     string
	Problems Counts
	Measures Counts
}

// Open is how many of the counted are neither done nor basically done.
func (c Counts) Open() int { return c.Total - c.ByVerdict["done"] - c.ByVerdict["basically-done"] }

// LoadOf gives the load of an inspection, to those who see detail.
func LoadOf(v *View, inspectionID string) (Load, error) {
	i, _, err := v.Inspection(inspectionID, org.SeeDetail)
	if err != nil {
		return Load{}, err
	}
	choices, err := v.ChoicesOf(i.OrgID)
	if err != nil {
		return Load{}, err
	}
	names, err := v.NamesOf(i.OrgID)
	if err != nil {
		return Load{}, err
	}
	out := Load{InspectionID: i.ID}
	if out.Departments, err = v.loads(i.ID, "lead_dept_id", choices.Departments, names.Department); err != nil {
		return out, err
	}
	out.People, err = v.loads(i.ID, "owner_id", choices.People, names.Person)
	return out, err
}

// loads gives a row for each choice that answers for something, in the order
// of the choices, and then for those who are no choice any more.
func (v *View) loads(inspectionID, column string, choices []Option, name func(string) string) ([]LoadRow, error) {
	problems, err := v.countIn("problem", column, inspectionID)
	if err != nil {
		return nil, err
	}
	measures, err := v.countIn("measure", column, inspectionID)
	if err != nil {
		return nil, err
	}
	var out []LoadRow
	seen := map[string]bool{}
	add := func(id string) {
		if !seen[id] && problems[id].Total+measures[id].Total > 0 {
			out = append(out, LoadRow{ID: id, Name: name(id), Problems: problems[id], Measures: measures[id]})
		}
		seen[id] = true
	}
	for _, o := range choices {
		add(o.Value)
	}
	for _, counts := range []map[string]Counts{problems, measures} {
		for _, id := range sorted(asSet(counts)) {
			add(id)
		}
	}
	return out, nil
}

func asSet(counts map[string]Counts) map[string]bool {
	out := map[string]bool{}
	for id := range counts {
		out[id] = true
	}
	return out
}
