package signal

import (
	"slices"
	"strconv"
)

// similarTexts finds near-identical measures or progress entries of different
// problems: of two inspections (organisations, years), or of so many problems
// of one. Signatures only propose; the texts themselves decide.
func (s *Scan) similarTexts(fetch Fetch) ([]Finding, error) {
	least := 100
	for _, f := range s.frames {
		least = min(least, f.settings.SimilarAcross, f.settings.SimilarInside)
	}
	groups := s.texts.groups(minima * (least - 15) / 100)
	var out []Finding
	for _, group := range groups.all() {
		if !s.manyProblems(group) {
			continue
		}
		found, err := s.copies(group, fetch)
		if err != nil {
			return nil, err
		}
		out = append(out, found...)
	}
	return out, nil
}

func (s *Scan) manyProblems(group []int) bool {
	first := s.texts.at(group[0]).at
	return slices.ContainsFunc(group, func(i int) bool { return s.texts.at(i).at != first })
}

// copy is a text of a group with its words.
type copied struct {
	*text
	id     string
	frame  int32
	words  string
	marks  []uint64
	nearby int // per cent, to the nearest of another problem of the inspection
	beyond int // per cent, to the nearest of another inspection
}

// mostRead bounds the texts of one group that are read, mostOwn those of one
// inspection: a phrase that the whole city uses is told with its examples.
const (
	mostRead = 200
	mostOwn  = 40
)

// copies reads the texts of a group and makes the findings of each inspection.
func (s *Scan) copies(group []int, fetch Fetch) ([]Finding, error) {
	list, err := s.read(group, fetch)
	if err != nil {
		return nil, err
	}
	compare(list)
	byFrame := map[int32][]*copied{}
	for _, c := range list {
		byFrame[c.frame] = append(byFrame[c.frame], c)
	}
	var out []Finding
	for frame, own := range byFrame {
		if s.frames[frame].settings.On(SimilarText) {
			out = append(out, s.copiesOf(frame, own, list)...)
		}
	}
	return out, nil
}

func (s *Scan) read(group []int, fetch Fetch) ([]*copied, error) {
	perFrame := map[int32]int{}
	var list []*copied
	var ids []string
	for _, i := range group {
		t := s.texts.at(i)
		frame := s.places[t.at].frame
		if perFrame[frame]++; perFrame[frame] > mostOwn || len(list) >= mostRead {
			continue
		}
		id := s.texts.idOf(t)
		list, ids = append(list, &copied{text: t, id: id, frame: frame}), append(ids, id)
	}
	kind := kindMeasure
	if list[0].progress {
		kind = kindProgress
	}
	words, err := fetch(kind, ids)
	for _, c := range list {
		c.words = words[c.id]
		c.marks = shingles(normal(c.words, nil), nil)
	}
	return list, err
}

func compare(list []*copied) {
	for i, a := range list {
		for _, b := range list[i+1:] {
			if a.at == b.at {
				continue
			}
			n := alike(a.marks, b.marks)
			if a.frame == b.frame {
				a.nearby, b.nearby = max(a.nearby, n), max(b.nearby, n)
			} else {
				a.beyond, b.beyond = max(a.beyond, n), max(b.beyond, n)
			}
		}
	}
}

// copiesOf makes the finding of one inspection: across inspections where there
// is one, otherwise inside.
func (s *Scan) copiesOf(frame int32, own, all []*copied) []Finding {
	set := s.frames[frame].settings
	across := slices.DeleteFunc(slices.Clone(own), func(c *copied) bool { return c.beyond < set.SimilarAcross })
	inside := slices.DeleteFunc(slices.Clone(own), func(c *copied) bool { return c.nearby < set.SimilarInside })
	switch {
	case len(across) > 0:
		var others []*copied
		for _, c := range all {
			if c.frame != frame && slices.ContainsFunc(across, func(o *copied) bool { return alike(o.marks, c.marks) >= set.SimilarAcross }) {
				others = append(others, c)
			}
		}
		return []Finding{s.copyFinding(frame, s.others(frame, others), across, others)}
	case problemsIn(inside) >= set.SimilarProblems:
		return []Finding{s.copyFinding(frame, "inside", inside, nil)}
	}
	return nil
}

func problemsIn(list []*copied) int {
	seen := map[int32]bool{}
	for _, c := range list {
		seen[c.at] = true
	}
	return len(seen)
}

func (s *Scan) copyFinding(frame int32, variant string, own, others []*copied) Finding {
	slices.SortFunc(own, func(a, b *copied) int { return int(a.at - b.at) })
	first := own[0]
	f := Finding{InspectionID: s.frames[frame].id, OrgID: s.frames[frame].org, ProblemID: s.places[first.at].id, Rule: SimilarText,
		Variant: variant, Subject: first.id, Stage: PlanStage}
	kind, likeness := kindMeasure, first.nearby
	if first.progress {
		kind, f.Stage = kindProgress, ProofStage
	}
	if variant != "inside" {
		likeness = first.beyond
	}
	f.Args = []string{strconv.Itoa(likeness), strconv.Itoa(problemsIn(own)), strconv.Itoa(problemsIn(others))}
	f.Base = append(s.bases(kind, uses(own), frame), s.bases(kind, uses(others), frame)...)
	return f
}

// others is the wording for whose the other texts are: those of other
// organisations, or of the same one in an earlier round.
func (s *Scan) others(frame int32, list []*copied) string {
	for _, c := range list {
		if s.frames[c.frame].org != s.frames[frame].org {
			return "across"
		}
	}
	return "earlier"
}

func uses(list []*copied) []use {
	out := make([]use, len(list))
	for i, c := range list {
		out[i] = use{c.id, c.words, c.at}
	}
	return out
}
