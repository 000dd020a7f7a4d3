package store

import (
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/outline"
)

// Outlines keeps outline.Version.
var Outlines = newTable("outline", "id org_id kind number body note by_id name at", func(v *outline.Version) []any {
	return []any{&v.ID, &v.OrgID, &v.Kind, &v.Number, &v.Text, &v.Note, &v.By, &v.Name, ms(&v.At)}
})

// LatestOutlines gives the newest version of each outline that an inspection
// office keeps, by kind of paper.
func LatestOutlines(tx *Tx, officeID string) (map[string]outline.Version, error) {
	list, err := Outlines.List(tx, `WHERE org_id = ? AND number = (SELECT MAX(o.number) FROM outline o WHERE o.org_id = outline.org_id AND o.kind = outline.kind)`, officeID)
	out := map[string]outline.Version{}
	for _, v := range list {
		out[v.Kind] = v
	}
	return out, err
}

// OutlineTarget is where the outlines of an inspection office lie.
func OutlineTarget(officeID string) org.Target {
	return org.Target{Kind: Outlines.Name(), OrgID: officeID}
}
