package store

import "context"

// indexed are the tables of searchable, for filling an empty index.
var indexed = []func(*Tx) error{allOf(Nodes), allOf(Problems), allOf(Measures), allOf(Evidences), allOf(Meetings),
	allOf(Studies), allOf(Regulations), allOf(People)}

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

// allOf indexes every record of a table, some at a time.
func allOf[T any](t *Table[T]) func(*Tx) error {
	return func(tx *Tx) error {
		last := ""
		for {
			some, err := t.List(tx, "WHERE id > ? ORDER BY id LIMIT 500", last)
			if err != nil || len(some) == 0 {
				return err
			}
			for i := range some {
				last = t.ID(&some[i])
				if err := t.at.index(tx, &some[i], last); err != nil {
					return err
				}
			}
		}
	}
}
