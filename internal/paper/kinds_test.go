package paper_test

import (
	"strings"
	"testing"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/paper"
	"bihuan/internal/query"
	"bihuan/internal/store"
)

// TestEveryKindIsWrittenFromItsOutline tries an outline that uses every word
// of its kind on the records of the example bureau: the paper bears its title
// and says its words, each word writes without fail, and nothing is kept.
func TestEveryKindIsWrittenFromItsOutline(t *testing.T) {
	db := city(t)
	accept(t, db, "市市场监管局")
	drawn(t, db)
	inside := map[string]bool{"comments": true, "handover": true, "sheet": true} // which the office does not see
	asOffice(t, db, func(v *query.View, round inspection.Round) error {
		i, err := store.Inspections.One(v.Tx, "WHERE org_id = (SELECT id FROM organisation WHERE short_name = ?)", "市市场监管局")
		if err != nil {
			return err
		}
		for _, kind := range paper.OutlineKinds() {
			got, err := paper.Try(v, paper.TryIn{Kind: kind, Text: everyWord(kind), Inspection: i.ID})
			if err != nil {
				t.Errorf("%s: %v", kind, err)
				continue
			}
			if got.Document == nil {
				if !inside[kind] {
					t.Errorf("%s: nothing to try it on", kind)
				}
				continue
			}
			if text := text(got.Document); got.Document.Subject != "试写的文书" || !strings.Contains(text, "第一句话。") || !strings.Contains(text, "最后一句话。") {
				t.Errorf("%s bears %q and says %.300s", kind, got.Document.Subject, text)
			}
		}
		return nil
	})
}

// everyWord is an outline with every word of a kind.
func everyWord(kind string) string {
	own, general := paper.OutlineWords(kind)
	lines := []string{"= 试写的文书", "第一句话。"}
	for _, w := range []paper.Words{own, general} {
		for _, p := range append(w.Parts, w.Facts...) {
			lines = append(lines, p.Text)
		}
		lines = append(append(lines, everyCondition(w.Conditions)...), everyList(w.Lists, "")...)
	}
	return strings.Join(append(lines, "最后一句话。"), "\n")
}

func everyCondition(list []paper.Word) (out []string) {
	for _, c := range list {
		out = append(out, c.Text, "有。", "{否则}", "没有。", "{完}")
	}
	return out
}

// everyList goes through the lists inside a list, and through theirs.
func everyList(lists []paper.ListWords, outer string) (out []string) {
	for _, l := range lists {
		if l.Within != outer {
			continue
		}
		out = append(out, l.Text)
		for _, item := range l.Items {
			out = append(out, item.Text)
		}
		out = append(out, everyCondition(l.Conditions)...)
		name := strings.TrimSuffix(strings.TrimPrefix(l.Text, "{逐项 "), "}")
		out = append(append(out, everyList(lists, name)...), "{完}")
	}
	return out
}
