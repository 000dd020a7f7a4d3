package web

import (
	"io"
	"strings"

	"bihuan/internal/action"
	"bihuan/internal/action/report"
	"bihuan/internal/fault"
	"bihuan/internal/gongwen"
	"bihuan/internal/paper"
	"bihuan/internal/query"
	"bihuan/internal/web/templates"
)

// mostEdited bounds an edited .docx, in bytes.
const mostEdited = 32 << 20

// bringBack takes a .docx of a report that was edited elsewhere and compares it
// with the report, sentence by sentence.
func bringBack(v *visit) error {
	of, err := see(v, query.ToCompare, v.id())
	if err != nil {
		return err
	}
	name, stored, err := v.oneFile()
	if err != nil {
		return err
	}
	if !strings.HasSuffix(strings.ToLower(name), ".docx") {
		return &fault.Error{Kind: fault.Invalid, Code: "fault.invalid", Fields: []fault.Field{{Name: "file", Code: "edited.not-docx"}}}
	}
	if stored.Size > mostEdited {
		return fault.New(fault.TooLarge, "fault.too-large", "32 MiB")
	}
	r, err := v.files.Open(v.r.Context(), stored.Hash, stored.Size)
	if err != nil {
		return err
	}
	defer r.Close()
	file, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	doc, err := gongwen.Decode(of.Report.Body)
	if err != nil {
		return err
	}
	paper.Bear(doc, of.Number) // as it was taken out
	edits, err := paper.BringBack(v.r.Context(), doc, name, file, of.Names, v.opts.Reading)
	if err != nil {
		return err
	}
	res, err := v.do(&report.BringBack{ID: v.id(), BaseHash: of.Report.Hash, FileName: name, FileHash: stored.Hash, FileSize: stored.Size, Edits: edits})
	if err != nil {
		return err
	}
	return v.saved("/edited-files/"+res.ID, "edited.brought")
}

func editedPage(v *visit) error {
	p, x, err := inside(v, "edited.title", query.EditedFile, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.EditedFile(p, x))
}

func takeOver(v *visit) error {
	return post(v, &report.TakeOver{ID: v.id(), Edit: paper.TakeOver}, "edited.taken-over", func(r action.Result) string { return "/reports/" + r.ID })
}
