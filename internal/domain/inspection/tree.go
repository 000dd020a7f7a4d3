package inspection

import (
	"slices"
	"strings"

	"bihuan/internal/fault"
)

// Words gives a node's whole wording: title and text together.
func (n DraftNode) Words() string { return n.Title + n.Text }

// Find gives the node with the key, or false.
func Find(tree []DraftNode, key string) (DraftNode, bool) {
	for _, n := range tree {
		if n.Key == key {
			return n, true
		}
		if found, ok := Find(n.Children, key); ok {
			return found, true
		}
	}
	return DraftNode{}, false
}

// Walk visits every node in the order of the paper with its depth.
func Walk(tree []DraftNode, visit func(n DraftNode, depth int)) { walk(tree, 0, visit) }

func walk(tree []DraftNode, depth int, visit func(DraftNode, int)) {
	for _, n := range tree {
		visit(n, depth)
		walk(n.Children, depth+1, visit)
	}
}

// errGone is the answer to a change of a node that is not there any more.
func errGone() error { return fault.New(fault.Conflict, "feedback.node.gone") }

// at finds the list that holds the node and its place in it, and hands both
// to f, which gives the list's new content. The given tree stays as it was.
func at(tree []DraftNode, key string, f func(list []DraftNode, i int) ([]DraftNode, error)) ([]DraftNode, bool, error) {
	for i, n := range tree {
		if n.Key == key {
			out, err := f(append([]DraftNode(nil), tree...), i)
			return out, true, err
		}
		children, found, err := at(n.Children, key, f)
		if found {
			out := append([]DraftNode(nil), tree...)
			out[i].Children = children
			return out, true, err
		}
	}
	return tree, false, nil
}

func change(tree []DraftNode, key string, f func([]DraftNode, int) ([]DraftNode, error)) ([]DraftNode, error) {
	out, found, err := at(tree, key, f)
	if err != nil {
		return nil, err
	}
	if !found {
		return nil, errGone()
	}
	return out, nil
}

// The directions of Move.
const (
	Up   = "up"
	Down = "down"
	In   = "in"  // becomes the last child of its predecessor
	Out  = "out" // becomes the successor of its parent, with the siblings after it below
)

// Move shifts a node with all below it.
func Move(tree []DraftNode, key, direction string) ([]DraftNode, error) {
	switch direction {
	case Up, Down:
		return change(tree, key, func(list []DraftNode, i int) ([]DraftNode, error) { return swap(list, i, direction) })
	case In:
		return change(tree, key, indent)
	case Out:
		return outdent(tree, key)
	}
	return nil, fault.New(fault.Invalid, "feedback.move.where")
}

func swap(list []DraftNode, i int, direction string) ([]DraftNode, error) {
	j := i - 1
	if direction == Down {
		j = i + 1
	}
	if j < 0 || j >= len(list) {
		return nil, fault.New(fault.Invalid, "feedback.move.edge")
	}
	list[i], list[j] = list[j], list[i]
	return list, nil
}

func indent(list []DraftNode, i int) ([]DraftNode, error) {
	if i == 0 {
		return nil, fault.New(fault.Invalid, "feedback.move.edge")
	}
	into := list[i-1]
	into.Children = append(append([]DraftNode(nil), into.Children...), list[i])
	list[i-1] = into
	return append(list[:i], list[i+1:]...), nil
}

// outdent makes a node the successor of its parent. The siblings that follow it
// become its last children, so that the order of the paper stands.
func outdent(tree []DraftNode, key string) ([]DraftNode, error) {
	parent, ok := parentOf(tree, key)
	if !ok {
		return nil, fault.New(fault.Invalid, "feedback.move.edge")
	}
	return change(tree, parent, func(list []DraftNode, i int) ([]DraftNode, error) {
		children := list[i].Children
		j := slices.IndexFunc(children, func(n DraftNode) bool { return n.Key == key })
		n := children[j]
		n.Children = slices.Concat(n.Children, children[j+1:])
		list[i].Children = slices.Clone(children[:j])
		return slices.Insert(list, i+1, n), nil
	})
}

func parentOf(tree []DraftNode, key string) (string, bool) {
	for _, n := range tree {
		for _, c := range n.Children {
			if c.Key == key {
				return n.Key, true
			}
		}
		if p, ok := parentOf(n.Children, key); ok {
			return p, true
		}
	}
	return "", false
}

// Sentences cuts a text after each full stop, semicolon, question or
// exclamation mark. Joined again they are the text.
func Sentences(text string) []string {
	var out []string
	start, rs := 0, []rune(text)
	for i, r := range rs {
		if !strings.ContainsRune("。；！？;\n", r) {
			continue
		}
		if i+1 < len(rs) && strings.ContainsRune("”’」』）)", rs[i+1]) {
			continue
		}
		out = append(out, string(rs[start:i+1]))
		start = i + 1
	}
	if start < len(rs) {
		out = append(out, string(rs[start:]))
	}
	return out
}
