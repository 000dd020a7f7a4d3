package store

import (
	"fmt"
	"strings"
)

// found is what the search knows of a record: where it lies and its texts.
type found struct {
	orgID, inspectionID string
	texts               []string
}

// SearchEntry is one record's texts as the search shows them.
type SearchEntry struct {
	Kind         string // the table's name
	RecordID     string
	OrgID        string
	InspectionID string
	Body         string
}

// index writes a record's texts with the record, in its transaction. Texts
// that did not change cost no more than the look; a record without texts has
// no entry.
func (t *table) index(tx *Tx, v any, id string) error {
	texts, ok := searchable[t.name]
	if !ok {
		return nil
	}
	f := texts(v)
	body := joined(f.texts)
	if body == "" {
		return t.unindex(tx, id)
	}
	_, err := tx.Exec(`INSERT INTO search_entry (kind, record_id, org_id, inspection_id, body, bigrams) VALUES (?, ?, ?, ?, ?, ?)
		ON CONFLICT (kind, record_id) DO UPDATE SET body = excluded.body, bigrams = excluded.bigrams
		WHERE search_entry.body <> excluded.body`, t.name, id, f.orgID, f.inspectionID, body, bigrams(body))
	if err != nil {
		return fmt.Errorf("index %s: %w", t.name, err)
	}
	return nil
}

func (t *table) unindex(tx *Tx, id string) error {
	if _, ok := searchable[t.name]; !ok {
		return nil
	}
	if _, err := tx.Exec("DELETE FROM search_entry WHERE kind = ? AND record_id = ?", t.name, id); err != nil {
		return fmt.Errorf("index %s: %w", t.name, err)
	}
	return nil
}

func joined(texts []string) string {
	var out []string
	for _, text := range texts {
		if text = strings.TrimSpace(text); text != "" {
			out = append(out, text)
		}
	}
	return strings.Join(out, "\n")
}

// Matching gives a condition over search_entry for the records in which all
// words of a query stand, with its argument; ok is false for a query without
// a word.
func (tx *Tx) Matching(query string) (condition, arg string, ok bool) {
	list := terms(query)
	if len(list) == 0 {
		return "", "", false
	}
	parts := make([]string, len(list))
	if tx.Postgres() {
		for i, t := range list {
			parts[i] = "'" + t.text + "'" + strings.Repeat(":*", count(t.prefix))
		}
		return "vector @@ CAST(? AS tsquery)", strings.Join(parts, " & "), true
	}
	for i, t := range list {
		parts[i] = `"` + t.text + `"` + strings.Repeat("*", count(t.prefix))
	}
	return "n IN (SELECT rowid FROM search_index WHERE search_index MATCH ?)", strings.Join(parts, " AND "), true
}

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

func (t *table) matchingIDs(tx *Tx, query string) (condition string, args []any, ok bool) {
	inner, arg, ok := tx.Matching(query)
	if !ok {
		return "", nil, false
	}
	return "id IN (SELECT record_id FROM search_entry WHERE kind = ? AND " + inner + ")", []any{t.name, arg}, true
}
