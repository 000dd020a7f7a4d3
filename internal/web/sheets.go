package web

import (
	"bihuan/internal/action"
	"bihuan/internal/action/oversight"
	"bihuan/internal/action/signing"
	domain "bihuan/internal/domain/signing"
	"bihuan/internal/paper"
	"bihuan/internal/query"
	"bihuan/internal/web/templates"
)

func sheetList(v *visit) error {
	p, x, err := inspect(v, v.id(), "side.sheets", query.Sheets, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.Sheets(p, x))
}

func printSheet(v *visit) error {
	return post(v, &signing.Print{}, "sheet.printed", func(r action.Result) string { return "/sheets/" + r.ID })
}

// sheetPage is one sheet; its code leads back to this very address.
func sheetPage(v *visit) error {
	p, x, err := inside(v, "sheet.title", query.Sheet, v.id())
	if err != nil {
		return err
	}
	code, err := templates.NewCode(v.sheetAddress(x.Sheet))
	if err != nil {
		return err
	}
	return v.show(templates.Sheet(p, x, code))
}

// sheetAddress leads back to a sheet, and says what it was printed for.
func (v *visit) sheetAddress(s domain.Sheet) string {
	return v.address("/sheets/"+s.ID) + "#" + s.ContentHash[:16]
}

// sheetFile hands the sheet out as a file to print. The taking is recorded before
// the first byte leaves.
func sheetFile(v *visit) error {
	x, err := see(v, paper.Sheet, paper.SheetIn{ID: v.id(), Address: func(x query.SheetPage) string { return v.sheetAddress(x.Sheet) }})
	if err != nil {
		return err
	}
	if _, err := v.do(&oversight.RecordExport{InspectionID: x.Of.Sheet.InspectionID, List: "sheet.docx", Filter: v.id()}); err != nil {
		return err
	}
	return v.file(x.Document, x.Document.Subject)
}

// enterSheet records a signed sheet with its scan.
func enterSheet(v *visit) error {
	name, stored, err := v.oneFile()
	if err != nil {
		return err
	}
	cmd := &signing.Enter{ID: v.id(), FileName: name, FileHash: stored.Hash, FileSize: stored.Size, FileMIME: stored.MIME, Files: v.reportFiles()}
	return post(v, cmd, "sheet.saved", func(r action.Result) string { return "/inspections/" + r.ID + "/sheets" })
}

func sheetProof(v *visit) error {
	cmd := &signing.TakeProof{ID: v.id()}
	if _, err := v.do(cmd); err != nil {
		return err
	}
	return v.stream(cmd.Sheet.FileName, cmd.Sheet.FileMIME, cmd.Sheet.FileHash, cmd.Sheet.FileSize)
}
