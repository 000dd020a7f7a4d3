package query

import (
	"slices"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/store"
)

// How many hits a page shows: of each kind when all are asked for, of one kind.
const (
	SearchFew  = 5
	SearchSize = 20
)

// SearchIn is what somebody looks for. Without a kind a few hits of each are
// given.
type SearchIn struct {
	Query string
	Kind  string
	Page  int
	// Inspection narrows the search to the records of one; empty for all.
	Inspection string
}

// SearchHit is one record in which all words stand.
type SearchHit struct {
	Kind         string // the noun: node, measure, person …
	ID           string
	InspectionID string
	Organisation string
	Problem      string // of evidence and original wording: the problem that leads there
	Text         Excerpt
}

// SearchGroup is the hits of one kind.
type SearchGroup struct {
	Kind  string
	Total int
	Hits  []SearchHit
}

// SearchResult is what was found.
type SearchResult struct {
	Query  string
	Kind   string
	Groups []SearchGroup // every kind with hits, in the order of SearchKinds
	Total  int
	Page   int
}

// SearchKinds lists what is searched, in the order of the page.
func SearchKinds() []string {
	return []string{"inspection", "node", "problem", "measure", "evidence", "meeting", "study", "regulation", "person"}
}

// seenWith says which permission on its inspection makes a record one that the
// caller may find.
var seenWith = map[string]org.Permission{"node": org.SeeInspection, "problem": org.SeeDetail, "measure": org.SeeDetail,
	"evidence": org.SeeDetail, "meeting": org.SeeParty, "study": org.SeeParty, "regulation": org.SeeParty}

// Search looks through what the caller may see, and counts nothing else.
func Search(v *View, in SearchIn) (SearchResult, error) {
	r := SearchResult{Query: in.Query, Page: max(1, in.Page)}
	if slices.Contains(SearchKinds(), in.Kind) {
		r.Kind = in.Kind
	}
	seen, err := store.Inspections.List(v.Tx, "ORDER BY feedback_on DESC, id")
	if err != nil {
		return r, err
	}
	if in.Inspection != "" {
		seen = slices.DeleteFunc(seen, func(i inspection.Inspection) bool { return i.ID != in.Inspection })
	}
	if err := v.findInspections(&r, seen); err != nil {
		return r, err
	}
	condition, arg, ok := v.Tx.Matching(in.Query)
	if !ok {
		return r, nil
	}
	scope, err := v.searchScope(seen)
	if err != nil || len(scope.parts) == 0 {
		return r, err
	}
	var w where
	w.add(condition, arg)
	w.add("("+scope.either()+")", scope.args...)
	return r, v.findRecords(&r, w)
}

// findRecords fills in the hits in what the index knows.
func (v *View) findRecords(r *SearchResult, w where) error {
	counts := map[string]int{}
	err := v.Tx.Each(func(scan func(...any) error) error {
		var kind string
		var n int
		err := scan(&kind, &n)
		counts[kind] = n
		return err
	}, "SELECT kind, COUNT(*) FROM search_entry WHERE "+w.text()+" GROUP BY kind", w.args...)
	if err != nil {
		return err
	}
	for _, kind := range SearchKinds() {
		if counts[kind] == 0 {
			continue
		}
		g := SearchGroup{Kind: kind, Total: counts[kind]}
		r.Total += g.Total
		if r.Kind == "" || r.Kind == kind {
			if g.Hits, err = v.searchHits(r, kind, w); err != nil {
				return err
			}
		}
		r.Groups = append(r.Groups, g)
	}
	return nil
}

// searchHits gives the hits of one kind on the page, newest first.
func (v *View) searchHits(r *SearchResult, kind string, w where) ([]SearchHit, error) {
	size, from := SearchFew, 0
	if r.Kind != "" {
		size, from = SearchSize, (r.Page-1)*SearchSize
	}
	args := append(slices.Clone(w.args), kind, size, from)
	var out []SearchHit
	err := v.Tx.Each(func(scan func(...any) error) error {
		h := SearchHit{Kind: kind}
		var orgID, body string
		if err := scan(&h.ID, &orgID, &h.InspectionID, &body); err != nil {
			return err
		}
		h.Organisation, h.Text = orgID, excerptOf(body, r.Query)
		out = append(out, h)
		return nil
	}, "SELECT record_id, org_id, inspection_id, body FROM search_entry WHERE "+w.text()+" AND kind = ? ORDER BY n DESC LIMIT ? OFFSET ?", args...)
	if err != nil {
		return nil, err
	}
	return out, v.leadOn(out)
}

// leadOn fills in the names of organisations, and the problem behind a hit
// that has no page of its own.
func (v *View) leadOn(hits []SearchHit) error {
	names := v.namer()
	for i := range hits {
		h := &hits[i]
		var err error
		if h.Organisation, err = names.of(h.Organisation); err != nil {
			return err
		}
		switch h.Kind {
		case "evidence":
			err = v.Tx.QueryRow("SELECT problem_id FROM evidence WHERE id = ?", h.ID).Scan(&h.Problem)
		case "node":
			var n int
			if n, err = v.Tx.Count("SELECT COUNT(*) FROM problem WHERE id = ?", h.ID); n > 0 {
				h.Problem = h.ID
			}
		}
		if err != nil {
			return err
		}
	}
	return nil
}
