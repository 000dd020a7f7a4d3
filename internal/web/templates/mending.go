package templates

import (
	"context"
	"strconv"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/query"
	"bihuan/internal/web/ui"

	"github.com/a-h/templ"
)

// nodeKindList is the kinds of node in the order of their keys 1 to 6.
var nodeKindList = []inspection.NodeKind{inspection.KindAspect, inspection.KindItem, inspection.KindProblem,
	inspection.KindRecommendation, inspection.KindImmediate, inspection.KindSection}

// move is one thing that can be done with a node where it stands.
type move struct{ op, key, icon string }

// moves lists what can be done with a node; key is the one that does it.
func moves(r query.DraftRow) []move {
	var out []move
	if r.Depth > 0 {
		out = append(out, move{inspection.Out, "ArrowLeft", "indent-decrease"})
	}
	if !r.First {
		out = append(out, move{inspection.In, "ArrowRight", "indent-increase"}, move{inspection.Up, "ArrowUp", "arrow-up"})
	}
	if !r.Last {
		out = append(out, move{inspection.Down, "ArrowDown", "arrow-down"})
	}
	if !r.Top {
		out = append(out, move{"merge", "m", "git-merge"}, move{"drop", "d", "circle-minus"})
	}
	return out
}

func mendAddress(m query.MendingPage) string {
	return "/inspections/" + m.Inspection.ID + "/feedback/mend"
}

// inPart makes a form bring only the part with the id of the page that follows.
func inPart(id string) templ.Attributes { return templ.Attributes{"data-part": id} }

// inPartAtOnce is inPart for a form that is sent as soon as its choice changes.
func inPartAtOnce(id string) templ.Attributes {
	return templ.Attributes{"data-part": id, "data-filter": true}
}

func chosenKey(m query.MendingPage) string {
	if m.Chosen == nil {
		return ""
	}
	return m.Chosen.Key
}

func depthClass(depth int) string { return "mend-depth-" + strconv.Itoa(min(depth, 5)) }

func levelOptions(ctx context.Context) []ui.Option {
	var out []ui.Option
	for l := 1; l <= inspection.MostLevels; l++ {
		out = append(out, ui.Option{Value: strconv.Itoa(l), Label: ui.T(ctx, "feedback.level."+strconv.Itoa(l))})
	}
	return out
}

func placeOptions(places []query.Place) []ui.Option {
	var out []ui.Option
	for _, p := range places {
		out = append(out, ui.Option{Value: strconv.Itoa(p.At), Label: shorten(p.Text, 60)})
	}
	return out
}

// warningWords is a doubt of the reader in the page's language; one that was
// kept without its arguments is shown as it was said.
func warningWords(ctx context.Context, w inspection.Warning) string {
	if len(w.Args) == 0 {
		return w.Message
	}
	return ui.T(ctx, "read.warning."+w.Code, w.Args...)
}

// loose are the doubts about no line of the paper.
func loose(m query.MendingPage) []inspection.Warning {
	var out []inspection.Warning
	for _, w := range m.Paper.Warnings {
		if w.Line <= 0 {
			out = append(out, w)
		}
	}
	return out
}
