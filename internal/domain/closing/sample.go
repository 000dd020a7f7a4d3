package closing

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"slices"
	"strconv"
	"time"
)

// Weigh is what gives a problem a better chance to be drawn.
type Weigh string

// The weights.
const (
	WeighEqual   Weigh = "equal"
	WeighSignals Weigh = "signals" // signals that are not explained
	WeighSize    Weigh = "size"    // people and money reported
	WeighShare   Weigh = "share"   // each organisation its share of the sample
)

// Weighs lists the weights.
func Weighs() []Weigh { return []Weigh{WeighSignals, WeighEqual, WeighSize, WeighShare} }

// Candidate is one signed-off problem that could be drawn. Its id is all of it
// that the drawing looks at, beside its weight.
type Candidate struct {
	ID           string `json:"id"`
	Number       string `json:"number"`
	Organisation string `json:"organisation"` // id
	Weight       int    `json:"weight"`       // tickets, from 1
}

// DrawMethod names the rule of Draw, for those who repeat it.
const DrawMethod = "sha256-tickets-1"

// Draw draws n of the pool. It is a lottery that anybody can repeat: every
// problem holds as many tickets as its weight; ticket k (from 1) of a problem
// is the SHA-256 of the seed, a line feed, the problem's id, a line feed and k
// in decimal; a problem counts with its lowest ticket, and the n lowest
// problems are drawn, lowest first. With WeighShare each organisation's part
// is drawn by itself, in the order of their ids.
func Draw(seed string, weigh Weigh, pool []Candidate, n int) []string {
	if weigh != WeighShare {
		return lowest(seed, pool, n)
	}
	parts := map[string][]Candidate{}
	for _, c := range pool {
		parts[c.Organisation] = append(parts[c.Organisation], c)
	}
	var out []string
	for _, s := range shares(parts, n) {
		out = append(out, lowest(seed, parts[s.organisation], s.n)...)
	}
	return out
}

func lowest(seed string, pool []Candidate, n int) []string {
	type drawn struct {
		id     string
		ticket [sha256.Size]byte
	}
	list := make([]drawn, len(pool))
	for i, c := range pool {
		list[i] = drawn{c.ID, Ticket(seed, c.ID, 1)}
		for k := 2; k <= c.Weight; k++ {
			if t := Ticket(seed, c.ID, k); bytes.Compare(t[:], list[i].ticket[:]) < 0 {
				list[i].ticket = t
			}
		}
	}
	slices.SortFunc(list, func(a, b drawn) int { return bytes.Compare(a.ticket[:], b.ticket[:]) })
	var out []string
	for _, d := range list[:min(n, len(list))] {
		out = append(out, d.id)
	}
	return out
}

// Ticket is ticket k of a problem.
func Ticket(seed, id string, k int) [sha256.Size]byte {
	return sha256.Sum256([]byte(seed + "\n" + id + "\n" + strconv.Itoa(k)))
}

type share struct {
	organisation string
	n            int
	rest         int
}

// shares gives each organisation its part of the sample, by the number of its
// problems: whole parts first, then the largest remainders, the lower id first.
func shares(parts map[string][]Candidate, n int) []share {
	all := 0
	for _, p := range parts {
		all += len(p)
	}
	var out []share
	given := 0
	for o, p := range parts {
		s := share{o, n * len(p) / max(all, 1), n * len(p) % max(all, 1)}
		given += s.n
		out = append(out, s)
	}
	slices.SortFunc(out, func(a, b share) int {
		return cmp.Or(cmp.Compare(b.rest, a.rest), cmp.Compare(a.organisation, b.organisation))
	})
	for i := range out {
		if given < n && out[i].n < len(parts[out[i].organisation]) {
			out[i].n++
			given++
		}
	}
	slices.SortFunc(out, func(a, b share) int { return cmp.Compare(a.organisation, b.organisation) })
	return out
}

// mostTickets bounds a weight.
const mostTickets = 100

// Tickets gives the weight of a problem: one ticket, and more for signals that
// nobody has explained, or for what was reported of people and money.
func Tickets(w Weigh, signals, people int, amount int64) int {
	n := 1
	switch w {
	case WeighSignals:
		n += 3 * signals
	case WeighSize:
		n += people/5 + int(min(amount/1e7, mostTickets)) // each 5 people, each 100,000 yuan
	}
	return min(n, mostTickets)
}

// Sample is one drawing. It is never changed and never deleted: who draws
// again until he likes the result is seen to do so.
type Sample struct {
	ID           string
	OrgID        string // of the inspection office
	RoundID      string
	InspectionID string // empty: of the whole round
	Number       int    // in the round, from 1
	Seed         string
	Method       string
	Weigh        Weigh
	Size         int
	Pool         []Candidate
	Drawn        []string
	Note         string
	By           string
	Name         string
	At           time.Time
}

// SampleFile is a drawing as it is handed out, so that anybody can repeat it.
type SampleFile struct {
	Method string      `json:"method"`
	Seed   string      `json:"seed"`
	Weigh  Weigh       `json:"weigh"`
	Size   int         `json:"size"`
	Pool   []Candidate `json:"pool"`
	Drawn  []string    `json:"drawn"`
}

// File gives the drawing as it is handed out.
func (s Sample) File() SampleFile {
	return SampleFile{Method: s.Method, Seed: s.Seed, Weigh: s.Weigh, Size: s.Size, Pool: s.Pool, Drawn: s.Drawn}
}

// Repeats reports whether drawing again gives the same.
func (f SampleFile) Repeats() bool {
	return f.Method == DrawMethod && slices.Equal(Draw(f.Seed, f.Weigh, f.Pool, f.Size), f.Drawn)
}
