package signal

import "sort"

// Scan takes the inspections of a city one after another and keeps of each
// only what comparing across them needs: a city of a hundred thousand problems
// and a million texts fits into a small memory.
type Scan struct {
	names    names
	frames   []frame // inspections in the order of adding
	places   []place // problems
	files    files
	pictures pictures
	texts    texts
	wordings map[string][]wording // by organisation
	found    []Finding
	problems int
}

// frame is what is kept of an inspection.
type frame struct {
	id, org  string
	settings *Settings
	linked   map[[2]string]bool // pairs of problems that one regulation answers
}

// place is what is kept of a problem.
type place struct {
	id, aspect string
	frame      int32
}

// New begins a scan over a city with these organisations.
func New(orgs []Organisation) *Scan {
	return &Scan{names: newNames(orgs), files: files{}, wordings: map[string][]wording{}}
}

// Add takes one inspection.
func (s *Scan) Add(d *Dossier) {
	settings := d.Settings // a copy: a pointer into the dossier would keep all of it
	s.frames = append(s.frames, frame{d.Inspection.ID, d.Inspection.OrgID, &settings, linked(d)})
	for i := range d.Cases {
		c := &d.Cases[i]
		s.problems++
		for _, rule := range caseRules {
			if d.Settings.On(rule.name) {
				s.found = append(s.found, rule.find(d, c)...)
			}
		}
		s.found = append(s.found, s.names.inCase(d, c)...)
		s.keep(d, c)
	}
	for _, rule := range dossierRules {
		if d.Settings.On(rule.name) {
			s.found = append(s.found, rule.find(d)...)
		}
	}
}

// caseRules look at one problem alone.
var caseRules = []struct {
	name Rule
	find func(*Dossier, *Case) []Finding
}{
	{EvidenceEarly, evidenceEarly}, {EvidenceLate, evidenceLate}, {Placeholder, placeholders}, {QuickSignOff, quickSignOff},
	{NoResult, noResult}, {EasyLongTerm, easyLongTerm}, {SumsDiffer, sumsDiffer}, {ExtensionChain, extensionChain},
	{FileDates, fileDates},
}

// dossierRules look at one inspection alone.
var dossierRules = []struct {
	name Rule
	find func(*Dossier) []Finding
}{
	{RegulationEarly, regulationEarly}, {RegulationBare, regulationBare}, {RegulationIdle, regulationIdle}, {LastDayWave, lastDayWave},
}

// keep notes what the comparisons across problems need.
func (s *Scan) keep(d *Dossier, c *Case) {
	at := int32(len(s.places))
	s.places = append(s.places, place{c.Problem.ID, c.Problem.AspectID, int32(len(s.frames) - 1)})
	for _, e := range c.Evidence {
		s.files.add(e, at)
		s.pictures.add(e, at)
	}
	for _, m := range c.Measures {
		s.texts.add(kindMeasure, m.ID, m.Text, at, d.Settings.SimilarChars)
	}
	for _, p := range c.live() {
		s.texts.add(kindProgress, p.ID, p.Body, at, d.Settings.SimilarChars)
	}
	s.wordings[d.Inspection.OrgID] = append(s.wordings[d.Inspection.OrgID], wordingOf(d, c, at))
}

// Fetch gives texts by their ids, for those that are compared word by word.
type Fetch func(kind string, ids []string) (map[string]string, error)

// Findings ends the scan: what was found in each inspection and across them,
// by inspection, in the order of the rules.
func (s *Scan) Findings(fetch Fetch) ([]Finding, error) {
	s.found = append(s.found, s.sameFiles()...)
	s.found = append(s.found, s.samePictures()...)
	s.found = append(s.found, s.recurring()...)
	similar, err := s.similarTexts(fetch)
	if err != nil {
		return nil, err
	}
	out := append(s.found, similar...)
	order := map[Rule]int{}
	for i, r := range Rules() {
		order[r] = i
	}
	sort.SliceStable(out, func(i, j int) bool {
		a, b := out[i], out[j]
		if a.InspectionID != b.InspectionID {
			return a.InspectionID < b.InspectionID
		}
		if order[a.Rule] != order[b.Rule] {
			return order[a.Rule] < order[b.Rule]
		}
		return a.Subject < b.Subject
	})
	return out, nil
}

// Size tells how much was looked at.
func (s *Scan) Size() (problems, texts int) { return s.problems, s.texts.seen }

// linked pairs the problems that one regulation answers: they are related,
// whatever their aspects.
func linked(d *Dossier) map[[2]string]bool {
	out := map[[2]string]bool{}
	for _, r := range d.Regulations {
		for i, a := range r.Problems {
			for _, b := range r.Problems[i+1:] {
				out[[2]string{min(a, b), max(a, b)}] = true
			}
		}
	}
	return out
}

// unrelated reports whether two problems of one inspection have nothing to do
// with each other: other aspects, and no regulation that answers both.
func (s *Scan) unrelated(a, b int32) bool {
	p, q := s.places[a], s.places[b]
	return p.aspect != q.aspect && !s.frames[p.frame].linked[[2]string{min(p.id, q.id), max(p.id, q.id)}]
}
