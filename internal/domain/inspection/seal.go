package inspection

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"bihuan/internal/fault"
)

// Seal turns the mended proposal into the nodes of a confirmed paper, in the
// order of the paper, numbered 1, 1.1, 1.1.1 among aspects, items and
// problems. It is refused while there is no problem in it, or while a problem
// stands above an aspect or an item.
func Seal(f Feedback, newID func() string) ([]Node, error) {
	s := sealer{feedback: f, newID: newID, counts: map[string]int{}}
	if err := s.add(f.Draft, Node{}, "", 0); err != nil {
		return nil, err
	}
	if s.problems == 0 {
		return nil, fault.New(fault.Invalid, "feedback.seal.empty")
	}
	return s.nodes, nil
}

type sealer struct {
	feedback Feedback
	newID    func() string
	nodes    []Node
	counts   map[string]int // numbers given below each number, and per kind
	problems int
}

func (s *sealer) add(tree []DraftNode, parent Node, number string, depth int) error {
	for _, d := range tree {
		if strings.TrimSpace(d.Words()) == "" {
			return fault.New(fault.Invalid, "feedback.seal.blank", d.Mark)
		}
		if rankOf(d.Kind) > 0 && rankOf(d.Kind) <= rankOf(parent.Kind) {
			return fault.New(fault.Invalid, "feedback.seal.order", d.Mark+d.Title)
		}
		n := Node{ID: s.newID(), OrgID: s.feedback.OrgID, InspectionID: s.feedback.InspectionID, FeedbackID: s.feedback.ID,
			ParentID: parent.ID, Kind: d.Kind, Seq: len(s.nodes) + 1, Depth: depth, Mark: d.Mark, Title: d.Title, Text: d.Text}
		n.Number = s.number(d.Kind, number)
		s.nodes = append(s.nodes, n)
		below := number
		if rankOf(d.Kind) > 0 {
			below = n.Number
		}
		if err := s.add(d.Children, n, below, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// number gives the next number below another one for what is counted in the
// hierarchy, and a running number per kind for the rest.
func (s *sealer) number(kind NodeKind, above string) string {
	key := above
	if rankOf(kind) == 0 {
		key, above = "kind:"+string(kind), ""
	}
	if kind == KindProblem {
		s.problems++
	}
	s.counts[key]++
	if above == "" {
		return strconv.Itoa(s.counts[key])
	}
	return above + "." + strconv.Itoa(s.counts[key])
}

// rankOf orders the levels of the hierarchy; 0 for what stands outside it.
func rankOf(k NodeKind) int {
	switch k {
	case KindAspect:
		return 1
	case KindItem:
		return 2
	case KindProblem:
		return 3
	}
	return 0
}

// HashNodes binds the original wording: SHA-256 over the nodes in their order.
func HashNodes(nodes []Node) (string, error) {
	type words struct{ Kind, Number, Mark, Title, Text string }
	list := make([]words, 0, len(nodes))
	for _, n := range nodes {
		list = append(list, words{string(n.Kind), n.Number, n.Mark, n.Title, n.Text})
	}
	text, err := json.Marshal(list)
	if err != nil {
		return "", fmt.Errorf("hash feedback: %w", err)
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:]), nil
}
