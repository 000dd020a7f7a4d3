package signal

// A signature is the smallest values of 48 hash functions over the shingles of
// a text, 8 bits of each: texts that share a part p of their shingles agree in
// about that part of it, and by chance in one place of 256. It is cut into 16 bands of 3: two texts that are
// 70 % alike agree in at least one band with a probability of 99.9 %, two that
// are 20 % alike with one of 12 %.
const (
	bands  = 16
	rows   = 3
	minima = bands * rows
)

type signature [minima]uint8

var seeds = func() (out [minima]uint64) {
	for i := range out {
		out[i] = mix(uint64(i)*0x5851f42d4c957f2d+1) | 1
	}
	return out
}()

// sign gives the signature of shingles.
func sign(list []uint64) (out signature) {
	var least [minima]uint64
	for i := range least {
		least[i] = ^uint64(0)
	}
	for _, x := range list {
		for i := range least {
			if h := (x ^ seeds[i]>>7) * seeds[i]; h < least[i] {
				least[i] = h
			}
		}
	}
	for i, v := range least {
		out[i] = uint8(v >> 40)
	}
	return out
}

// band gives one band as a number.
func (s *signature) band(n int) uint64 {
	b := s[n*rows : n*rows+rows]
	return uint64(b[0])<<16 | uint64(b[1])<<8 | uint64(b[2])
}

// agrees is the number of places in which two signatures agree.
func (s *signature) agrees(o *signature) int {
	n := 0
	for i := range s {
		if s[i] == o[i] {
			n++
		}
	}
	return n
}
