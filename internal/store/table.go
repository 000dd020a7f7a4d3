package store

import (
	"strings"

	"bihuan/internal/fault"
)

// Table ties one noun to its columns, once, for reading and for writing. The
// first column is the id. A column "version" makes updates refuse stale ones.
// What does not depend on the noun's type is done by table: the compiler makes
// a Table anew for each noun in each package that names it.
type Table[T any] struct {
	at   *table
	bind func(*T) []any
}

func newTable[T any](name, columns string, bind func(*T) []any) *Table[T] {
	cols := strings.Fields(strings.ReplaceAll(columns, ",", " "))
	return &Table[T]{at: describe(name, cols), bind: bind}
}

// Insert adds a record. A record with a version starts at 1.
func (t *Table[T]) Insert(tx *Tx, v *T) error { return t.at.insert(tx, v, t.bind(v)) }

// Update saves a record. One whose version is not the stored one is refused
// with fault.Conflict carrying both; otherwise the version grows by one.
func (t *Table[T]) Update(tx *Tx, v *T) error {
	found, err := t.at.update(tx, v, t.bind(v))
	if err != nil || found {
		return err
	}
	current, err := t.Get(tx, t.ID(v))
	if err != nil {
		return err
	}
	return fault.Stale(*v, current)
}

// Get gives the record with the id, or fault.NotFound.
func (t *Table[T]) Get(tx *Tx, id string) (T, error) {
	return t.One(tx, "WHERE id = ?", id)
}

// One gives the single record that rest selects, or fault.NotFound.
func (t *Table[T]) One(tx *Tx, rest string, args ...any) (T, error) {
	var v T
	err := t.at.one(tx, t.bind(&v), rest, args)
	return v, err
}

// List gives the records that rest (WHERE … ORDER BY …) selects.
func (t *Table[T]) List(tx *Tx, rest string, args ...any) ([]T, error) {
	var out []T
	err := t.at.each(tx, func() []any {
		var v T
		out = append(out, v)
		return t.bind(&out[len(out)-1])
	}, rest, args)
	if err != nil {
		return nil, err
	}
	return out, nil
}

// ID gives the record's id.
func (t *Table[T]) ID(v *T) string { return idOf(t.bind(v)) }

// Name is the table's name, which is also the noun's name in the audit log.
func (t *Table[T]) Name() string { return t.at.name }

// Delete removes the record with the id. Only what is part of another record
// and audited with it is ever deleted.
func (t *Table[T]) Delete(tx *Tx, id string) error { return t.at.delete(tx, id) }

// MatchingIDs narrows ids of a table to the records in which all words of a
// query stand, for a WHERE: "id IN (…)".
func (t *Table[T]) MatchingIDs(tx *Tx, query string) (condition string, args []any, ok bool) {
	return t.at.matchingIDs(tx, query)
}
