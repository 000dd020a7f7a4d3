package signal

import (
	"cmp"
	"slices"
)

// Kinds of text that are compared, each with its own kind: tables' names.
const (
	kindMeasure  = "measure"
	kindProgress = "progress"
)

// slab is how many texts lie in one piece of memory, so that a growing list is
// never copied.
const slab = 1 << 14

// text is what is kept of one text. It holds no pointer: a million of them are
// nothing to go through for the collector.
type text struct {
	sign     signature
	id       uint32 // where its id begins in ids
	idLen    uint8
	progress bool
	at       int32 // place
}

// texts keeps the signatures of all texts.
type texts struct {
	slabs [][]text
	ids   []byte // of all texts, one after another
	n     int
	seen  int

	chars []rune
	marks []uint64
}

func (t *texts) add(kind, id, body string, at int32, least int) {
	t.seen++
	t.chars = normal(body, t.chars[:0])
	if len(t.chars) < least {
		return
	}
	t.marks = shingles(t.chars, t.marks[:0])
	if t.n%slab == 0 {
		t.slabs = append(t.slabs, make([]text, 0, slab))
	}
	last := &t.slabs[len(t.slabs)-1]
	*last = append(*last, text{sign: sign(t.marks), id: uint32(len(t.ids)), idLen: uint8(len(id)), progress: kind == kindProgress, at: at})
	t.ids = append(t.ids, id...)
	t.n++
}

// idOf gives the id of a text.
func (t *texts) idOf(x *text) string { return string(t.ids[x.id : x.id+uint32(x.idLen)]) }

func (t *texts) at(i int) *text { return &t.slabs[i/slab][i%slab] }

// entry is a text in the order of one band.
type entry struct {
	band uint64
	i    int32
}

// groups joins the texts that look alike by their signatures. A band that very
// many texts share is not gone through pair by pair: each is compared with the
// few before it, and equal ones are joined at once.
func (t *texts) groups(agree int) union {
	joined := newUnion(t.n)
	order := make([]entry, t.n)
	for b := range bands {
		for i := range order {
			e := t.at(i)
			order[i] = entry{e.sign.band(b) ^ kindBit(e.progress), int32(i)}
		}
		slices.SortFunc(order, func(a, b entry) int { return cmp.Or(cmp.Compare(a.band, b.band), cmp.Compare(a.i, b.i)) })
		for from := 0; from < len(order); {
			until := from + 1
			for until < len(order) && order[until].band == order[from].band {
				until++
			}
			t.joinBand(joined, order[from:until], agree)
			from = until
		}
	}
	return joined
}

func kindBit(progress bool) uint64 {
	if progress {
		return 1 << 63
	}
	return 0
}

// window is how many different texts of a band each is compared with.
const window = 24

func (t *texts) joinBand(joined union, band []entry, agree int) {
	var recent []int32
	for _, e := range band {
		next := t.at(int(e.i))
		known := false
		for _, r := range recent {
			n := next.sign.agrees(&t.at(int(r)).sign)
			if n >= agree && next.progress == t.at(int(r)).progress {
				joined.join(int(r), int(e.i))
			}
			if known = n == minima; known {
				break
			}
		}
		if known {
			continue
		}
		if recent = append(recent, e.i); len(recent) > window {
			recent = recent[1:]
		}
	}
}
