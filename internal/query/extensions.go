package query

import (
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/store"
)

// ExtensionRow is one request with what it is about and what was said to it.
type ExtensionRow struct {
	work.Extension
	Number    string
	Title     string
	Measure   string
	First     string // the first deadline
	Dept      string
	Owner     string
	Leader    string
	Org       string
	Decisions []work.ExtensionDecision
	CanDecide bool
}

// Within gives the inspection of the request.
func (r ExtensionRow) Within() string { return r.InspectionID }

// Extensions lists the requests of an inspection, open ones first.
func Extensions(v *View, inspectionID string) ([]ExtensionRow, error) {
	if _, _, err := v.Inspection(inspectionID, org.SeeDetail); err != nil {
		return nil, err
	}
	list, err := store.Extensions.List(v.Tx,
		"WHERE inspection_id = ? ORDER BY CASE WHEN state = 'asked' THEN 0 ELSE 1 END, asked_at DESC, id", inspectionID)
	if err != nil {
		return nil, err
	}
	var out []ExtensionRow
	for _, e := range list {
		row, err := v.extensionRow(e)
		if err != nil {
			return nil, err
		}
		out = append(out, row)
	}
	return out, nil
}

// Extension gives one request, for its form.
func Extension(v *View, id string) (ExtensionRow, error) {
	e, err := store.Extensions.Get(v.Tx, id)
	if err != nil {
		return ExtensionRow{}, err
	}
	_, t, err := store.ProblemTarget(v.Tx, e.ProblemID)
	if err != nil {
		return ExtensionRow{}, err
	}
	// A request that waits for the inspection office was handed in to it.
	t.Issued = t.Issued || t.Submitted && e.Waiting() == string(org.RoleOffice)
	if err := v.Need(org.SeeDetail, t); err != nil {
		return ExtensionRow{}, err
	}
	return v.extensionRow(e)
}

func (v *View) extensionRow(e work.Extension) (ExtensionRow, error) {
	p, t, err := store.ProblemTarget(v.Tx, e.ProblemID)
	if err != nil {
		return ExtensionRow{}, err
	}
	names, err := v.NamesOf(e.OrgID)
	if err != nil {
		return ExtensionRow{}, err
	}
	o, err := store.Organisations.Get(v.Tx, e.OrgID)
	if err != nil {
		return ExtensionRow{}, err
	}
	row := ExtensionRow{Extension: e, Number: p.Number, Title: p.Title, First: string(p.FirstDeadline), Org: o.Name,
		Dept: names.Department(p.LeadDeptID), Owner: names.Person(p.OwnerID), Leader: names.Person(p.LeaderID)}
	owner := p.OwnerID
	if e.MeasureID != "" {
		m, mt, err := store.MeasureTarget(v.Tx, e.MeasureID)
		if err != nil {
			return row, err
		}
		row.Measure, row.First, owner, t = m.Text, string(m.FirstDeadline), m.OwnerID, mt
		row.Dept, row.Owner, row.Leader = names.Department(m.LeadDeptID), names.Person(m.OwnerID), names.Person(t.LeaderID)
	}
	row.CanDecide = e.CheckDecider(v.Actor, t, owner) == nil && v.Can(org.ExtensionDecide, t)
	row.Decisions, err = store.ExtensionDecisions.List(v.Tx, "WHERE extension_id = ? ORDER BY seq", e.ID)
	return row, err
}
