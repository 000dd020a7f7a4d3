package paper

import (
	"fmt"
	"maps"

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
