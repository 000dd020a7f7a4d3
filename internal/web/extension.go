package web

import (
	"bihuan/internal/action/intake"
	"bihuan/internal/action/oversight"
	"bihuan/internal/paper"
)

// extensionForm hands the printed form of a request out. The taking is
// recorded before the first byte leaves.
func extensionForm(v *visit) error {
	e, err := see(v, paper.Extension, v.id())
	if err != nil {
		return err
	}
	if _, err := v.do(&oversight.RecordExport{InspectionID: e.Of.InspectionID, List: "extension.docx", Filter: e.Of.ID}); err != nil {
		return err
	}
	return v.file(e.Document, e.Document.Subject+"_"+e.Of.Number)
}

func saveExtensionRules(v *visit) error {
	return post(v, &intake.SaveExtensionRules{RoundID: v.id()}, "saved", to("/rounds/"+v.id()+"#extension-rules"))
}
