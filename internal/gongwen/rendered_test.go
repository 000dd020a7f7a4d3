package gongwen

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"github.com/ledongthuc/pdf"

	"bihuan/internal/testkit/tool"
)

// rendering is a paper as LibreOffice prints it, to be measured.
type rendering struct {
	t     *testing.T
	file  string
	pages []sheet
}

// sheet is one page: its size and its lines of text from the top.
type sheet struct {
	width, height float64 // mm
	lines         []printed
}

// printed is a line of text; a line is what has one base line. Distances are
// millimetres from the left and the upper edge of the page.
type printed struct {
	left, base, size float64 // the size in points, of its first character
	text             string
	chars            int
	fonts            map[rune]string // of each character
}

const pointMM = 25.4 / 72

// render prints a paper with LibreOffice and reads the positions of its text.
func render(t *testing.T, d *Document) *rendering {
	t.Helper()
	tool.Path(t, "soffice")
	tool.Path(t, "pdftoppm")
	var docx bytes.Buffer
	if err := WriteDocx(&docx, d); err != nil {
		t.Fatal(err)
	}
	made, err := PDF(t.Context(), docx.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	r := &rendering{t: t, file: filepath.Join(t.TempDir(), "paper.pdf")}
	if err := os.WriteFile(r.file, made, 0o600); err != nil {
		t.Fatal(err)
	}
	reader, err := pdf.NewReader(bytes.NewReader(made), int64(len(made)))
	if err != nil {
		t.Fatal(err)
	}
	for n := range reader.NumPage() {
		r.pages = append(r.pages, sheetOf(reader.Page(n+1)))
	}
	return r
}

// sheetOf gathers the characters of a page into lines.
func sheetOf(p pdf.Page) sheet {
	box := p.V.Key("MediaBox")
	s := sheet{width: box.Index(2).Float64() * pointMM, height: box.Index(3).Float64() * pointMM}
	byBase := map[int]*printed{}
	for _, c := range p.Content().Text {
		if c.S == "" || c.S == "\n" || math.IsNaN(c.X) {
			continue
		}
		key := int(math.Round(c.Y))
		l := byBase[key]
		if l == nil {
			l = &printed{left: c.X * pointMM, base: s.height - c.Y*pointMM, size: c.FontSize, fonts: map[rune]string{}}
			byBase[key] = l
		}
		l.left = min(l.left, c.X*pointMM)
		l.text += c.S
		l.chars++
		l.fonts[[]rune(c.S)[0]] = c.Font
	}
	for _, l := range byBase {
		s.lines = append(s.lines, *l)
	}
	sort.Slice(s.lines, func(i, j int) bool { return s.lines[i].base < s.lines[j].base })
	return s
}

// find gives the first line of a page that holds the text.
func (r *rendering) find(page int, text string) printed {
	r.t.Helper()
	if page <= len(r.pages) {
		for _, l := range r.pages[page-1].lines {
			if strings.Contains(l.text, text) {
				return l
			}
		}
	}
	r.t.Fatalf("page %d has no line with %q", page, text)
	return printed{}
}

// perMM is the resolution at which ink is looked for.
const perMM = 10

// ink is where a page has ink, in millimetres: what counts is told by the
// colour of a pixel.
type ink struct{ left, top, right, bottom float64 }

// inkOf measures the ink within a part of a page.
func (r *rendering) inkOf(page int, within ink, counts func(color.RGBA) bool) ink {
	r.t.Helper()
	img := r.picture(page, within)
	out := ink{left: math.Inf(1), top: math.Inf(1), right: math.Inf(-1), bottom: math.Inf(-1)}
	b := img.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			if counts(color.RGBAModel.Convert(img.At(x, y)).(color.RGBA)) {
				out.left, out.right = min(out.left, within.left+float64(x)/perMM), max(out.right, within.left+float64(x+1)/perMM)
				out.top, out.bottom = min(out.top, within.top+float64(y)/perMM), max(out.bottom, within.top+float64(y+1)/perMM)
			}
		}
	}
	return out
}

// picture paints a part of a page.
func (r *rendering) picture(page int, part ink) image.Image {
	r.t.Helper()
	px := func(mm float64) string { return fmt.Sprint(int(mm * perMM)) }
	cmd := exec.Command("pdftoppm", "-r", fmt.Sprint(25.4*perMM), "-f", fmt.Sprint(page), "-l", fmt.Sprint(page), "-singlefile", "-png",
		"-x", px(part.left), "-y", px(part.top), "-W", px(part.right-part.left), "-H", px(part.bottom-part.top), r.file)
	out, err := cmd.Output()
	if err != nil {
		r.t.Fatalf("pdftoppm: %v", err)
	}
	img, err := png.Decode(bytes.NewReader(out))
	if err != nil {
		r.t.Fatal(err)
	}
	return img
}

func isRed(c color.RGBA) bool  { return c.R > 150 && c.G < 120 && c.B < 120 }
func isDark(c color.RGBA) bool { return c.R < 140 && c.G < 140 && c.B < 140 }
