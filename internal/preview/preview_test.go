package preview

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"bihuan/internal/office"
)

// shelf keeps files in memory and counts how often they are opened.
type shelf struct {
	files  map[string][]byte
	opened int
}

func (s *shelf) open(_ context.Context, hash string, _ int64) (io.ReadCloser, error) {
	s.opened++
	body, ok := s.files[hash]
	if !ok {
		return nil, errors.New("not there")
	}
	return io.NopCloser(bytes.NewReader(body)), nil
}

func (s *shelf) add(body []byte, ext string) File {
	sum := sha256.Sum256(body)
	hash := hex.EncodeToString(sum[:])
	s.files[hash] = body
	return File{Hash: hash, Size: int64(len(body)), Ext: ext}
}

func maker(t *testing.T) (*Maker, *shelf, string) {
	t.Helper()
	s, dir := &shelf{files: map[string][]byte{}}, filepath.Join(t.TempDir(), "previews")
	return New(dir, s.open, time.Now), s, dir
}

func painted(w, h int) *image.RGBA {
	p := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			p.SetRGBA(x, y, color.RGBA{uint8(255 * x / w), uint8(255 * y / h), 90, 255})
		}
	}
	return p
}

func encoded(t *testing.T, kind string, p image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	err := map[string]func() error{"jpeg": func() error { return jpeg.Encode(&b, p, nil) }, "png": func() error { return png.Encode(&b, p) },
		"gif": func() error { return gif.Encode(&b, p, nil) }}[kind]()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestAPictureIsMadeSmallOnceAndKept(t *testing.T) {
	m, s, dir := maker(t)
	for _, kind := range []string{"jpeg", "png", "gif"} {
		f := s.add(encoded(t, kind, painted(900, 300)), kind)
		s.opened = 0
		for range 2 {
			body, err := m.Picture(t.Context(), f, Small)
			if err != nil {
				t.Fatalf("%s: %v", kind, err)
			}
			small, err := jpeg.Decode(bytes.NewReader(body))
			if err != nil || small.Bounds().Dx() != Small || small.Bounds().Dy() != Small/3 {
				t.Errorf("%s: %v, %v", kind, small.Bounds(), err)
			}
			r, _, _, _ := small.At(Small-2, 10).RGBA()
			if l, _, _, _ := small.At(1, 10).RGBA(); r < l+0x8000 {
				t.Errorf("%s: the colours run the other way", kind)
			}
		}
		if s.opened != 1 {
			t.Errorf("%s was read %d times", kind, s.opened)
		}
		kept := filepath.Join(dir, f.Hash+".160.jpg")
		all, err := os.ReadFile(kept)
		if err != nil {
			t.Fatal(err)
		}
		all[len(all)/2] ^= 1
		if err := os.WriteFile(kept, all, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := m.Picture(t.Context(), f, Small); err != nil || s.opened != 2 {
			t.Errorf("%s: a damaged preview was shown, or not made again: %v", kind, err)
		}
	}
}

// bomb is a PNG that claims to be huge and has next to nothing in it.
func bomb(w, h uint32) []byte {
	var b bytes.Buffer
	b.WriteString("\x89PNG\r\n\x1a\n")
	chunk := func(kind string, body []byte) {
		_ = binary.Write(&b, binary.BigEndian, uint32(len(body)))
		b.WriteString(kind)
		b.Write(body)
		_ = binary.Write(&b, binary.BigEndian, crc32.ChecksumIEEE(append([]byte(kind), body...)))
	}
	head := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, w), h)
	chunk("IHDR", append(head, 16, 6, 0, 0, 0))
	chunk("IDAT", []byte{0x78, 0x9c, 3, 0, 0, 0, 0, 1})
	chunk("IEND", nil)
	return b.Bytes()
}

