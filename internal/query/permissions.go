package query

import "bihuan/internal/domain/org"

// PermissionRow is one line of the permission table.
type PermissionRow struct {
	Permission org.Permission
	Cells      [][]org.Relation // one a role, in the order of org.Roles; empty where it never may
}

// Permissions shows the one permission table to those who grant from it.
func Permissions(v *View, _ struct{}) ([]PermissionRow, error) {
	if err := v.Need(org.SeeAccounts, org.Target{}); err != nil {
		return nil, err
	}
	var out []PermissionRow
	for _, p := range org.Permissions() {
		row := PermissionRow{Permission: p}
		for _, r := range org.Roles() {
			row.Cells = append(row.Cells, org.Relations(p, r))
		}
		out = append(out, row)
	}
	return out, nil
}
