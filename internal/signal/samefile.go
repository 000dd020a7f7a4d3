package signal

import (
	"slices"
	"strconv"
)

// use is one place where a file proves something.
type use struct {
	evidence string
	name     string
	at       int32 // place
}

// files are the uses of each file, by its hash. Almost every file is used
// once: the first use lies in the map itself.
type files map[string][]use

func (f files) add(e Proof, at int32) {
	if e.Hash != "" {
		f[e.Hash] = append(f[e.Hash], use{e.ID, e.Name, at})
	}
}

// sameFiles finds files that prove unrelated problems, or problems of two
// inspections.
func (s *Scan) sameFiles() []Finding {
	var out []Finding
	for hash, uses := range s.files {
		if len(uses) > 1 {
			out = append(out, s.shared(SameFile, hash, uses)...)
		}
	}
	return out
}

// shared makes the findings of one thing used at several places: one for each
// inspection in which it is used for unrelated problems, or beside another.
func (s *Scan) shared(rule Rule, subject string, uses []use) []Finding {
	var out []Finding
	for _, frame := range s.framesOf(uses) {
		f := s.frames[frame]
		if !f.settings.On(rule) {
			continue
		}
		own, foreign := s.split(uses, frame)
		apart := s.apart(own)
		if len(foreign) == 0 && apart < f.settings.FileProblems {
			continue
		}
		finding := Finding{InspectionID: f.id, OrgID: f.org, ProblemID: s.places[own[0].at].id, Rule: rule, Subject: subject,
			Variant: "inside", Stage: ProofStage, Args: []string{own[0].name, strconv.Itoa(apart)}}
		if len(foreign) > 0 {
			finding.Variant, finding.Args = "across", []string{own[0].name, strconv.Itoa(s.inspections(foreign))}
		}
		finding.Base = append(s.bases("evidence", own, frame), s.bases("evidence", foreign, frame)...)
		out = append(out, finding)
	}
	return out
}

func (s *Scan) framesOf(uses []use) []int32 {
	var out []int32
	for _, u := range uses {
		if f := s.places[u.at].frame; !slices.Contains(out, f) {
			out = append(out, f)
		}
	}
	return out
}

func (s *Scan) split(uses []use, frame int32) (own, foreign []use) {
	for _, u := range uses {
		if s.places[u.at].frame == frame {
			own = append(own, u)
		} else {
			foreign = append(foreign, u)
		}
	}
	return own, foreign
}

// apart counts how many of the problems are unrelated to each other, one
// after another.
func (s *Scan) apart(uses []use) int {
	var kept []int32
	for _, u := range uses {
		if !slices.ContainsFunc(kept, func(k int32) bool { return !s.unrelated(k, u.at) }) {
			kept = append(kept, u.at)
		}
	}
	return len(kept)
}

func (s *Scan) inspections(uses []use) int { return len(s.framesOf(uses)) }

// mostBase bounds the records named for one finding.
const mostBase = 20

func (s *Scan) bases(kind string, uses []use, frame int32) []Base {
	var out []Base
	for _, u := range uses[:min(len(uses), mostBase)] {
		p := s.places[u.at]
		b := Base{Kind: kind, RecordID: u.evidence, ProblemID: p.id, InspectionID: s.frames[p.frame].id, OrgID: s.frames[p.frame].org}
		if p.frame == frame {
			b.Label = excerpt(u.name)
		}
		out = append(out, b)
	}
	return out
}
