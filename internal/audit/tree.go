package audit

import "golang.org/x/mod/sumdb/tlog"

// tree grows an RFC 6962 tree leaf by leaf, from the entries alone, and holds
// no more than the roots of its complete subtrees.
type tree struct {
	size  int64
	roots []subtree // from left to right, each smaller than the one before
}

type subtree struct {
	level int
	hash  tlog.Hash
}

// add appends a leaf and gives the hashes of the subtrees that it completes,
// the leaf first: what tlog stores for it, in its order.
func (t *tree) add(leaf tlog.Hash) []tlog.Hash {
	t.size++
	t.roots = append(t.roots, subtree{hash: leaf})
	completed := []tlog.Hash{leaf}
	for n := len(t.roots); n > 1 && t.roots[n-1].level == t.roots[n-2].level; n = len(t.roots) {
		left, right := t.roots[n-2], t.roots[n-1]
		joined := subtree{left.level + 1, tlog.NodeHash(left.hash, right.hash)}
		t.roots = append(t.roots[:n-2], joined)
		completed = append(completed, joined.hash)
	}
	return completed
}

// root is the hash of the whole tree as it stands.
func (t *tree) root() (tlog.Hash, error) {
	n := len(t.roots)
	if n == 0 {
		return tlog.TreeHash(0, nil)
	}
	hash := t.roots[n-1].hash
	for i := n - 2; i >= 0; i-- {
		hash = tlog.NodeHash(t.roots[i].hash, hash)
	}
	return hash, nil
}
