package assets

import "regexp"

var symbol = regexp.MustCompile(`<symbol id="([^"]+)"`)

// Icons lists the names in the icon sprite.
func Icons() []string {
	f, ok := load().byName["icons.svg"]
	if !ok {
		return nil
	}
	var out []string
	for _, m := range symbol.FindAllSubmatch(f.plain, -1) {
		out = append(out, string(m[1]))
	}
	return out
}
