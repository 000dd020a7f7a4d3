package templates

import (
	"fmt"
	"strings"

	"rsc.io/qr"
)

// Code is a QR code as the path of an SVG.
type Code struct {
	Size int // modules a side, with the quiet zone
	Path string
	Text string
}

// quiet is the margin of a code in modules.
const quiet = 4

// NewCode encodes a text so that a camera reads it off paper.
func NewCode(text string) (Code, error) {
	c, err := qr.Encode(text, qr.M)
	if err != nil {
		return Code{}, fmt.Errorf("QR code: %w", err)
	}
	var path strings.Builder
	for y := range c.Size {
		for x := range c.Size {
			if c.Black(x, y) {
				fmt.Fprintf(&path, "M%d %dh1v1h-1z", x+quiet, y+quiet)
			}
		}
	}
	return Code{Size: c.Size + 2*quiet, Path: path.String(), Text: text}, nil
}
