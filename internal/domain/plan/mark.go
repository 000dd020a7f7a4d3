package plan

import (
	"slices"
	"unicode"
)

// Op is what happened to a piece of text.
type Op string

// The operations.
const (
	Kept  Op = "kept"
	Taken Op = "taken" // only in the earlier text
	Given Op = "given" // only in the later text
)

// Piece is a stretch of one text that stayed, went or came.
type Piece struct {
	Op   Op
	Text string
}

// mostEdits bounds the search for the shortest way from one text to the other;
// texts that differ more are shown as one replaced by the other.
const mostEdits = 800

// Mark tells character by character how one text became another. Words of
// letters and figures count as one character. The kept and taken pieces are
// the earlier text, the kept and given ones the later.
func Mark(before, after string) []Piece {
	a, b := tokens(before), tokens(after)
	from, until := shared(a, b)
	var m marker
	m.add(Kept, a[:from]...)
	m.between(a[from:len(a)-until], b[from:len(b)-until])
	m.add(Kept, a[len(a)-until:]...)
	return m.readable()
}

// tokens cuts a text into characters, and words of letters or figures.
func tokens(text string) []string {
	var out []string
	plain := false
	for _, r := range text {
		word := r < unicode.MaxLatin1 && (unicode.IsLetter(r) || unicode.IsDigit(r))
		if word && plain {
			out[len(out)-1] += string(r)
		} else {
			out = append(out, string(r))
		}
		plain = word
	}
	return out
}

// shared counts the tokens that both begin with, and those that both end with.
func shared(a, b []string) (head, tail int) {
	for head < min(len(a), len(b)) && a[head] == b[head] {
		head++
	}
	for tail < min(len(a), len(b))-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	return head, tail
}

// marker collects pieces.
type marker struct{ pieces []Piece }

func (m *marker) add(op Op, tokens ...string) {
	for _, t := range tokens {
		if n := len(m.pieces); n > 0 && m.pieces[n-1].Op == op {
			m.pieces[n-1].Text += t
		} else {
			m.pieces = append(m.pieces, Piece{op, t})
		}
	}
}

// between finds the shortest way from a to b (Myers) and adds its pieces.
func (m *marker) between(a, b []string) {
	trace, found := search(a, b)
	if !found {
		m.add(Taken, a...)
		m.add(Given, b...)
		return
	}
	var back []Piece
	x, y := len(a), len(b)
	for d := len(trace) - 1; d >= 0; d-- {
		k, v := x-y, trace[d]
		down := k == -d || k != d && v[d+k-1] < v[d+k+1]
		startX := 0
		switch {
		case d == 0:
			down = true
		case down:
			startX = v[d+k+1]
		default:
			startX = v[d+k-1] + 1
		}
		for ; x > startX; x, y = x-1, y-1 {
			back = append(back, Piece{Kept, a[x-1]})
		}
		switch {
		case d == 0:
		case down:
			y--
			back = append(back, Piece{Given, b[y]})
		default:
			x--
			back = append(back, Piece{Taken, a[x]})
		}
	}
	slices.Reverse(back)
	for _, p := range back {
		m.add(p.Op, p.Text)
	}
}

// search gives, for each number of edits d, how far each diagonal had come
// before it: entry d+k is the x of diagonal k.
func search(a, b []string) (trace [][]int, found bool) {
	limit := min(len(a)+len(b), mostEdits)
	v := make([]int, 2*limit+3)
	mid := limit + 1
	for d := 0; d <= limit; d++ {
		trace = append(trace, slices.Clone(v[mid-d:mid+d+1]))
		for k := -d; k <= d; k += 2 {
			x := 0
			switch {
			case d == 0:
			case k == -d || k != d && v[mid+k-1] < v[mid+k+1]:
				x = v[mid+k+1]
			default:
				x = v[mid+k-1] + 1
			}
			for x < len(a) && x-k < len(b) && a[x] == b[x-k] {
				x++
			}
			v[mid+k] = x
			if x >= len(a) && x-k >= len(b) {
				return trace, true
			}
		}
	}
	return nil, false
}

// readable gives a kept character or mark between two changes up to them, and
// puts what went before what came: people read words, not shortest ways.
func (m *marker) readable() []Piece {
	var out marker
	for n := 0; n < len(m.pieces); {
		if m.pieces[n].Op == Kept {
			out.add(Kept, m.pieces[n].Text)
			n++
			continue
		}
		var taken, given string
		for ; n < len(m.pieces) && (m.pieces[n].Op != Kept || n+1 < len(m.pieces) && slight(m.pieces[n].Text)); n++ {
			if m.pieces[n].Op != Given {
				taken += m.pieces[n].Text
			}
			if m.pieces[n].Op != Taken {
				given += m.pieces[n].Text
			}
		}
		if taken != "" {
			out.add(Taken, taken)
		}
		if given != "" {
			out.add(Given, given)
		}
	}
	return out.pieces
}

// slight is a kept piece that says nothing between two changes: one character
// that is no line break.
func slight(text string) bool {
	r := []rune(text)
	return len(r) == 1 && r[0] != '\n'
}
