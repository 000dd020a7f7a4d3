// Package axe carries axe-core, the accessibility checker that browser tests run inside a page.
// It is not part of the program.
package axe

import _ "embed"

// Source is axe-core's minified script; evaluating it in a page defines the global axe.
//
//go:embed axe.min.js
var Source string
