package incoming

import (
	"slices"
	"strconv"
	"strings"

	"bihuan/internal/domain/work"
)

const (
	sureAt     = 88  // a wording so alike means the problem
	askAt      = 40  // below it nothing is proposed first
	numberedAt = 55  // enough where the number agrees too
	mostCommon = 400 // problems with a pair of characters beyond which it tells nothing
)

// scored is a problem and how alike its wording is.
type scored struct{ place, score int }

// match finds the problem that an entry means, by its wording and its number.
func (r *Records) match(e Entry) found {
	if at := r.titles[plain(e.Label)]; len(at) == 1 {
		return found{value: r.Problems[at[0]].ID}
	} else if len(at) > 1 {
		for _, i := range at {
			if r.numbered(i, e) {
				return found{value: r.Problems[i].ID}
			}
		}
		return found{doubt: RecordUnsure, options: r.named(at)}
	}
	all := r.candidates(e)
	if len(all) == 0 {
		return found{doubt: RecordUnknown}
	}
	best := all[0]
	clear := len(all) == 1 || all[1].score <= best.score-5
	switch {
	case best.score >= sureAt && clear, best.score >= numberedAt && clear && r.numbered(best.place, e):
		return found{value: r.Problems[best.place].ID}
	}
	doubt := RecordUnsure
	if best.score < askAt {
		doubt = RecordUnknown
	}
	var places []int
	for _, s := range all[:min(5, len(all))] {
		places = append(places, s.place)
	}
	return found{doubt: doubt, options: r.named(places)}
}

func (r *Records) named(places []int) []string {
	var out []string
	for _, i := range places {
		out = append(out, r.Problems[i].ID)
	}
	return out
}

// numbered tells whether an entry has the number of a problem: 1.2.3, or its
// place among all.
func (r *Records) numbered(i int, e Entry) bool {
	return e.Number > 0 && e.Number == r.Problems[i].Seq || e.Mark != "" && strings.Trim(e.Mark, "（()）.、 ") == r.Problems[i].Number ||
		e.Number == 0 && e.Mark == strconv.Itoa(r.Problems[i].Seq)
}

// candidates are the problems that share words with an entry, the likest first.
func (r *Records) candidates(e Entry) []scored {
	hits := map[int]int{}
	for pair := range pairs(e.Label) {
		if at := r.pairs[pair]; len(at) <= mostCommon {
			for _, i := range at {
				hits[i]++
			}
		}
	}
	var out []scored
	for i, n := range hits {
		if n < 2 {
			continue
		}
		out = append(out, scored{i, r.score(i, e)})
	}
	slices.SortFunc(out, func(a, b scored) int {
		if a.score != b.score {
			return b.score - a.score
		}
		return a.place - b.place
	})
	return out
}

// score is how alike an entry and a problem are, in hundredths.
func (r *Records) score(i int, e Entry) int {
	p := r.Problems[i]
	title, label := plain(p.Title), plain(e.Label)
	best := Likeness(title, label)
	if len([]rune(title)) >= 6 && strings.Contains(label, title) || len([]rune(label)) >= 6 && strings.Contains(title, label) {
		best = max(best, 95)
	}
	if e.Words != "" {
		best = max(best, Likeness(p.Words, e.Words))
	}
	return best
}

// AsNew in place of a measure says that a row is a measure of its own.
const AsNew = "new"

// matchMeasure finds the measure of a problem that a text means, among those
// that no row before has.
func (r *Records) matchMeasure(problemID, text string, had map[string]bool) found {
	var similar []string
	best := 0
	for _, m := range r.Measures[problemID] {
		if had[m.ID] {
			continue
		}
		if plain(m.Text) == plain(text) {
			return found{value: m.ID}
		}
		if s := Likeness(m.Text, text); s >= numberedAt && s > best {
			similar, best = []string{m.ID}, s
		}
	}
	if len(similar) > 0 && !r.exactlyElsewhere(problemID, text) {
		return found{doubt: MeasureSimilar, options: append(similar, AsNew)}
	}
	return found{value: AsNew}
}

// exactlyElsewhere tells whether a measure in these very words exists, which an
// earlier row has.
func (r *Records) exactlyElsewhere(problemID, text string) bool {
	return slices.ContainsFunc(r.Measures[problemID], func(m work.Measure) bool { return plain(m.Text) == plain(text) })
}
