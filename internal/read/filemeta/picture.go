package filemeta

import (
	"bytes"
	"encoding/hex"
	"image"
	"image/color"
	_ "image/gif" // pictures of all three kinds are looked at
	_ "image/jpeg"
	_ "image/png"
)

// mostPixels bounds the pictures that are decoded: a photograph of a telephone
// passes, a small file that unfolds to gigabytes does not.
const mostPixels = 24_000_000

// look makes the perceptual hash of a picture.
func (m *Meta) look(body []byte) {
	c, _, err := image.DecodeConfig(bytes.NewReader(body))
	if err != nil {
		m.Broken = true
		return
	}
	if c.Width < 1 || c.Height < 1 || c.Width > mostPixels/c.Height || deep(c.ColorModel) && c.Width > mostPixels/2/c.Height {
		m.Broken = true
		return
	}
	img, _, err := image.Decode(bytes.NewReader(body))
	if err != nil {
		m.Broken = true
		return
	}
	m.Picture = Hash(img)
}

func deep(m color.Model) bool { return m == color.RGBA64Model || m == color.NRGBA64Model }

// cells is the side of the grid that a picture is reduced to.
const cells = 9

// blank is the least difference between the lightest and the darkest cell, of
// 65535, of a picture that shows something.
const blank = 3000

// Hash is a perceptual hash of 128 bits (dHash): whether each cell of a small
// grey copy is lighter than its right and than its lower neighbour. Another
// size, format or compression changes a few of them. Blank pictures have none:
// all of them would look alike.
func Hash(img image.Image) string {
	grid := shrink(img)
	lo, hi := grid[0][0], grid[0][0]
	for _, row := range grid {
		for _, v := range row {
			lo, hi = min(lo, v), max(hi, v)
		}
	}
	if hi-lo < blank {
		return ""
	}
	var out [16]byte
	bit := 0
	set := func(yes bool) {
		if yes {
			out[bit/8] |= 1 << (7 - bit%8)
		}
		bit++
	}
	for y := range cells - 1 {
		for x := range cells - 1 {
			set(grid[y][x] < grid[y][x+1])
		}
	}
	for y := range cells - 1 {
		for x := range cells - 1 {
			set(grid[y][x] < grid[y+1][x])
		}
	}
	return hex.EncodeToString(out[:])
}

// perCell bounds the pixels looked at in each direction of a cell.
const perCell = 24

// shrink gives the mean grey of each cell.
func shrink(img image.Image) (out [cells][cells]uint64) {
	b := img.Bounds()
	for cy := range cells {
		for cx := range cells {
			x0, x1 := b.Min.X+cx*b.Dx()/cells, b.Min.X+max((cx+1)*b.Dx()/cells, cx*b.Dx()/cells+1)
			y0, y1 := b.Min.Y+cy*b.Dy()/cells, b.Min.Y+max((cy+1)*b.Dy()/cells, cy*b.Dy()/cells+1)
			var sum, n uint64
			for y := y0; y < y1; y += max(1, (y1-y0)/perCell) {
				for x := x0; x < x1; x += max(1, (x1-x0)/perCell) {
					sum += uint64(color.Gray16Model.Convert(img.At(min(x, b.Max.X-1), min(y, b.Max.Y-1))).(color.Gray16).Y)
					n++
				}
			}
			out[cy][cx] = sum / max(n, 1)
		}
	}
	return out
}
