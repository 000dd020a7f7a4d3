package store

import (
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
)

// ColumnTemplates keeps work.ColumnTemplate.
var ColumnTemplates = newTable("column_template", "id org_id purpose list columns version",
	func(c *work.ColumnTemplate) []any {
		return []any{&c.ID, &c.OrgID, &c.Use, &c.List, js(&c.Columns), &c.Version}
	})

// ColumnTemplate gives an organisation's template of a list; where it has none,
// the usual columns with neither id nor version.
func ColumnTemplate(tx *Tx, orgID, use string, list work.List) (work.ColumnTemplate, error) {
	t, err := ColumnTemplates.One(tx, "WHERE org_id = ? AND purpose = ? AND list = ?", orgID, use, list)
	if fault.Is(err, fault.NotFound) {
		return work.ColumnTemplate{OrgID: orgID, Use: use, List: list, Columns: work.UsualColumns(list)}, nil
	}
	return t, err
}
