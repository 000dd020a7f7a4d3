package outline

import "strings"

// Change is a stretch of lines in which two texts differ.
type Change struct {
	Line   int // from 1, in the later text
	Before string
	After  string
}

// Diff gives where two texts differ, line by line.
func Diff(before, after string) []Change {
	a, b := strings.Split(strings.TrimSpace(before), "\n"), strings.Split(strings.TrimSpace(after), "\n")
	rest := common(a, b)
	var out []Change
	i, j, open := 0, 0, false
	add := func(gone, come string) {
		if !open {
			out, open = append(out, Change{Line: j + 1}), true
		}
		last := &out[len(out)-1]
		last.Before, last.After = last.Before+gone, last.After+come
	}
	for i < len(a) || j < len(b) {
		switch {
		case i < len(a) && j < len(b) && a[i] == b[j]:
			i, j, open = i+1, j+1, false
		case j == len(b) || i < len(a) && rest[i+1][j] >= rest[i][j+1]:
			add(a[i]+"\n", "")
			i++
		default:
			add("", b[j]+"\n")
			j++
		}
	}
	return out
}

// common holds, for each pair of places, how many lines the rests have in common.
func common(a, b []string) [][]int {
	out := make([][]int, len(a)+1)
	for i := range out {
		out[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				out[i][j] = out[i+1][j+1] + 1
			} else {
				out[i][j] = max(out[i+1][j], out[i][j+1])
			}
		}
	}
	return out
}
