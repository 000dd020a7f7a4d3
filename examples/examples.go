// Package examples carries the fictional city inside the program, so that the
// demonstration needs no files beside it.
package examples

import (
	"embed"
	"io/fs"
)

//go:embed city
var files embed.FS

// City is the city's folder, as example.Load reads it.
func City() (fs.FS, error) { return fs.Sub(files, "city") }
