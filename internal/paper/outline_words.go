package paper

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

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

// OutlineWords lists the words of a kind of paper: its own, and those that
// other kinds have too.
func OutlineWords(kind string) (own, general Words) {
	v, shared := vocabularyOf(kind), together(bodyWords(), recordWords(), heldWords())
	return v.listed(func(name string) bool { return !shared.has(name) }), v.listed(shared.has)
}

// has reports whether a word is in the vocabulary; of an item or a condition of
// a list that is, whether the list is.
func (v vocabulary) has(name string) bool {
	list, _, _ := strings.Cut(name, ".")
	return v.facts[name] != nil || v.parts[name] != nil || v.conditions[name] != nil || v.lists[list].begin != nil
}

// listed gives the words that are meant.
func (v vocabulary) listed(meant func(string) bool) Words {
	out := Words{Parts: wordsIn(v.parts, "{%s}", "outline.part.", meant), Facts: wordsIn(v.facts, "{%s}", "outline.fact.", meant)}
	ofItem := map[string][]Word{}
	for _, c := range wordsIn(v.conditions, "{如果 %s}", "outline.condition.", meant) {
		if list, _, ok := strings.Cut(strings.TrimPrefix(c.Text, "{如果 "), "."); ok {
			ofItem[list] = append(ofItem[list], c)
			continue
		}
		out.Conditions = append(out.Conditions, c)
	}
	all := func(string) bool { return true }
	for _, w := range wordsIn(v.lists, "%s", "outline.list.", meant) {
		l := v.lists[w.Text]
		out.Lists = append(out.Lists, ListWords{Word{"{逐项 " + w.Text + "}", w.Key}, l.within,
			wordsIn(l.items, "{"+w.Text+".%s}", "outline.item."+w.Text+".", all), ofItem[w.Text]})
	}
	return out
}

func wordsIn[F any](words map[string]F, form, key string, meant func(string) bool) (out []Word) {
	for _, name := range slices.Sorted(maps.Keys(words)) {
		if meant(name) {
			out = append(out, Word{fmt.Sprintf(form, name), key + name})
		}
	}
	return out
}
