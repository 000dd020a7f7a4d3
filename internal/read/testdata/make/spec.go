package main

import (
	"fmt"
	"regexp"
	"strings"

	"bihuan/internal/read"
)

// spec is one declaration: the printed blocks and the expected paper.
type spec struct {
	head   map[string]string
	nums   []string // declarations of Word's numbering
	blocks []*block
	sheets []*sheet
	paper  *read.Paper
	stack  []*read.Node // the open node of each depth
	// places are the nodes in order with the place of their mark.
	places []place
}

// block is one printed paragraph, or a directive ("table", "/table" …).
type block struct {
	directive string
	arg       string
	text      string // with inline marks ⟪…⟫
	num       string // "numId:level"
	style     string
}

type place struct {
	node   *read.Node
	block  int
	offset int // bytes into the text of the block
}

// sheet is one grid of a ledger.
type sheet struct {
	name   string
	hidden bool
	rows   [][]string
	lines  []int // of a text file, where each row begins
	merges []string
	cols   []string // hidden columns
	hide   map[int]bool
}

func parseSpec(source string) (*spec, error) {
	s := &spec{head: map[string]string{}, paper: &read.Paper{
		Stated: []read.Stated{}, Counted: []read.Count{}, Nodes: []*read.Node{}, Warnings: []read.Warning{}}}
	top, body, ok := strings.Cut(source, "\n---\n")
	if !ok {
		return nil, fmt.Errorf("no --- after the head")
	}
	for line := range strings.Lines(top) {
		line = strings.TrimSpace(line)
		key, value, ok := strings.Cut(line, ":")
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case !ok:
			return nil, fmt.Errorf("head line %q", line)
		case strings.HasPrefix(key, "abs ") || strings.HasPrefix(key, "num "):
			s.nums = append(s.nums, line)
		default:
			s.head[key] = strings.TrimSpace(value)
		}
	}
	for line := range strings.Lines(body) {
		if err := s.line(strings.TrimRight(line, "\n")); err != nil {
			return nil, fmt.Errorf("%q: %w", line, err)
		}
	}
	return s, s.finish()
}

var lineForm = regexp.MustCompile(`^( *)(!?\+?)([.SAIPRJTXMC=|]) ?(.*)$`)

func (s *spec) line(line string) error {
	if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#") {
		return nil
	}
	line, unprinted := strings.CutPrefix(line, "! ")
	m := lineForm.FindStringSubmatch(line)
	if m == nil {
		return fmt.Errorf("no such line")
	}
	depth, code, rest := len(m[1])/2, m[3], m[4]
	hidden, joined := unprinted || strings.Contains(m[2], "!"), strings.Contains(m[2], "+")
	switch code {
	case "=":
		s.directive(rest)
		return nil
	case "|":
		return s.row(rest)
	}
	rest, attrs := cutAttrs(rest)
	form, rest := cutForm(rest)
	return s.entry(entry{code, depth, rest, attrs, form, hidden, joined})
}

// entry is one line that prints something, expects something, or both.
type entry struct {
	code           string
	depth          int
	rest           string
	attrs          map[string]string
	form           string
	hidden, joined bool
}

func (s *spec) entry(e entry) error {
	parts := strings.SplitN(e.rest, "|", 3)
	if len(parts) == 1 || !strings.Contains("SAIPRJM", e.code) {
		parts = []string{"", e.rest, ""}
	}
	if len(parts) == 2 {
		parts = append(parts, "")
	}
	num := numbered(e.form)
	printed := strings.Join(parts, "")
	if num != "" && !strings.HasPrefix(num, "0:") {
		printed = parts[1] + parts[2]
	}
	at := -1
	if !e.hidden {
		at = s.print(printed, num, styled(e.form), e.joined)
	}
	switch e.code {
	case ".":
		return nil
	case "T", "X", "C":
		return s.onto(e, at)
	case "M":
		return s.measure(e, parts)
	}
	return s.node(e, parts, at)
}

// print adds a paragraph, or adds to the last one, and gives the offset.
func (s *spec) print(text, num, style string, joined bool) int {
	if !joined {
		s.blocks = append(s.blocks, &block{text: text, num: num, style: style})
		return 0
	}
	b := s.blocks[len(s.blocks)-1]
	b.text += text
	return len(b.text) - len(text)
}

func numbered(form string) string {
	for _, f := range strings.Fields(form) {
		if strings.Contains(f, ":") {
			return f
		}
	}
	return ""
}

func styled(form string) string {
	for _, f := range strings.Fields(form) {
		if !strings.Contains(f, ":") {
			return f
		}
	}
	return ""
}

func cutForm(s string) (form, rest string) {
	if strings.HasPrefix(s, "<") {
		if form, rest, ok := strings.Cut(s[1:], ">"); ok {
			return form, strings.TrimPrefix(rest, " ")
		}
	}
	return "", s
}

// cutAttrs parts the attributes {a=b;c=d} from the end of a line.
func cutAttrs(s string) (string, map[string]string) {
	i := strings.LastIndex(s, " {")
	if i < 0 || !strings.HasSuffix(s, "}") {
		return s, nil
	}
	attrs := map[string]string{}
	for _, pair := range strings.Split(s[i+2:len(s)-1], ";") {
		key, value, _ := strings.Cut(pair, "=")
		attrs[strings.TrimSpace(key)] = strings.ReplaceAll(value, `\n`, "\n")
	}
	return s[:i], attrs
}

func (s *spec) directive(rest string) {
	name, arg, _ := strings.Cut(rest, " ")
	switch name {
	case "sheet", "hiddensheet":
		s.sheets = append(s.sheets, &sheet{name: arg, hidden: name == "hiddensheet", hide: map[int]bool{}})
	case "merge":
		sh := s.sheets[len(s.sheets)-1]
		sh.merges = append(sh.merges, strings.Fields(arg)...)
	case "hidecol":
		sh := s.sheets[len(s.sheets)-1]
		sh.cols = append(sh.cols, strings.Fields(arg)...)
	case "hiderow":
		sh := s.sheets[len(s.sheets)-1]
		sh.hide[len(sh.rows)] = true
	default:
		s.blocks = append(s.blocks, &block{directive: name, arg: arg})
	}
}

func (s *spec) row(rest string) error {
	if len(s.sheets) == 0 {
		s.sheets = append(s.sheets, &sheet{name: "Sheet1", hide: map[int]bool{}})
	}
	sh := s.sheets[len(s.sheets)-1]
	var cells []string
	for _, c := range strings.Split(rest, "|") {
		cells = append(cells, strings.ReplaceAll(strings.TrimSpace(c), `\n`, "\n"))
	}
	sh.lines = append(sh.lines, sh.next())
	sh.rows = append(sh.rows, cells)
	return nil
}

// next is the line of a text file that the next row begins in.
func (sh *sheet) next() int {
	line := 1
	for _, row := range sh.rows {
		line += 1 + strings.Count(strings.Join(row, ""), "\n")
	}
	return line
}
