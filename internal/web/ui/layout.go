package ui

import (
	"context"

	"github.com/a-h/templ"
)

// htmxConfig keeps htmx within a policy without inline styles and evaluated code.
const htmxConfig = `{"includeIndicatorStyles":false,"allowEval":false,"allowScriptTags":false,` +
	`"selfRequestsOnly":true,"historyCacheSize":0,"scrollBehavior":"auto"}`

// current marks the entry of a navigation that leads to this very page.
func current(is bool) templ.Attributes {
	if is {
		return templ.Attributes{"aria-current": "page"}
	}
	return nil
}

func otherLang(lang string) string {
	if lang == "en" {
		return "zh-CN"
	}
	return "en"
}

func windowTitle(ctx context.Context, p Page) string {
	product := T(ctx, "ui.product")
	if p.Title == "" {
		return product
	}
	if p.Inspection != nil {
		return p.Title + " · " + p.Inspection.Organisation + " · " + product
	}
	return p.Title + " · " + product
}

// named is the id and the label of an element, each only where there is one.
func named(id, label string) templ.Attributes {
	a := templ.Attributes{}
	if id != "" {
		a["id"] = id
	}
	if label != "" {
		a["aria-label"] = label
	}
	return a
}
