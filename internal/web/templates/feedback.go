package templates

import (
	"context"
	"strconv"
	"strings"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/query"
	"bihuan/internal/web/ui"
)

// options turns a query's choices into the kit's.
func options(list []query.Option) []ui.Option {
	out := make([]ui.Option, 0, len(list))
	for _, o := range list {
		out = append(out, ui.Option{Value: o.Value, Label: o.Label})
	}
	return out
}

// totals writes counts as papers do: 4个方面、12项、35个具体问题.
func totals(list []inspection.Total) string {
	words := make([]string, 0, len(list))
	for _, t := range list {
		between := "个"
		if t.Unit == inspection.UnitItem {
			between = ""
		}
		if t.Unit == inspection.UnitRecommendation {
			between = "条"
		}
		words = append(words, strconv.Itoa(t.Count)+between+t.Unit)
	}
	return strings.Join(words, "、")
}

func problemLink(n inspection.Node) string {
	if n.Kind == inspection.KindProblem {
		return "/problems/" + n.ID
	}
	return ""
}

// shorten cuts a text for a list; the whole stands in the editor.
func shorten(text string, runes int) string {
	r := []rune(text)
	if len(r) <= runes {
		return text
	}
	return string(r[:runes]) + "…"
}

func kindTone(k inspection.NodeKind) ui.Kind {
	switch k {
	case inspection.KindProblem:
		return ui.Info
	case inspection.KindRecommendation, inspection.KindImmediate:
		return ui.Long
	}
	return ui.Neutral
}

func nodeKinds(ctx context.Context) []ui.Option {
	kinds := []inspection.NodeKind{inspection.KindSection, inspection.KindAspect, inspection.KindItem,
		inspection.KindProblem, inspection.KindRecommendation, inspection.KindImmediate}
	out := make([]ui.Option, 0, len(kinds))
	for _, k := range kinds {
		out = append(out, ui.Option{Value: string(k), Label: ui.T(ctx, "node."+string(k))})
	}
	return out
}

// moves lists what can be done with a node where it stands.
func moves(r query.DraftRow) []string {
	var out []string
	if !r.First {
		out = append(out, "up", "in", "merge")
	}
	if !r.Last {
		out = append(out, "down")
	}
	if r.Depth > 0 {
		out = append(out, "out")
	}
	return out
}

func mendHidden(f query.FeedbackPage, r query.DraftRow, op string) map[string]string {
	return map[string]string{"id": f.Paper.ID, "version": strconv.Itoa(f.Paper.Version), "node": r.Key, "op": op}
}

func sentenceOptions(sentences []string) []ui.Option {
	var out []ui.Option
	for i, s := range sentences {
		if i > 0 {
			out = append(out, ui.Option{Value: strconv.Itoa(i), Label: shorten(s, 60)})
		}
	}
	return out
}

func chosenLine(rows []query.DraftRow, key string) int {
	for _, r := range rows {
		if r.Key == key {
			return r.Line
		}
	}
	return -1
}
