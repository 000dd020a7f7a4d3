package outline

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Words of the language.
const (
	wordIf   = "如果"
	wordElse = "否则"
	wordEach = "逐项"
	wordEnd  = "完"
)

// reader reads the lines of a text.
type reader struct {
	names  Names
	lines  []string
	at     int
	lists  []string // the loops that are open
	faults []Fault
}

// Parse reads a text. What it gives is of use only where there are no faults.
func Parse(text string, names Names) (*Outline, []Fault) {
	if len(text) > MostBytes || !utf8.ValidString(text) {
		return nil, []Fault{{1, 1, "outline.fault.size", []any{MostBytes >> 10}}}
	}
	r := &reader{names: names, lines: strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n")}
	if len(r.lines) > MostLines {
		return nil, []Fault{{MostLines + 1, 1, "outline.fault.lines", []any{MostLines}}}
	}
	o := &Outline{nodes: r.block(0, 0)}
	if len(o.nodes) == 0 && len(r.faults) == 0 {
		r.fault(1, 1, "outline.fault.empty")
	}
	return o, r.faults
}

func (r *reader) fault(line, column int, key string, args ...any) {
	r.faults = append(r.faults, Fault{line, column, key, args})
}

// block reads lines up to the end of what was opened on the line from, or of the text.
func (r *reader) block(depth, from int) []node {
	var out []node
	for r.at < len(r.lines) {
		line := strings.TrimSpace(r.lines[r.at])
		word, name := command(line)
		if depth > 0 && (word == wordEnd || word == wordElse) {
			return out
		}
		r.at++
		switch {
		case line == "":
		case word == wordEnd || word == wordElse:
			r.fault(r.at, 1, "outline.fault.nothing-open", word)
		case word != "":
			out = append(out, r.opened(word, name, depth))
		default:
			out = append(out, r.said(line))
		}
	}
	if depth > 0 {
		r.fault(from, 1, "outline.fault.not-ended")
	}
	return out
}

// command reads a line that is one of the language's words.
func command(line string) (word, name string) {
	inner, ok := braced(line)
	if !ok {
		return "", ""
	}
	word, name, _ = strings.Cut(inner, " ")
	switch word {
	case wordIf, wordEach, wordElse, wordEnd:
		return word, strings.TrimSpace(name)
	}
	return "", ""
}

// braced is what stands between the only braces of a line.
func braced(line string) (string, bool) {
	inner, ok := strings.CutPrefix(line, "{")
	if !ok {
		return "", false
	}
	inner, ok = strings.CutSuffix(inner, "}")
	return strings.TrimSpace(strings.ReplaceAll(inner, "　", " ")), ok && !strings.ContainsAny(inner, "{}")
}

// opened reads a condition or a loop whose first line was read.
func (r *reader) opened(word, name string, depth int) node {
	from := r.at
	n := node{line: from}
	if depth == MostDepth {
		r.fault(from, 1, "outline.fault.deep", MostDepth)
	}
	if word == wordIf {
		n.when = name
		if !r.names.Conditions[name] {
			r.fault(from, 1, "outline.fault.condition", name)
		}
	} else {
		n.each = name
		if r.names.Lists[name] == nil {
			r.fault(from, 1, "outline.fault.list", name)
		}
		if slices.Contains(r.lists, name) {
			r.fault(from, 1, "outline.fault.again", name)
		}
		r.lists = append(r.lists, name)
		defer func() { r.lists = r.lists[:len(r.lists)-1] }()
	}
	n.within = r.inside(depth, from)
	if r.ends(wordElse) {
		if word == wordEach {
			r.fault(r.at, 1, "outline.fault.else")
		}
		n.without = r.inside(depth, from)
	}
	if r.ends(wordElse) {
		r.fault(r.at, 1, "outline.fault.else")
	}
	r.ends(wordEnd)
	return n
}

// inside reads the lines of a condition or loop; too deep a one is skipped over
// as text, so that reading needs no more stack than the limit.
func (r *reader) inside(depth, from int) []node {
	if depth < MostDepth {
		return r.block(depth+1, from)
	}
	r.at = len(r.lines)
	return nil
}

// ends takes the next line where it is this word.
func (r *reader) ends(want string) bool {
	if r.at >= len(r.lines) {
		return false
	}
	word, _ := command(strings.TrimSpace(r.lines[r.at]))
	if word == want {
		r.at++
	}
	return word == want
}

// said reads a heading, a part or a paragraph.
func (r *reader) said(line string) node {
	n := node{line: r.at}
	column := 1 + utf8.RuneCountInString(r.lines[r.at-1]) - utf8.RuneCountInString(strings.TrimLeft(r.lines[r.at-1], " \t　"))
	if name, ok := braced(line); ok && r.names.Parts[name] {
		n.part = name
		return n
	}
	text := strings.TrimLeft(line, "#")
	n.level = len(line) - len(text)
	if n.level > 2 {
		r.fault(r.at, column, "outline.fault.level")
	}
	if strings.TrimSpace(text) == "" {
		r.fault(r.at, column, "outline.fault.heading")
	}
	n.pieces = r.pieces(strings.TrimSpace(text), column+utf8.RuneCountInString(line)-utf8.RuneCountInString(strings.TrimSpace(text)))
	return n
}

// pieces cuts a line at its braces.
func (r *reader) pieces(text string, column int) []piece {
	var out []piece
	for text != "" {
		i := strings.IndexAny(text, "{}")
		if i < 0 {
			return append(out, piece{words: text})
		}
		if i > 0 {
			out = append(out, piece{words: text[:i]})
			column += utf8.RuneCountInString(text[:i])
		}
		j := strings.IndexAny(text[i+1:], "{}")
		if text[i] == '}' || j < 0 || text[i+1+j] == '{' {
			r.fault(r.at, column, "outline.fault.brace")
			return out
		}
		name := strings.TrimSpace(text[i+1 : i+1+j])
		r.known(name, column)
		out = append(out, piece{fact: name})
		column += utf8.RuneCountInString(text[i : i+2+j])
		text = text[i+2+j:]
	}
	return out
}

// known fails for a name that stands for nothing where it is.
func (r *reader) known(name string, column int) {
	if list, item, ok := strings.Cut(name, "."); ok {
		if slices.Contains(r.lists, list) && r.names.Lists[list][item] {
			return
		}
		r.fault(r.at, column, "outline.fault.item", name)
		return
	}
	switch {
	case r.names.Parts[name]:
		r.fault(r.at, column, "outline.fault.part", name)
	case !r.names.Facts[name]:
		r.fault(r.at, column, "outline.fault.fact", name)
	}
}
