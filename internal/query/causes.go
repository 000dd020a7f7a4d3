package query

import (
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/store"
)

// CauseRow is one cause category with how many problems stand under it.
type CauseRow struct {
	work.CauseCategory
	Here int // problems of this inspection
	All  int // problems of all inspections of the organisation
}

// Causes is the cause categories of an organisation.
type Causes struct {
	InspectionID string
	Rows         []CauseRow
	CanEdit      bool
}

// CauseList gives the categories of the inspection's organisation, to those
// who see detail.
func CauseList(v *View, inspectionID string) (Causes, error) {
	i, t, err := v.Inspection(inspectionID, org.SeeDetail)
	if err != nil {
		return Causes{}, err
	}
	out := Causes{InspectionID: i.ID, CanEdit: v.Can(org.CauseEdit, t)}
	here, err := v.countBy("cause_category", i.ID)
	if err != nil {
		return out, err
	}
	all, err := v.causesUsed(i.OrgID)
	if err != nil {
		return out, err
	}
	taxonomy, err := v.taxonomy(i.OrgID)
	for _, c := range taxonomy {
		out.Rows = append(out.Rows, CauseRow{CauseCategory: c, Here: here[c.Code].Total, All: all[c.Code]})
	}
	return out, err
}

func (v *View) taxonomy(orgID string) ([]work.CauseCategory, error) {
	own, err := store.CauseCategories.List(v.Tx, "WHERE org_id = ?", orgID)
	return work.Taxonomy(own), err
}

func (v *View) causesUsed(orgID string) (map[string]int, error) {
	out := map[string]int{}
	err := v.Tx.Each(func(scan func(...any) error) error {
		var code string
		var n int
		err := scan(&code, &n)
		out[code] = n
		return err
	}, "SELECT cause_category, COUNT(*) FROM problem WHERE org_id = ? GROUP BY cause_category", orgID)
	return out, err
}

// causeCuts cuts the counts by cause category, in the order of the taxonomy,
// problems without one last.
func (v *View) causeCuts(orgID, inspectionID string) ([]Cut, error) {
	counts, err := v.countBy("cause_category", inspectionID)
	if err != nil {
		return nil, err
	}
	taxonomy, err := v.taxonomy(orgID)
	var out []Cut
	for _, c := range append(taxonomy, work.CauseCategory{}) {
		if counts[c.Code].Total > 0 {
			out = append(out, Cut{ID: c.Code, Label: c.Name, Counts: counts[c.Code]})
		}
	}
	return out, err
}
