package store

import (
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"

	"bihuan/internal/fault"
)

// Table ties one noun to its columns, once, for reading and for writing. The
// first column is the id. A column "version" makes updates refuse stale ones.
type Table[T any] struct {
	name    string
	columns []string
	bind    func(*T) []any
	insertQ string
	updateQ string
	selectQ string
	version int // index of the column version, or -1
}

func newTable[T any](name, columns string, bind func(*T) []any) Table[T] {
	cols := strings.Fields(strings.ReplaceAll(columns, ",", " "))
	t := Table[T]{name: name, columns: cols, bind: bind, version: slices.Index(cols, "version")}
	marks := strings.TrimSuffix(strings.Repeat("?, ", len(cols)), ", ")
	t.insertQ = "INSERT INTO " + name + " (" + strings.Join(cols, ", ") + ") VALUES (" + marks + ")"
	t.selectQ = "SELECT " + strings.Join(cols, ", ") + " FROM " + name + " "
	t.updateQ = "UPDATE " + name + " SET " + strings.Join(cols[1:], " = ?, ") + " = ? WHERE id = ?"
	if t.version >= 0 {
		t.updateQ += " AND version = ?"
	}
	return t
}

// Insert adds a record. A record with a version starts at 1.
func (t Table[T]) Insert(tx *Tx, v *T) error {
	if t.version >= 0 {
		*t.bind(v)[t.version].(*int) = 1
	}
	if _, err := tx.Exec(t.insertQ, t.bind(v)...); err != nil {
		return fmt.Errorf("insert %s: %w", t.name, err)
	}
	return t.index(tx, v)
}

// Update saves a record. One whose version is not the stored one is refused
// with fault.Conflict carrying both; otherwise the version grows by one.
func (t Table[T]) Update(tx *Tx, v *T) error {
	fields := t.bind(v)
	args := append(slices.Clone(fields[1:]), fields[0])
	if t.version >= 0 {
		at := fields[t.version].(*int)
		was := *at
		*at = was + 1
		args = append(args, was)
	}
	res, err := tx.Exec(t.updateQ, args...)
	if err != nil {
		return fmt.Errorf("update %s: %w", t.name, err)
	}
	n, err := res.RowsAffected()
	switch {
	case err != nil:
		return err
	case n == 0:
		return t.stale(tx, v)
	}
	return t.index(tx, v)
}

func (t Table[T]) stale(tx *Tx, v *T) error {
	current, err := t.Get(tx, t.ID(v))
	if err != nil {
		return err
	}
	return fault.Stale(*v, current)
}

// Get gives the record with the id, or fault.NotFound.
func (t Table[T]) Get(tx *Tx, id string) (T, error) {
	return t.One(tx, "WHERE id = ?", id)
}

// One gives the single record that rest selects, or fault.NotFound.
func (t Table[T]) One(tx *Tx, rest string, args ...any) (T, error) {
	var v T
	err := tx.QueryRow(t.selectQ+rest, args...).Scan(t.bind(&v)...)
	if errors.Is(err, sql.ErrNoRows) {
		return v, fault.New(fault.NotFound, "fault.not-found")
	}
	if err != nil {
		return v, fmt.Errorf("read %s: %w", t.name, failed(err))
	}
	return v, nil
}

// List gives the records that rest (WHERE … ORDER BY …) selects.
func (t Table[T]) List(tx *Tx, rest string, args ...any) ([]T, error) {
	var out []T
	err := tx.Each(func(scan func(...any) error) error {
		var v T
		if err := scan(t.bind(&v)...); err != nil {
			return err
		}
		out = append(out, v)
		return nil
	}, t.selectQ+rest, args...)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", t.name, err)
	}
	return out, nil
}

// Delete removes the record with the id. Only what is part of another record
// and audited with it is ever deleted.
func (t Table[T]) Delete(tx *Tx, id string) error {
	if _, err := tx.Exec("DELETE FROM "+t.name+" WHERE id = ?", id); err != nil {
		return fmt.Errorf("delete %s: %w", t.name, err)
	}
	return t.unindex(tx, id)
}

// Name is the table's name, which is also the noun's name in the audit log.
func (t Table[T]) Name() string { return t.name }

// ID gives the record's id.
func (t Table[T]) ID(v *T) string { return *t.bind(v)[0].(*string) }
