package gongwen

import "cmp"

// Font is a typeface by the name under which office programs know it. Rare
// takes the characters outside GB 2312, which the official fonts lack (喆, 镕,
// 堃 and others in people's names).
type Font struct{ Name, Rare string }

// Fonts are the typefaces of a paper.
type Fonts struct {
	Title Font // red head and titles
	Body  Font
	Kai   Font // headings of level 2, signatories
	Hei   Font // headings of level 1, 附件
	Song  Font // page numbers
	// Latin sets ASCII letters and figures in the text; give it the name of
	// the body font where figures shall stay in the Chinese typeface.
	Latin string
}

// DefaultFonts returns the fonts that GB/T 9704-2012 expects, by the names they
// have in WPS and Word.
func DefaultFonts() Fonts {
	return Fonts{
		Title: Font{"方正小标宋简体", "华文中宋"},
		Body:  Font{"仿宋_GB2312", "仿宋"},
		Kai:   Font{"楷体_GB2312", "楷体"},
		Hei:   Font{"黑体", "黑体"},
		Song:  Font{"宋体", "宋体"},
		Latin: "Times New Roman",
	}
}

// orDefault fills the empty fields from DefaultFonts.
func (f Fonts) orDefault() Fonts {
	d := DefaultFonts()
	return Fonts{
		Title: f.Title.or(d.Title),
		Body:  f.Body.or(d.Body),
		Kai:   f.Kai.or(d.Kai),
		Hei:   f.Hei.or(d.Hei),
		Song:  f.Song.or(d.Song),
		Latin: cmp.Or(f.Latin, d.Latin),
	}
}

// or keeps a chosen font with itself for rare characters where none is named.
func (f Font) or(d Font) Font {
	if f.Name == "" {
		return d
	}
	return Font{f.Name, cmp.Or(f.Rare, f.Name)}
}

// face names one of the typefaces of a paper.
type face uint8

const (
	faceBody face = iota
	faceTitle
	faceKai
	faceHei
	faceSong
)

func (f Fonts) of(which face) Font {
	switch which {
	case faceTitle:
		return f.Title
	case faceKai:
		return f.Kai
	case faceHei:
		return f.Hei
	case faceSong:
		return f.Song
	default:
		return f.Body
	}
}
