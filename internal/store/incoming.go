package store

import "bihuan/internal/domain/incoming"

// Imports keeps incoming.Import.
var Imports = newTable("ledger_import",
	`id org_id inspection_id file_name file_hash file_size kind state fault fault_args mapping template fixes reason
	undecided imported_by imported_name imported_at applied_by applied_name applied_at version`,
	func(i *incoming.Import) []any {
		return []any{&i.ID, &i.OrgID, &i.InspectionID, &i.FileName, &i.FileHash, &i.FileSize, &i.Kind, &i.State, &i.Fault,
			js(&i.FaultArgs), js(&i.Columns), &i.Template, js(&i.Fixes), &i.Reason, &i.Left, &i.ImportedBy, &i.ImportedName,
			ms(&i.ImportedAt), &i.AppliedBy, &i.AppliedName, ms(&i.AppliedAt), &i.Version}
	})

// ImportRows keeps incoming.Row.
var ImportRows = newTable("ledger_row",
	"id org_id import_id seq kind problem_id record_id parent_seq sheet line label state doubts choice cells version",
	func(r *incoming.Row) []any {
		return []any{&r.ID, &r.OrgID, &r.ImportID, &r.Seq, &r.Kind, &r.ProblemID, &r.RecordID, &r.ParentSeq, &r.Sheet, &r.Line,
			&r.Label, &r.State, &r.Doubts, &r.Choice, js(&r.Cells), &r.Version}
	})

// ImportBases keeps incoming.Base.
var ImportBases = newTable("ledger_base", "id org_id inspection_id record_id field value",
	func(b *incoming.Base) []any {
		return []any{&b.ID, &b.OrgID, &b.InspectionID, &b.RecordID, &b.Field, &b.Value}
	})
