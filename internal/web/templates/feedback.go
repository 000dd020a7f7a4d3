package templates

import (
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
