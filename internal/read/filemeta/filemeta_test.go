package filemeta_test

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"math/bits"
	"strings"
	"testing"

	"bihuan/internal/read/filemeta"
)

func read(t *testing.T, body []byte) filemeta.Meta {
	t.Helper()
	m, err := filemeta.Read(bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// scene is a picture with some things in it; size and shift vary it.
func scene(w, h, seed int) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			u, v := x*12/w, y*12/h
			c := uint8((u*u*(seed+3) + v*(seed*7+5) + u*v*seed) % 13 * 19)
			img.Set(x, y, color.RGBA{c, c / 2, 255 - c, 255})
		}
	}
	return img
}

func jpegOf(t *testing.T, img image.Image, quality int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: quality}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func pngOf(t *testing.T, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// withExif puts an EXIF segment behind the start of a JPEG.
func withExif(t *testing.T, jpg []byte, taken, program string) []byte {
	t.Helper()
	var tiff bytes.Buffer
	put := func(v any) {
		if err := binary.Write(&tiff, binary.LittleEndian, v); err != nil {
			t.Fatal(err)
		}
	}
	tiff.WriteString("II*\x00")
	put(uint32(8))
	put(uint16(2))
	taken, program = taken+"\x00", program+"\x00"
	for _, e := range []struct {
		tag, kind uint16
		n, v      uint32
	}{{0x0131, 2, uint32(len(program)), 100}, {0x8769, 4, 1, 60}} {
		put(e.tag)
		put(e.kind)
		put(e.n)
		put(e.v)
	}
	tiff.Write(make([]byte, 60-tiff.Len()))
	put(uint16(1))
	put(uint16(0x9003))
	put(uint16(2))
	put(uint32(len(taken)))
	put(uint32(160))
	tiff.Write(make([]byte, 100-tiff.Len()))
	tiff.WriteString(program)
	tiff.Write(make([]byte, 160-tiff.Len()))
	tiff.WriteString(taken)
	seg := append([]byte("Exif\x00\x00"), tiff.Bytes()...)
	out := append([]byte{0xff, 0xd8, 0xff, 0xe1, byte((len(seg) + 2) >> 8), byte(len(seg) + 2)}, seg...)
	return append(out, jpg[2:]...)
}

func docx(t *testing.T, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range parts {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const core = `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">
<dc:creator>市水务局办公室</dc:creator><cp:lastModifiedBy>wps</cp:lastModifiedBy><dcterms:created>2026-05-20T20:30:00Z</dcterms:created><dcterms:modified>2026-05-22T01:00:00Z</dcterms:modified></cp:coreProperties>`

func TestWhatFilesSayOfThemselves(t *testing.T) {
	app := `<Properties><Application>Microsoft Office Word</Application><Company>青禾市水务局</Company></Properties>`
	utf16 := "\xfe\xff" + "\x4e\x2d\x65\x87"
	for name, c := range map[string]struct {
		body []byte
		want filemeta.Meta
	}{
		"photograph": {withExif(t, jpegOf(t, scene(64, 48, 1), 90), "2019:05:01 10:00:00", "HDR+ 1.0"), filemeta.Meta{Kind: "jpeg", TakenOn: "2019-05-01", Program: "HDR+ 1.0"}},
		"document":   {docx(t, map[string]string{"docProps/core.xml": core, "docProps/app.xml": app}), filemeta.Meta{Kind: "office", CreatedOn: "2026-05-21", ModifiedOn: "2026-05-22", Author: "市水务局办公室", LastAuthor: "wps", Company: "青禾市水务局", Program: "Microsoft Office Word"}},
		"pdf": {[]byte("%PDF-1.4\n/Font 1 0 obj << /CreationDate (D:20260401120000+08'00') /Author (" + utf16 + ") /Producer (WPS \\(Office\\)) >>"),
			filemeta.Meta{Kind: "pdf", CreatedOn: "2026-04-01", Author: "中文", Program: "WPS (Office)"}},
		"scanned pdf": {[]byte("%PDF-1.4 /Image << /CreationDate (D:20260401) /Producer (KYOCERA TASKalfa) >>"),
			filemeta.Meta{Kind: "pdf", CreatedOn: "2026-04-01", Program: "KYOCERA TASKalfa", Scanned: true}},
		"xmp only":      {[]byte("%PDF-1.7 /Font <xmp:CreateDate>2026-03-04T10:00:00+08:00</xmp:CreateDate>"), filemeta.Meta{Kind: "pdf", CreatedOn: "2026-03-04"}},
		"plain archive": {docx(t, map[string]string{"a.txt": "x"}), filemeta.Meta{}},
		"text":          {[]byte("台账"), filemeta.Meta{}},
		"empty":         {nil, filemeta.Meta{}},
		"cut picture":   {pngOf(t, scene(64, 64, 1))[:40], filemeta.Meta{Kind: "png", Broken: true}},
		"cut archive":   {docx(t, map[string]string{"a.txt": "x"})[:40], filemeta.Meta{Broken: true}},
	} {
		got := read(t, c.body)
		got.Picture = ""
		if got != c.want {
			t.Errorf("%s:\n got %+v\nwant %+v", name, got, c.want)
		}
	}
}

// apart counts the bits in which two hashes differ.
func apart(t *testing.T, a, b string) (n int) {
	t.Helper()
	x, errX := hex.DecodeString(a)
	y, errY := hex.DecodeString(b)
	if errX != nil || errY != nil || len(x) != 16 || len(y) != 16 {
		t.Fatalf("hashes %q and %q", a, b)
	}
	for i := range x {
		n += bits.OnesCount8(x[i] ^ y[i])
	}
	return n
}

func TestThePictureIsTheSameInAnotherSizeFormatAndQuality(t *testing.T) {
	for seed := range 6 {
		was := read(t, pngOf(t, scene(640, 480, seed))).Picture
		for name, body := range map[string][]byte{"jpeg": jpegOf(t, scene(640, 480, seed), 60), "small": jpegOf(t, scene(320, 240, seed), 80),
			"bad": jpegOf(t, scene(640, 480, seed), 15)} {
			if n := apart(t, was, read(t, body).Picture); n > 8 {
				t.Errorf("picture %d as %s differs in %d bits", seed, name, n)
			}
		}
		for other := range seed {
			if n := apart(t, was, read(t, pngOf(t, scene(640, 480, other))).Picture); n <= 20 {
				t.Errorf("pictures %d and %d differ in %d bits only", seed, other, n)
			}
		}
	}
}

func TestABlankPictureHasNoHash(t *testing.T) {
	if got := read(t, pngOf(t, image.NewGray(image.Rect(0, 0, 200, 200)))); got.Picture != "" || got.Broken {
		t.Errorf("%+v", got)
	}
}

func TestAPictureThatUnfoldsIsNotDecoded(t *testing.T) {
	body := pngOf(t, image.NewGray(image.Rect(0, 0, 2, 2)))
	binary.BigEndian.PutUint32(body[16:], 60000)
	binary.BigEndian.PutUint32(body[20:], 60000)
	crc := bytes.Clone(body[12:29])
	binary.BigEndian.PutUint32(body[29:], pngSum(crc))
	if got := read(t, body); !got.Broken || got.Picture != "" {
		t.Errorf("%+v", got)
	}
}

func TestAPartThatUnfoldsIsReadToItsBound(t *testing.T) {
	body := docx(t, map[string]string{"docProps/core.xml": "<a>" + strings.Repeat("x", 40<<20) + "</a>"})
	if got := read(t, body); got.Author != "" {
		t.Errorf("%+v", got)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("%PDF-1.4 /Author (a\\10) /CreationDate <FEFF>"))
	f.Add([]byte("\xff\xd8\xff\xe1\x00\x10Exif\x00\x00II*\x00\x08\x00\x00\x00"))
	f.Add([]byte("PK\x03\x04"))
	f.Add([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x00eXIf"))
	f.Fuzz(func(t *testing.T, body []byte) {
		m, err := filemeta.Read(bytes.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range []string{m.Author, m.LastAuthor, m.Company, m.Program} {
			if len([]rune(s)) > 200 || strings.ContainsRune(s, 0) {
				t.Errorf("%q", s)
			}
		}
		for _, d := range []string{m.TakenOn, m.CreatedOn, m.ModifiedOn} {
			if d != "" && len(d) != 10 {
				t.Errorf("day %q", d)
			}
		}
	})
}

func pngSum(chunk []byte) uint32 { return crc32.ChecksumIEEE(chunk) }
