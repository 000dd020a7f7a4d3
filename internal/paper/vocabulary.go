package paper

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"bihuan/internal/domain/outline"
)

// vocabulary is what the outlines of some kinds of papers may speak of, with
// what each word writes.
type vocabulary struct {
	facts      map[string]func(*prose)      // inside a sentence, or a sentence
	parts      map[string]func(*prose)      // paragraphs, or whole sections
	conditions map[string]func(*prose) bool // what may be asked
	lists      map[string]listing
}

// listing is records that an outline may go through one by one.
type listing struct {
	within string // the list of which each item has its own; empty for none
	items  map[string]bool
	begin  func(*prose) *loop
}

func noWords() vocabulary {
	return vocabulary{map[string]func(*prose){}, map[string]func(*prose){}, map[string]func(*prose) bool{}, map[string]listing{}}
}

// together joins words of several areas.
func together(areas ...vocabulary) vocabulary {
	out := noWords()
	for _, v := range areas {
		out.add(v)
	}
	return out
}

// vocabularyOf gathers the words of a kind of paper.
func vocabularyOf(kind string) vocabulary {
	out := noWords()
	k := kindOf(kind)
	for name, file := range k.sections {
		out.parts[name] = func(p *prose) { p.section(shippedText(kind + "/" + file)) }
	}
	for _, words := range k.words {
		out.add(words())
	}
	return out
}

func (v vocabulary) add(more vocabulary) {
	maps.Copy(v.facts, more.facts)
	maps.Copy(v.parts, more.parts)
	maps.Copy(v.conditions, more.conditions)
	maps.Copy(v.lists, more.lists)
}

// OutlineNames is what the outline of a kind of paper may speak of.
func OutlineNames(kind string) outline.Names { return vocabularyOf(kind).names() }

// Word is a word of an outline as a person looks it up.
type Word struct {
	Text string // with its braces, as it is copied
	Key  string // of the message that says what it writes
}

// Words are what may be used in the outline of a kind of paper, each kind of
// words in the order of their names.
type Words struct {
	Parts, Facts, Conditions []Word
	Lists                    []ListWords
}

// ListWords are a list with the facts of one item.
type ListWords struct {
	Word
	Within     string // the list inside which it stands; empty for none
	Items      []Word
	Conditions []Word // that ask of the present item
}

// OutlineWords lists the words of a kind of paper.
func OutlineWords(kind string) Words {
	v := vocabularyOf(kind)
	out := Words{Parts: wordsIn(v.parts, "{%s}", "outline.part."), Facts: wordsIn(v.facts, "{%s}", "outline.fact.")}
	ofItem := map[string][]Word{}
	for _, c := range wordsIn(v.conditions, "{如果 %s}", "outline.condition.") {
		if list, _, ok := strings.Cut(strings.TrimPrefix(c.Text, "{如果 "), "."); ok {
			ofItem[list] = append(ofItem[list], c)
			continue
		}
		out.Conditions = append(out.Conditions, c)
	}
	for _, w := range wordsIn(v.lists, "%s", "outline.list.") {
		l := v.lists[w.Text]
		out.Lists = append(out.Lists, ListWords{Word{"{逐项 " + w.Text + "}", w.Key}, l.within,
			wordsIn(l.items, "{"+w.Text+".%s}", "outline.item."+w.Text+"."), ofItem[w.Text]})
	}
	return out
}

func wordsIn[F any](words map[string]F, form, key string) (out []Word) {
	for _, name := range slices.Sorted(maps.Keys(words)) {
		out = append(out, Word{fmt.Sprintf(form, name), key + name})
	}
	return out
}

func (v vocabulary) names() outline.Names {
	n := outline.Names{Facts: namesIn(v.facts), Parts: namesIn(v.parts), Conditions: namesIn(v.conditions),
		Lists: map[string]map[string]bool{}, Within: map[string]string{}}
	for name, l := range v.lists {
		n.Lists[name] = l.items
		if l.within != "" {
			n.Within[name] = l.within
		}
	}
	return n
}

func namesIn[F any](words map[string]F) map[string]bool {
	out := make(map[string]bool, len(words))
	for name := range words {
		out[name] = true
	}
	return out
}

// faultAt is how a paper says that its outline cannot be followed.
func faultAt(f outline.Fault) string {
	return fmt.Sprintf("可用的文书模板（第%d行）", f.Line)
}
