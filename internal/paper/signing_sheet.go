package paper

import (
	"bihuan/internal/gongwen"
	"bihuan/internal/locale"
	"bihuan/internal/query"
)

// SigningSheet is the sheet on which somebody signs an approval by hand (签批单),
// one page: the matter, what it is bound to, room to write, and the code that
// leads back to it.
func SigningSheet(x query.SheetPage, address string, o drafts) (*gongwen.Document, error) {
	drawn, err := drawnCode(address, slipSide)
	d := formProse(sheetOutline, signed{x, drawn}, o).paper()
	d.Author = x.Organisation
	return d, err
}

// signed is a sheet with its code.
type signed struct {
	query.SheetPage
	code gongwen.Run
}

func signingTable(p *prose, x signed) {
	word := func(key string, args ...any) string { return locale.Text(locale.Chinese, key, args...) }
	var f form
	t := gongwen.Table{Points: 12, Widths: []float64{2.2, 4, 2.2, 4}}
	t.Rows = []gongwen.Row{f.wide(word("label.organisation"), x.Organisation), f.wide(word("sheet.matter"), x.Sheet.Title)}
	for _, l := range x.Sheet.Summary {
		if text := l.Text; text != "" {
			switch l.Label {
			case "step":
				text = word("chain." + text)
			case "content":
				text = short(text)
			}
			t.Rows = append(t.Rows, f.wide(word("sheet.line."+l.Label), text))
		}
	}
	code := f.wide(word("sheet.hash"), "")
	code[1].Lines = []gongwen.Line{{x.code}, {gongwen.Text(short(x.Sheet.ContentHash))}, {gongwen.Text(word("sheet.note"))}}
	t.Rows = append(t.Rows, code, f.wide("签批意见", word("sheet.opinion-line")+"\n　\n　\n　\n"+word("sheet.sign-line", x.Sheet.Signer)))
	p.blocks = append(p.blocks, t)
}

// short is the beginning of a hash, as people compare it.
func short(hash string) string { return hash[:min(16, len(hash))] }
