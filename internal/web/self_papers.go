package web

import (
	"bihuan/internal/action/party"
	"bihuan/internal/query"
	"bihuan/internal/web/templates"
)

func selfPaperPage(v *visit) error {
	p, x, err := inside(v, "self.title", query.SelfPaper, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.SelfPaper(p, x))
}

func writeSelf(v *visit) error {
	file, err := v.maybeFile()
	if err != nil {
		return err
	}
	return post(v, &party.WriteSelf{ID: v.id(), File: file}, "saved", toRecord("/self-papers/"))
}

func reviewSelf(v *visit) error {
	return post(v, &party.ReviewSelf{ID: v.id()}, "saved", toRecord("/self-papers/"))
}

func nameSelf(v *visit) error {
	return post(v, &party.NameSelf{ID: v.id()}, "saved", toRecord("/self-papers/"))
}

func selfFile(v *visit) error {
	cmd := &party.TakeSelf{ID: v.id()}
	if _, err := v.do(cmd); err != nil {
		return err
	}
	return v.stream(cmd.File.FileName, cmd.File.FileMIME, cmd.File.FileHash, cmd.File.FileSize)
}
