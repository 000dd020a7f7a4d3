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
	title  *node
	begun  bool // something but a title was read
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
	o.title = r.title
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
		case strings.HasPrefix(line, "="):
			r.titled(line)
		case word == wordEnd || word == wordElse:
			r.fault(r.at, 1, "outline.fault.nothing-open", word)
		case word != "":
			r.begun = true
			out = append(out, r.opened(word, name, depth))
		default:
			r.begun = true
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
		list, _, of := strings.Cut(name, ".")
		switch {
		case !r.names.Conditions[name]:
			r.fault(from, 1, "outline.fault.condition", name)
		case of && !slices.Contains(r.lists, list):
			r.fault(from, 1, "outline.fault.condition-item", name, list)
		}
	} else {
		n.each = name
		if r.names.Lists[name] == nil {
			r.fault(from, 1, "outline.fault.list", name)
		}
		if slices.Contains(r.lists, name) {
			r.fault(from, 1, "outline.fault.again", name)
		}
		if outer := r.names.Within[name]; outer != "" && !slices.Contains(r.lists, outer) {
			r.fault(from, 1, "outline.fault.within", name, outer)
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
	if name, ok := braced(line); ok && r.names.Parts[name] {
		n.part = name
		return n
	}
	text := strings.TrimLeft(line, "#")
	n.level = len(line) - len(text)
	if n.level > MostLevels {
		r.fault(r.at, r.column(line), "outline.fault.level")
	}
	if n.level == 0 {
		text, n.more = strings.CutPrefix(line, "+")
	}
	if n.level == 0 {
		n.pieces = r.marked(line, text, "outline.fault.more-empty")
		return n
	}
	n.pieces = runIn(r.marked(line, text, "outline.fault.heading"))
	return n
}

// titled reads the title of the paper.
func (r *reader) titled(line string) {
	switch {
	case r.title != nil:
		r.fault(r.at, r.column(line), "outline.fault.title-again")
	case r.begun:
		r.fault(r.at, r.column(line), "outline.fault.title-first")
	}
	r.title = &node{line: r.at, pieces: r.marked(line, strings.TrimPrefix(line, "="), "outline.fault.title-empty")}
}

// marked reads what stands behind the mark with which a line begins.
func (r *reader) marked(line, text, empty string) []piece {
	text = strings.TrimSpace(text)
	if text == "" {
		r.fault(r.at, r.column(line), empty)
	}
	return r.pieces(text, r.column(line)+utf8.RuneCountInString(line)-utf8.RuneCountInString(text))
}

// column is where a line of the text begins behind its spaces.
func (r *reader) column(line string) int {
	whole := r.lines[r.at-1]
	return 1 + utf8.RuneCountInString(whole[:strings.Index(whole, line)])
}

// runIn ends a heading at its first full stop, where something stands behind it.
func runIn(pieces []piece) []piece {
	for n, p := range pieces {
		words, text, ok := strings.Cut(p.words, "。")
		if !ok {
			continue
		}
		out := append(pieces[:n:n], piece{words: words + "。"})
		if text != "" {
			return append(append(out, piece{body: true}, piece{words: text}), pieces[n+1:]...)
		}
		if n < len(pieces)-1 {
			out = append(out, piece{body: true})
		}
		return append(out, pieces[n+1:]...)
	}
	return pieces
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
