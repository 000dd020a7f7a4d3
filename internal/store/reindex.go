package store

import "context"

// indexed are the tables of searchable, for filling an empty index.
var indexed = []func(*Tx) error{Nodes.indexAll, Problems.indexAll, Measures.indexAll, Evidences.indexAll, Meetings.indexAll,
	Studies.indexAll, Regulations.indexAll, People.indexAll}

// fillIndex indexes the records of a database that was made before there was
// an index, or whose index was emptied.
func (db *DB) fillIndex(ctx context.Context) error {
	return db.Write(ctx, func(tx *Tx) error {
		n, err := tx.Count("SELECT COUNT(*) FROM (SELECT 1 FROM search_entry LIMIT 1) AS one")
		if err != nil || n > 0 {
			return err
		}
		for _, index := range indexed {
			if err := index(tx); err != nil {
				return err
			}
		}
		return nil
	})
}

// indexAll indexes every record of the table, some at a time.
func (t Table[T]) indexAll(tx *Tx) error {
	last := ""
	for {
		some, err := t.List(tx, "WHERE id > ? ORDER BY id LIMIT 500", last)
		if err != nil || len(some) == 0 {
			return err
		}
		for i := range some {
			if err := t.index(tx, &some[i]); err != nil {
				return err
			}
		}
		last = t.ID(&some[len(some)-1])
	}
}
