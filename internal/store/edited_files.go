package store

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
)

// EditedFiles keeps inspection.EditedFile.
var EditedFiles = newTable("edited_file",
	`id org_id inspection_id report_id base_hash file_name file_hash file_size edits made_id brought_by brought_name brought_at version`,
	func(f *inspection.EditedFile) []any {
		return []any{&f.ID, &f.OrgID, &f.InspectionID, &f.ReportID, &f.BaseHash, &f.FileName, &f.FileHash, &f.FileSize, js(&f.Edits),
			&f.MadeID, &f.BroughtBy, &f.BroughtName, ms(&f.BroughtAt), &f.Version}
	})

// EditedFileTarget gives an edited file with its report and where it lies: it
// never leaves the organisation.
func EditedFileTarget(tx *Tx, id string) (inspection.EditedFile, inspection.Report, org.Target, error) {
	f, err := EditedFiles.Get(tx, id)
	if err != nil {
		return f, inspection.Report{}, org.Target{}, err
	}
	r, t, err := ReportTarget(tx, f.ReportID)
	t.Kind, t.ID, t.Submitted = EditedFiles.Name(), f.ID, false
	return f, r, t, err
}
