package preview

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/color"
	_ "image/gif" // the first picture of it
	"image/jpeg"
	_ "image/png" // read only
	"io"
)

// Sizes of pictures, in points of the longer side.
const (
	Small = 160
	Large = 1280
)

// Limits of a picture that is decoded: bytes of the file, points, and bytes of
// memory that its points take.
const (
	mostFile   = 48 << 20
	mostPoints = 26_000_000
	mostMemory = 128 << 20
)

// Picture gives a smaller JPEG of a picture, at most side points high and wide.
// It fails with ErrTooLarge or ErrUnreadable.
func (m *Maker) Picture(ctx context.Context, f File, side int) ([]byte, error) {
	if f.Size > mostFile {
		return nil, ErrTooLarge
	}
	return m.made(ctx, f, fmt.Sprintf("%d.jpg", side), func(_ context.Context, r io.Reader) ([]byte, error) { return smaller(r, side) })
}

func smaller(r io.Reader, side int) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, mostFile+1))
	if err != nil {
		return nil, err
	}
	head, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || head.Width <= 0 || head.Height <= 0 {
		return nil, ErrUnreadable
	}
	if !fits(head) {
		return nil, ErrTooLarge
	}
	picture, err := decoded(data)
	if err != nil {
		return nil, ErrUnreadable
	}
	var out bytes.Buffer
	if err := jpeg.Encode(&out, shrunk(picture, side), &jpeg.Options{Quality: 82}); err != nil {
		return nil, ErrUnreadable
	}
	return out.Bytes(), nil
}

// fits reports whether a picture of that size is decoded.
func fits(c image.Config) bool {
	points := int64(c.Width) * int64(c.Height)
	return points <= mostPoints && points*bytesOf(c.ColorModel) <= mostMemory
}

// bytesOf is how many bytes a point takes.
func bytesOf(m color.Model) int64 {
	switch m {
	case color.YCbCrModel:
		return 3
	case color.GrayModel, color.AlphaModel:
		return 1
	case color.Gray16Model, color.Alpha16Model:
		return 2
	case color.RGBA64Model, color.NRGBA64Model:
		return 8
	}
	if _, palette := m.(color.Palette); palette {
		return 1
	}
	return 4
}

// decoded reads a picture; a decoder that panics has met a hostile one.
func decoded(data []byte) (picture image.Image, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%w: %v", ErrUnreadable, p)
		}
	}()
	picture, _, err = image.Decode(bytes.NewReader(data))
	return picture, err
}

// shrunk averages the points of a picture down to a side, on white where it is
// transparent; a picture that is small enough keeps its size.
func shrunk(p image.Image, side int) image.Image {
	b := p.Bounds()
	w, h := b.Dx(), b.Dy()
	if longer := max(w, h); longer > side {
		w, h = max(w*side/longer, 1), max(h*side/longer, 1)
	}
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			out.SetRGBA(x, y, average(p, cut(b.Min.X, b.Dx(), x, w), cut(b.Min.Y, b.Dy(), y, h)))
		}
	}
	return out
}

// span is from the first point to the one after the last.
type span struct{ from, to int }

// cut gives part n of a side that is cut into so many.
func cut(start, length, n, parts int) span {
	from := start + n*length/parts
	return span{from, max(start+(n+1)*length/parts, from+1)}
}

// mostSamples bounds the points that are averaged along each side.
const mostSamples = 8

func average(p image.Image, xs, ys span) color.RGBA {
	stepX, stepY := max((xs.to-xs.from)/mostSamples, 1), max((ys.to-ys.from)/mostSamples, 1)
	var r, g, b, n uint64
	for y := ys.from; y < ys.to; y += stepY {
		for x := xs.from; x < xs.to; x += stepX {
			cr, cg, cb, ca := p.At(x, y).RGBA()
			white := uint64(0xffff - ca)
			r, g, b, n = r+uint64(cr)+white, g+uint64(cg)+white, b+uint64(cb)+white, n+1
		}
	}
	return color.RGBA{uint8(r / n >> 8), uint8(g / n >> 8), uint8(b / n >> 8), 0xff}
}
