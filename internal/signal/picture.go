package signal

import (
	"encoding/hex"
	"math/bits"
	"sort"
)

// pictures are the perceptual hashes of all pictures: 128 bits each, of which
// alike pictures differ in a few.
type pictures []picture

type picture struct {
	bits [16]byte
	hash string // of the file
	use
}

func (p *pictures) add(e Proof, at int32) {
	one := picture{hash: e.Hash, use: use{e.ID, e.Name, at}}
	if raw, err := hex.DecodeString(e.Facts.Picture); err == nil && len(raw) == len(one.bits) {
		copy(one.bits[:], raw)
		*p = append(*p, one)
	}
}

// differ counts the bits in which two pictures differ.
func (p picture) differ(q picture) int {
	n := 0
	for i := range p.bits {
		n += bits.OnesCount8(p.bits[i] ^ q.bits[i])
	}
	return n
}

// samePictures finds pictures that look alike in different files and prove
// unrelated problems, or problems of two inspections.
func (s *Scan) samePictures() []Finding {
	sort.SliceStable(s.pictures, func(i, j int) bool { return s.pictures[i].evidence < s.pictures[j].evidence })
	most := 0
	for _, f := range s.frames {
		most = max(most, f.settings.PictureBits)
	}
	groups := newUnion(len(s.pictures))
	for a, b := range s.pictures.near(most) {
		fa, fb := s.frames[s.places[s.pictures[a].at].frame], s.frames[s.places[s.pictures[b].at].frame]
		if s.pictures[a].differ(s.pictures[b]) <= min(fa.settings.PictureBits, fb.settings.PictureBits) {
			groups.join(a, b)
		}
	}
	var out []Finding
	for _, group := range groups.all() {
		if uses := s.pictures.otherFiles(group); len(uses) > 1 {
			out = append(out, s.shared(SamePicture, uses[0].evidence, uses)...)
		}
	}
	return out
}

// otherFiles gives the uses of a group, unless all are one file: that is
// SameFile's.
func (p pictures) otherFiles(group []int) []use {
	var out []use
	differ := false
	for _, i := range group {
		out = append(out, p[i].use)
		differ = differ || p[i].hash != p[group[0]].hash
	}
	if !differ {
		return nil
	}
	return out
}

// near gives the pairs of pictures that may differ in at most so many bits: by
// the pigeonhole principle such a pair is equal in one of most+1 stretches.
func (p pictures) near(most int) func(func(int, int) bool) {
	return func(yield func(int, int) bool) {
		parts := most + 1
		for part := range parts {
			from, until := 128*part/parts, 128*(part+1)/parts
			buckets := map[uint64][]int{}
			for i := range p {
				key := p[i].stretch(from, until)
				for _, j := range buckets[key] {
					if !yield(j, i) {
						return
					}
				}
				buckets[key] = append(buckets[key], i)
			}
		}
	}
}

// stretch gives some of the bits as a number; at most 64.
func (p picture) stretch(from, until int) uint64 {
	var out uint64
	for i := from; i < min(until, from+64); i++ {
		out = out<<1 | uint64(p.bits[i/8]>>(7-i%8)&1)
	}
	return out
}
