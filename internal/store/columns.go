package store

import (
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
)

// ColumnTemplates keeps work.ColumnTemplate.
var ColumnTemplates = newTable("column_template", "id org_id name list in_use columns version",
	func(c *work.ColumnTemplate) []any {
		return []any{&c.ID, &c.OrgID, &c.Name, &c.List, &c.InUse, js(&c.Columns), &c.Version}
	})

// ColumnsInUse gives the template in which an organisation takes a list out;
// where it has none, the usual columns with neither id nor version.
func ColumnsInUse(tx *Tx, orgID string, list work.List) (work.ColumnTemplate, error) {
	t, err := ColumnTemplates.One(tx, "WHERE org_id = ? AND list = ? AND in_use = 1 ORDER BY name LIMIT 1", orgID, list)
	if fault.Is(err, fault.NotFound) {
		return work.ColumnTemplate{OrgID: orgID, List: list, InUse: true, Columns: work.UsualColumns(list)}, nil
	}
	return t, err
}

// ColumnTemplatesOf lists all templates of an organisation, those in use first.
func ColumnTemplatesOf(tx *Tx, orgID string) ([]work.ColumnTemplate, error) {
	return ColumnTemplates.List(tx, "WHERE org_id = ? ORDER BY in_use DESC, name, id", orgID)
}
