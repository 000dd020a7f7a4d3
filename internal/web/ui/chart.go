package ui

import (
	"fmt"
	"math"
	"strconv"
)

// Part is one share of a whole: a verdict and how many problems have it.
type Part struct {
	Label string
	Count int
	Kind  Kind
	Href  string // the list of exactly these
}

// slice is a part with its place on a scale of 0 to 100.
type slice struct {
	Part
	from, share float64
}

func slices100(parts []Part) []slice {
	total := sum(parts)
	var out []slice
	at := 0.0
	for _, p := range parts {
		if p.Count <= 0 {
			continue
		}
		share := 100 * float64(p.Count) / float64(total)
		out = append(out, slice{p, at, share})
		at += share
	}
	return out
}

func sum(parts []Part) int {
	total := 0
	for _, p := range parts {
		total += max(p.Count, 0)
	}
	return total
}

func number(f float64) string { return strconv.FormatFloat(math.Round(f*100)/100, 'f', -1, 64) }

// The ring of a donut has the circumference 100, so that a share is a length.
const ringRadius = "15.915"

func (s slice) dashes() string { return fmt.Sprintf("%s %s", number(s.share), number(100-s.share)) }

func (s slice) offset() string { return number(math.Mod(125-s.from, 100)) }
