package query

import (
	"cmp"
	"slices"

	"bihuan/internal/domain/publication"
	"bihuan/internal/store"
)

// namedOutsiders are the places of an inspection's records where people stand by
// name who are not of the organisation: its team, guests, who signed for a
// paper, who wrote, reviewed or decided, who said something in public.
const namedOutsiders = `SELECT t.leader FROM team t JOIN inspection i ON i.team_id = t.id WHERE i.id = ?
	UNION SELECT g.people FROM life_guest g JOIN life_meeting m ON m.id = g.life_meeting_id WHERE m.inspection_id = ?
	UNION SELECT receiver FROM recipient WHERE inspection_id = ?
	UNION SELECT receiver FROM letter WHERE inspection_id = ?
	UNION SELECT issued_name FROM letter WHERE inspection_id = ?
	UNION SELECT sender FROM public_opinion WHERE inspection_id = ?
	UNION SELECT decided_name FROM report WHERE inspection_id = ?
	UNION SELECT c.author_name FROM plan_comment c JOIN plan_version v ON v.id = c.version_id WHERE v.inspection_id = ?
	UNION SELECT d.name FROM decision d JOIN application a ON a.id = d.application_id WHERE a.inspection_id = ?`

// recordedNames are the names of people anywhere in the records of an
// inspection, the longer ones first.
func (v *View) recordedNames(orgID, inspectionID string) ([]string, error) {
	var out []string
	people, err := store.People.List(v.Tx, "WHERE org_id = ?", orgID)
	if err != nil {
		return nil, err
	}
	for _, p := range people {
		out = append(out, p.Name)
	}
	args := slices.Repeat([]any{inspectionID}, 9)
	err = v.Tx.Each(func(scan func(...any) error) error {
		var written string
		err := scan(&written)
		out = append(out, publication.NamesIn(written)...)
		return err
	}, namedOutsiders, args...)
	slices.SortFunc(out, func(a, b string) int { return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a, b)) })
	return slices.Compact(out), err
}
