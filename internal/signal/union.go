package signal

// union joins numbers into groups.
type union []int32

func newUnion(n int) union {
	u := make(union, n)
	for i := range u {
		u[i] = int32(i)
	}
	return u
}

func (u union) root(i int) int {
	for int(u[i]) != i {
		u[i] = u[u[i]]
		i = int(u[i])
	}
	return i
}

// join puts two into one group; the smaller number stands for it.
func (u union) join(a, b int) {
	a, b = u.root(a), u.root(b)
	u[max(a, b)] = int32(min(a, b))
}

// all gives the groups of two and more, each in rising order.
func (u union) all() map[int][]int {
	size := make(map[int]int32)
	for i := range u {
		if r := u.root(i); r != i {
			size[r]++
		}
	}
	out := make(map[int][]int, len(size))
	for i := range u {
		if r := u.root(i); size[r] > 0 {
			out[r] = append(out[r], i)
		}
	}
	return out
}
