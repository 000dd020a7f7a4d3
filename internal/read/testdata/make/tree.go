package main

import (
	"fmt"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"bihuan/internal/read"
)

var kinds = map[string]read.NodeKind{
	"S": read.NodeSection, "A": read.NodeAspect, "I": read.NodeItem,
	"P": read.NodeProblem, "R": read.NodeRecommendation, "J": read.NodeImmediate,
}

// node expects a node at its depth.
func (s *spec) node(e entry, parts []string, at int) error {
	n := &read.Node{
		Kind: kinds[e.code], Mark: plain(parts[0]), Title: plain(parts[1]), Text: afterStop(plain(parts[2])),
		Measures: []read.Measure{}, SupportUnits: []string{}, Owners: []string{}, Children: []*read.Node{},
	}
	n.Number = numberOf(n.Mark)
	if e.depth > len(s.stack) {
		return fmt.Errorf("indented too far")
	}
	if e.depth == 0 {
		s.paper.Nodes = append(s.paper.Nodes, n)
	} else {
		parent := s.stack[e.depth-1]
		parent.Children = append(parent.Children, n)
	}
	s.stack = append(s.stack[:e.depth], n)
	if at >= 0 {
		s.places = append(s.places, place{n, len(s.blocks) - 1, at})
	}
	if k := len(s.sheets); k > 0 {
		n.Source = read.Source{Sheet: s.sheets[k-1].name, Row: len(s.sheets[k-1].rows)}
	}
	return setNode(n, e.attrs)
}

// afterStop is what stands behind the stop that ends a title.
func afterStop(s string) string {
	for _, stop := range []string{"。", "；", ";"} {
		s = strings.TrimPrefix(s, stop)
	}
	return strings.TrimSpace(s)
}

// onto adds a line without a mark to the open node: T and C as its text, X
// only its attributes.
func (s *spec) onto(e entry, _ int) error {
	depth := max(e.depth, 1)
	if depth > len(s.stack) {
		return fmt.Errorf("no node to go under")
	}
	n := s.stack[depth-1]
	if e.code == "C" {
		n = s.paper.Nodes[len(s.paper.Nodes)-1]
	}
	if e.code != "X" {
		text := strings.TrimSpace(plain(e.rest))
		if n.Text != "" && !e.joined {
			n.Text += "\n"
		}
		n.Text += text
	}
	return setNode(n, e.attrs)
}

func (s *spec) measure(e entry, parts []string) error {
	if e.depth < 1 || e.depth > len(s.stack) {
		return fmt.Errorf("a measure needs its node")
	}
	n := s.stack[e.depth-1]
	m := read.Measure{Text: plain(parts[1]), SupportUnits: []string{}, Owners: []string{}}
	if _, all := e.attrs["*"]; all { // a row of a ledger: as its problem
		m.Leader, m.LeadUnit, m.SupportUnits, m.Owners = n.Leader, n.LeadUnit, n.SupportUnits, n.Owners
		m.Due, m.Verdict = n.Due, n.Verdict
		delete(e.attrs, "*")
	}
	for key, value := range e.attrs {
		if !setShared(key, value, &m.Leader, &m.LeadUnit, &m.Verdict, &m.SupportUnits, &m.Owners, &m.Due) {
			switch key {
			case "progress":
				m.Progress = value
			case "text":
				m.Text = value
			default:
				return fmt.Errorf("no such attribute: %s", key)
			}
		}
	}
	n.Measures = append(n.Measures, m)
	return nil
}

func setNode(n *read.Node, attrs map[string]string) error {
	for key, value := range attrs {
		if setShared(key, value, &n.Leader, &n.LeadUnit, &n.Verdict, &n.SupportUnits, &n.Owners, &n.Due) {
			continue
		}
		switch key {
		case "causes":
			n.Causes = value
		case "goal":
			n.Goal = value
		case "text":
			n.Text = value
		case "title":
			n.Title = value
		case "mark":
			n.Mark, n.Number = value, numberOf(value)
		case "row":
			n.Source.Row, _ = strconv.Atoi(value)
		default:
			return fmt.Errorf("no such attribute: %s", key)
		}
	}
	return nil
}

func setShared(key, value string, leader, lead, verdict *string, support, owners *[]string, due *read.Due) bool {
	switch key {
	case "leader":
		*leader = value
	case "lead":
		*lead = value
	case "verdict":
		*verdict = value
	case "support":
		*support = names(value)
	case "owners":
		*owners = names(value)
	case "due":
		due.Date = value
	case "term":
		due.Term = value
	default:
		return false
	}
	return true
}

func names(s string) []string {
	if s == "" {
		return []string{}
	}
	return strings.Split(s, ",")
}

var totalForm = regexp.MustCompile(`^(\D+)=(\d+)$`)

// finish fills the head of the paper, and counts the declared tree.
func (s *spec) finish() error {
	p, h := s.paper, s.head
	p.File, p.Kind, p.Title = filepath.Base(h["file"]), read.Kind(h["kind"]), h["title"]
	p.DocumentNumber, p.Issuer, p.Recipient, p.Date = h["number"], h["issuer"], h["to"], h["date"]
	for _, f := range strings.Fields(h["stated"]) {
		m := totalForm.FindStringSubmatch(f)
		if m == nil {
			return fmt.Errorf("stated %q", f)
		}
		n, _ := strconv.Atoi(m[2])
		p.Stated = append(p.Stated, read.Stated{Unit: m[1], Count: n})
	}
	for _, f := range strings.Fields(h["warnings"]) {
		p.Warnings = append(p.Warnings, read.Warning{Code: f})
	}
	if strings.HasSuffix(p.File, ".csv") {
		walk(p.Nodes, func(n *read.Node) {
			n.Source = read.Source{Row: s.sheets[0].lines[n.Source.Row-1]}
		})
	}
	if strings.HasSuffix(p.File, ".docx") {
		walk(p.Nodes, func(n *read.Node) { n.Source = read.Source{} })
	}
	if c, ok := h["counted"]; ok {
		return s.counted(c)
	}
	s.count()
	return nil
}

func (s *spec) counted(text string) error {
	for _, f := range strings.Fields(text) {
		m := totalForm.FindStringSubmatch(f)
		if m == nil {
			return fmt.Errorf("counted %q", f)
		}
		n, _ := strconv.Atoi(m[2])
		s.paper.Counted = append(s.paper.Counted, read.Count{Unit: m[1], Count: n})
	}
	return nil
}

// count counts the declared nodes by kind, under the usual names of the units.
func (s *spec) count() {
	found := map[read.NodeKind]int{}
	walk(s.paper.Nodes, func(n *read.Node) { found[n.Kind]++ })
	for _, u := range []struct {
		kind read.NodeKind
		unit string
	}{
		{read.NodeAspect, "方面"}, {read.NodeItem, "项"}, {read.NodeProblem, "问题"},
		{read.NodeRecommendation, "意见建议"}, {read.NodeImmediate, "立行立改事项"},
	} {
		if found[u.kind] > 0 {
			s.paper.Counted = append(s.paper.Counted, read.Count{Unit: u.unit, Count: found[u.kind]})
		}
	}
}

func walk(nodes []*read.Node, visit func(*read.Node)) {
	for _, n := range nodes {
		visit(n)
		walk(n.Children, visit)
	}
}
