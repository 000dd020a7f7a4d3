// Package axe runs axe-core, the accessibility checker, inside a page that a browser test has open.
// It is not part of the program.
package axe

import (
	"context"
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/chromedp/chromedp"
)

// Source is axe-core's minified script; evaluating it in a page defines the global axe.
//
//go:embed axe.min.js
var Source string

// Violation is one rule that a page breaks.
type Violation struct {
	ID     string   `json:"id"`
	Impact string   `json:"impact"` // minor, moderate, serious or critical
	Help   string   `json:"help"`
	Nodes  []string `json:"nodes"` // the elements, as HTML
}

// String is the violation in one line with the first elements.
func (v Violation) String() string {
	return fmt.Sprintf("%s (%s): %s: %s", v.ID, v.Impact, v.Help, strings.Join(v.Nodes[:min(3, len(v.Nodes))], " | "))
}

// Serious reports whether somebody cannot use the page because of it.
func (v Violation) Serious() bool { return v.Impact == "serious" || v.Impact == "critical" }

const run = `axe.run(document, {resultTypes: ["violations"]}).then(function (result) {
	return result.violations.map(function (v) {
		return {id: v.id, impact: v.impact, help: v.help, nodes: v.nodes.map(function (n) { return n.html.slice(0, 200); })};
	});
})`

// Check examines the page that the browser of ctx shows, and lists the violations that are serious.
func Check(ctx context.Context) ([]Violation, error) {
	if err := chromedp.Do(ctx, load()); err != nil {
		return nil, fmt.Errorf("axe: %w", err)
	}
	found, err := chromedp.Run(ctx, chromedp.Evaluate[[]Violation](run, chromedp.EvalAwaitPromise))
	if err != nil {
		return nil, fmt.Errorf("axe: %w", err)
	}
	return slices.DeleteFunc(found, func(v Violation) bool { return !v.Serious() }), nil
}

// load brings axe into the page past its content policy, as the developer tools do.
func load() chromedp.Action[chromedp.Void] {
	return chromedp.Evaluate[chromedp.Void](Source+";undefined", chromedp.EvalAsValue)
}
