package query

import (
	"slices"
	"strings"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/store"
)

// searchScope gives, as alternatives, the conditions over search_entry of what
// the caller may see; none when there is nothing.
func (v *View) searchScope(inspections []inspection.Inspection) (where, error) {
	var w where
	for _, kind := range SearchKinds() {
		permission, ok := seenWith[kind]
		if !ok {
			continue
		}
		var ids []string
		for _, i := range inspections {
			t := store.TargetOf(i)
			// Evidence reaches outsiders problem by problem; they do not
			// search through it.
			if v.Can(permission, t) && (kind != "evidence" || v.Inside(t)) {
				ids = append(ids, i.ID)
			}
		}
		if len(ids) > 0 {
			w.add("(kind = ? AND inspection_id IN ("+marks(len(ids))+"))", append([]any{kind}, anyOf(ids)...)...)
		}
	}
	return w, v.peopleScope(&w)
}

func (v *View) peopleScope(w *where) error {
	all, err := store.Organisations.List(v.Tx, "ORDER BY id")
	if err != nil {
		return err
	}
	var ids []string
	for _, o := range all {
		if v.Can(org.SeePeople, org.Target{OrgID: o.ID}) {
			ids = append(ids, o.ID)
		}
	}
	if len(ids) > 0 {
		w.add("(kind = 'person' AND org_id IN ("+marks(len(ids))+"))", anyOf(ids)...)
	}
	return nil
}

// findInspections finds inspections by the name of the organisation, a part of
// it, or the beginning of its pinyin initials.
func (v *View) findInspections(r *SearchResult, inspections []inspection.Inspection) error {
	q := strings.ToLower(strings.TrimSpace(r.Query))
	if q == "" {
		return nil
	}
	g := SearchGroup{Kind: "inspection"}
	for _, i := range inspections {
		if !v.Can(org.SeeInspection, store.TargetOf(i)) {
			continue
		}
		o, err := store.Organisations.Get(v.Tx, i.OrgID)
		if err != nil {
			return err
		}
		if named := slices.ContainsFunc([]string{o.Name, o.ShortName, o.PartyName, i.Title}, func(name string) bool {
			return strings.Contains(strings.ToLower(name), q)
		}); named || strings.HasPrefix(org.Initials(o.ShortName), q) || strings.HasPrefix(org.Initials(o.Name), q) {
			g.Hits = append(g.Hits, SearchHit{Kind: g.Kind, ID: i.ID, InspectionID: i.ID, Organisation: o.Name, Text: excerptOf(o.Name+" "+i.Title, r.Query)})
		}
	}
	g.Total = len(g.Hits)
	if g.Total == 0 {
		return nil
	}
	r.Total += g.Total
	if r.Kind != "" && r.Kind != g.Kind {
		g.Hits = nil
	}
	r.Groups = append(r.Groups, g)
	return nil
}
