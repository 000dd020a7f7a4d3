package web

import (
	"bihuan/internal/action/intake"
	"bihuan/internal/action/oversight"
	"bihuan/internal/paper"
	"bihuan/internal/query"
)

// extensionForm hands the printed form of a request out. The taking is
// recorded before the first byte leaves.
func extensionForm(v *visit) error {
	e, err := see(v, query.Extension, v.id())
	if err != nil {
		return err
	}
	if _, err := v.do(&oversight.RecordExport{InspectionID: e.InspectionID, List: "extension.docx", Filter: e.ID}); err != nil {
		return err
	}
	return v.file(paper.ExtensionForm(e), paper.ExtensionTitle+"_"+e.Number)
}

func saveExtensionRules(v *visit) error {
	return post(v, &intake.SaveExtensionRules{RoundID: v.id()}, "saved", to("/rounds/"+v.id()+"#extension-rules"))
}
