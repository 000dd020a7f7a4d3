package templates

import (
	"context"
	"fmt"
	"net/url"
	"slices"
	"strconv"

	"bihuan/internal/domain/incoming"
	"bihuan/internal/query"
	"bihuan/internal/web/ui"
)

var importTones = map[incoming.State]ui.Kind{incoming.Reading: ui.Info, incoming.Open: ui.Warn, incoming.Applying: ui.Info,
	incoming.Applied: ui.Good, incoming.Abandoned: ui.Neutral, incoming.Failed: ui.Bad}

var comparisonTones = map[incoming.Comparison]ui.Kind{incoming.New: ui.Good, incoming.Changed: ui.Info, incoming.Conflict: ui.Bad,
	incoming.Gone: ui.Warn, incoming.Untouched: ui.Neutral, incoming.Unmatched: ui.Warn, incoming.Closed: ui.Long, incoming.Declined: ui.Neutral, incoming.Fixed: ui.Long}

// doubtWords is the reason of a doubt, and how to mend it.
func doubtWords(ctx context.Context, d incoming.Doubt, hint string) string {
	return ui.T(ctx, "incoming.doubt."+string(d), hint)
}

func faultWords(ctx context.Context, i incoming.Import) string {
	args := make([]any, len(i.FaultArgs))
	for n, a := range i.FaultArgs {
		args[n] = a
		if key, ok := a.(string); ok {
			args[n] = ui.T(ctx, key) // an argument that is itself a message
		}
	}
	return ui.T(ctx, i.Fault, args...)
}

// valueWords is a cell's value as people say it.
func valueWords(ctx context.Context, f incoming.Field, means string) string {
	if f == incoming.Verdict && means != "" {
		return ui.T(ctx, "verdict."+means)
	}
	return means
}

func recordWords(ctx context.Context, o query.Option) string {
	if o.Value == incoming.AsNew {
		return ui.T(ctx, "import.as-new")
	}
	return shorten(o.Label, 40)
}

// listFor names the list of suggestions for what is typed into a cell.
func listFor(s incoming.Sort) string { return "list-" + string(s) }

func placeWords(ctx context.Context, r query.ImportRow) string {
	if r.Line == 0 {
		return ""
	}
	switch {
	case r.Sheet == "" && slices.ContainsFunc(r.Cells, func(c incoming.Cell) bool { return c.At != "" }):
		return ui.T(ctx, "import.table-row", r.Line) // of a .csv, which has no sheets
	case r.Sheet == "":
		return ui.T(ctx, "import.line", r.Line)
	}
	return ui.T(ctx, "import.row", r.Sheet, r.Line)
}

func decidable(r query.ImportRow) bool {
	switch r.State {
	case incoming.New, incoming.Changed, incoming.Conflict, incoming.Gone:
		return true
	}
	return false
}

func stateOptions(ctx context.Context) []ui.Option {
	var out []ui.Option
	for _, c := range incoming.Comparisons() {
		out = append(out, ui.Option{Value: string(c), Label: ui.T(ctx, "comparison."+string(c))})
	}
	return out
}

func onlyOptions(ctx context.Context) []ui.Option {
	return []ui.Option{{Value: "doubt", Label: ui.T(ctx, "import.only.doubt")}, {Value: "waits", Label: ui.T(ctx, "import.only.waits")}}
}

var fieldNames = []string{"", "sequence", "aspect", "item", "problem", "detail", "causes", "goal", "measures", "leader", "leadUnit",
	"supportUnits", "owners", "due", "progress", "verdict", "signedOff", "extra"}

func fieldOptions(ctx context.Context) []ui.Option {
	var out []ui.Option
	for _, f := range fieldNames[1:] {
		out = append(out, ui.Option{Value: f, Label: ui.T(ctx, "ledger-field."+f)})
	}
	return out
}

func mapName(n int, part string) string { return fmt.Sprintf("columns[%d].%s", n, part) }

func importState(id string, c incoming.Comparison) string {
	return "/imports/" + id + "?state=" + url.QueryEscape(string(c))
}

func percent(permille int) string { return strconv.Itoa(permille/10) + "%" }

// undecided is how many rows stay as they are when it is confirmed now.
func undecided(x query.ImportPage) int { return x.Waiting + x.Doubtful }

// groupsToDecide are the states of rows that a person can decide at once.
func groupsToDecide(x query.ImportPage) []incoming.Comparison {
	var out []incoming.Comparison
	for _, c := range []incoming.Comparison{incoming.Changed, incoming.Conflict, incoming.Gone, incoming.New} {
		if x.States[c] > 0 {
			out = append(out, c)
		}
	}
	return out
}

// here is the very page, filters and number included.
func here(at ui.Address) string {
	if len(at.Query) == 0 {
		return at.Path
	}
	return at.Path + "?" + at.Query.Encode()
}

func cellID(r query.ImportRow, f incoming.Field) string { return r.ID + "-" + string(f) }
