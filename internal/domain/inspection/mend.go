package inspection

import (
	"regexp"
	"slices"
	"strings"

	"bihuan/internal/fault"
)

// printedMark matches a heading mark at the start of a passage.
var printedMark = regexp.MustCompile(`^(?:[（(][一二三四五六七八九十百\d]{1,4}[）)]|[一二三四五六七八九十百]{1,4}、|\d{1,3}(?:\.\d{1,3})*[.．、]|[①-⑳]|第[一二三四五六七八九十]{1,3}[，、]|[一二三四五六七八九十]{1,3}是)`)

// Rekind sets the kind of every node named.
func Rekind(tree []DraftNode, keys []string, kind NodeKind) ([]DraftNode, error) {
	left := len(keys)
	var set func([]DraftNode) []DraftNode
	set = func(list []DraftNode) []DraftNode {
		out := slices.Clone(list)
		for i := range out {
			if slices.Contains(keys, out[i].Key) {
				out[i].Kind, left = kind, left-1
			}
			out[i].Children = set(out[i].Children)
		}
		return out
	}
	out := set(tree)
	if left > 0 {
		return nil, errGone()
	}
	return out, nil
}

// Remark moves the border between a node's mark and its wording: the mark must
// be how the passage begins, and what is left of it is the wording. No
// character is lost or added.
func Remark(tree []DraftNode, key, mark string) ([]DraftNode, error) {
	return change(tree, key, func(list []DraftNode, i int) ([]DraftNode, error) {
		words, ok := strings.CutPrefix(list[i].Mark+list[i].Words(), mark)
		if !ok || words == "" {
			return nil, fault.New(fault.Invalid, "feedback.mark.where", mark)
		}
		list[i].Mark = mark
		list[i].Title, list[i].Text = titled(words)
		return list, nil
	})
}

// Split cuts a node in two: from the character at (counted from 0) its wording
// goes to a new node after it, which gets the key given and whose mark, where
// one is printed there, is set apart. Children go with the second, for they
// stand behind it.
func Split(tree []DraftNode, key string, at int, newKey string) ([]DraftNode, error) {
	return change(tree, key, func(list []DraftNode, i int) ([]DraftNode, error) {
		words := []rune(list[i].Words())
		if at < 1 || at >= len(words) || blank(words[:at]) || blank(words[at:]) {
			return nil, fault.New(fault.Invalid, "feedback.split.where")
		}
		first, second := list[i], list[i]
		first.Title, first.Text = titled(strings.TrimRight(string(words[:at]), "\n "))
		first.Children = nil
		rest := strings.TrimLeft(string(words[at:]), "\n ")
		second.Key, second.Mark = newKey, printedMark.FindString(rest)
		if second.Mark == rest {
			second.Mark = ""
		}
		second.Title, second.Text = titled(rest[len(second.Mark):])
		return slices.Insert(slices.Clone(list[:i]), i, append([]DraftNode{first, second}, list[i+1:]...)...), nil
	})
}

func blank(words []rune) bool { return strings.TrimSpace(string(words)) == "" }

// titled parts a wording after its first sentence.
func titled(words string) (title, text string) {
	sentences := Sentences(words)
	if len(sentences) == 0 {
		return "", ""
	}
	return sentences[0], strings.Join(sentences[1:], "")
}

// Merge joins a node to what stands before it in the paper: the last node
// below its predecessor or, for a first child, its parent. Its children stay
// where they are in the order of the paper.
func Merge(tree []DraftNode, key string) ([]DraftNode, error) {
	n, ok := Find(tree, key)
	if !ok {
		return nil, errGone()
	}
	before := Before(tree, key)
	if before == "" {
		return nil, fault.New(fault.Invalid, "feedback.merge.first")
	}
	out, err := change(tree, key, func(list []DraftNode, i int) ([]DraftNode, error) {
		if i == 0 {
			return slices.Concat(n.Children, list[1:]), nil
		}
		list[i-1].Children = slices.Concat(list[i-1].Children, n.Children)
		return slices.Delete(list, i, i+1), nil
	})
	if err != nil {
		return nil, err
	}
	return absorb(out, before, n)
}

// Before gives the key of the node that stands before another one in the
// paper, empty for the first.
func Before(tree []DraftNode, key string) string {
	before, previous := "", ""
	Walk(tree, func(d DraftNode, _ int) {
		if d.Key == key {
			before = previous
		}
		previous = d.Key
	})
	return before
}

// Drop takes a node away as a node: its wording goes to its parent, and its
// children take its place. One at the top is joined to what stands before it.
func Drop(tree []DraftNode, key string) ([]DraftNode, error) {
	parent, ok := parentOf(tree, key)
	if !ok {
		return Merge(tree, key)
	}
	n, _ := Find(tree, key)
	out, err := change(tree, key, func(list []DraftNode, i int) ([]DraftNode, error) {
		return slices.Concat(list[:i], n.Children, list[i+1:]), nil
	})
	if err != nil {
		return nil, err
	}
	return absorb(out, parent, n)
}

// absorb adds the whole passage of a node to another one, on a line of its own
// unless both stand on one line.
func absorb(tree []DraftNode, key string, n DraftNode) ([]DraftNode, error) {
	return change(tree, key, func(list []DraftNode, i int) ([]DraftNode, error) {
		if list[i].Line != n.Line {
			list[i].Text += "\n"
		}
		list[i].Text += n.Mark + n.Words()
		return list, nil
	})
}