// TestHostilePicturesBringNothingDown: none is shown, none takes much memory
// or time, and the next good one is.
func TestHostilePicturesBringNothingDown(t *testing.T) {
	m, s, _ := maker(t)
	whole := encoded(t, "jpeg", painted(600, 400))
	cases := map[string]struct {
		body []byte
		want error
	}{
		"a bomb of 65535 × 65535": {bomb(65535, 65535), ErrTooLarge},
		"a bomb that overflows":   {bomb(1<<31-1, 1<<31-1), nil},
		"points of 8 bytes":       {bomb(5000, 5000), ErrTooLarge},
		"a bomb without content":  {bomb(4000, 2000), ErrUnreadable},
		"half a picture":          {whole[:len(whole)/3], ErrUnreadable},
		"nothing":                 {nil, ErrUnreadable},
		"a page":                  {[]byte("<html><script>alert(1)</script>"), ErrUnreadable},
		"a drawing with a script": {[]byte(`<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`), ErrUnreadable},
		"a PDF with a script":     {[]byte("%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj"), ErrUnreadable},
		"zeros":                   {make([]byte, 1<<20), ErrUnreadable},
		"a GIF that claims much":  {[]byte("GIF89a\xff\xff\xff\xff\x80\x00\x00"), nil},
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for name, c := range cases {
		began := time.Now()
		_, err := m.Picture(t.Context(), s.add(c.body, "png"), Large)
		if err == nil || c.want != nil && !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
		if took := time.Since(began); took > 10*time.Second {
			t.Errorf("%s took %s", name, took)
		}
	}
	runtime.ReadMemStats(&after)
	if taken := after.TotalAlloc - before.TotalAlloc; taken > 256<<20 {
		t.Errorf("they took %d MB", taken>>20)
	}
	if _, err := m.Picture(t.Context(), s.add(whole, "jpg"), Large); err != nil {
		t.Errorf("a good one afterwards: %v", err)
	}
}

func TestADamagedFileIsNotShown(t *testing.T) {
	m, s, _ := maker(t)
	f := s.add(encoded(t, "png", painted(40, 40)), "png")
	m.Open = func(ctx context.Context, hash string, size int64) (io.ReadCloser, error) {
		r, err := s.open(ctx, hash, size)
		return spoiled{r}, err
	}
	if _, err := m.Picture(t.Context(), f, Small); !errors.Is(err, errSpoiled) {
		t.Errorf("got %v", err)
	}
}

var errSpoiled = errors.New("the hash is another")

// spoiled says at the end that the content is not what it should be.
type spoiled struct{ io.ReadCloser }

func (s spoiled) Read(p []byte) (int, error) {
	n, err := s.ReadCloser.Read(p)
	if errors.Is(err, io.EOF) {
		err = errSpoiled
	}
	return n, err
}

func TestWhatWasLookedAtLongestAgoIsSweptFirst(t *testing.T) {
	m, s, dir := maker(t)
	var files []File
	for n := range 3 {
		f := s.add(encoded(t, "png", painted(50+n, 50)), "png")
		if _, err := m.Picture(t.Context(), f, Small); err != nil {
			t.Fatal(err)
		}
		at := time.Now().Add(time.Duration(n-5) * time.Hour)
		if err := os.Chtimes(filepath.Join(dir, f.Hash+".160.jpg"), at, at); err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	info, err := os.Stat(filepath.Join(dir, files[2].Hash+".160.jpg"))
	if err != nil {
		t.Fatal(err)
	}
	if err := m.Sweep(info.Size()); err != nil {
		t.Fatal(err)
	}
	left, err := os.ReadDir(dir)
	if err != nil || len(left) != 1 || !strings.HasPrefix(left[0].Name(), files[2].Hash) {
		t.Errorf("left: %v, %v", left, err)
	}
}

func TestAnOfficeFileIsShownAsPages(t *testing.T) {
	m, s, _ := maker(t)
	if _, err := m.Pages(t.Context(), s.add([]byte("x"), "exe")); !errors.Is(err, ErrUnreadable) {
		t.Errorf("a program: %v", err)
	}
	f := s.add([]byte("姓名,金额\n张三,100\n"), "csv")
	if !HasOffice() {
		if _, err := m.Pages(t.Context(), f); !errors.Is(err, office.ErrNone) {
			t.Errorf("without LibreOffice: %v", err)
		}
		return
	}
	pdf, err := m.Pages(t.Context(), f)
	if err != nil || !bytes.HasPrefix(pdf, []byte("%PDF-")) {
		t.Errorf("%.20q, %v", pdf, err)
	}
	if _, err := m.Pages(t.Context(), s.add([]byte("PK\x03\x04 no archive at all"), "docx")); err != nil && !errors.Is(err, ErrUnreadable) {
		t.Errorf("a hostile file: %v", err)
	}
}
