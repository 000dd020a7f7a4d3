package web

import (
	"strings"

	"bihuan/internal/query"
	"bihuan/internal/web/templates"
)

// longestSearch bounds what is looked for, in characters.
const longestSearch = 100

func searchPage(v *visit) error {
	q := v.r.URL.Query()
	words := []rune(strings.TrimSpace(q.Get("q")))
	in := query.SearchIn{Query: string(words[:min(len(words), longestSearch)]), Kind: q.Get("kind"), Page: v.pageNumber()}
	found, err := see(v, query.Search, in)
	if err != nil {
		return err
	}
	return v.show(templates.Search(v.page("ui.search"), v.at(), found))
}
