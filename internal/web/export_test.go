package web

// Patterns lists the routes, for tests that walk through all of them.
func Patterns() []string {
	var out []string
	for _, r := range routes() {
		out = append(out, r.pattern)
	}
	return out
}
