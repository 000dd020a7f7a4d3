package gongwen

import (
	"fmt"
	"strings"
)

// Picture is a square picture in a line of text, such as a QR code. It is printed
// only: a preview on screen shows its words.
type Picture struct {
	PNG         []byte
	Millimetres float64 // of a side
	Words       string  // what it shows, for who cannot see it
}

// firstPictureID is behind the ids of all other drawings.
const firstPictureID = 100

const nsPic = "http://schemas.openxmlformats.org/drawingml/2006/picture"

// picture writes a picture into the line and keeps it for its file.
func (w *writer) picture(p *Picture) {
	w.pictures = append(w.pictures, p)
	n, side := len(w.pictures), int(p.Millimetres*36_000) // EMU
	words := escape(clean(p.Words))
	fmt.Fprintf(w, `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="%[1]d" cy="%[1]d"/><wp:docPr id="%[2]d" name="图%[3]d" descr="%[4]s"/>`+
		`<a:graphic><a:graphicData uri="%[5]s"><pic:pic xmlns:pic="%[5]s"><pic:nvPicPr><pic:cNvPr id="%[2]d" name="图%[3]d"/><pic:cNvPicPr/></pic:nvPicPr>`+
		`<pic:blipFill><a:blip r:embed="%[6]s"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%[1]d" cy="%[1]d"/></a:xfrm>`+
		`<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`,
		side, firstPictureID+n, n, words, nsPic, pictureRel(n))
}

func pictureRel(n int) string { return fmt.Sprintf("rIdPicture%d", n) }

func pictureName(n int) string { return fmt.Sprintf("media/image%d.png", n) }

// pictureRels tie the pictures to the document.
func pictureRels(pictures []*Picture) string {
	var b strings.Builder
	for n := range pictures {
		fmt.Fprintf(&b, `<Relationship Id="%s" Type="%s/image" Target="%s"/>`, pictureRel(n+1), nsRel, pictureName(n+1))
	}
	return b.String()
}

// pictureFiles are the files of the pictures.
func pictureFiles(pictures []*Picture) []docxFile {
	var out []docxFile
	for n, p := range pictures {
		out = append(out, docxFile{"word/" + pictureName(n+1), string(p.PNG)})
	}
	return out
}
