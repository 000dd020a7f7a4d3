package store

import (
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"

	"bihuan/internal/fault"
)

// table is a Table without the type of what it holds. A record comes to it as
// a pointer, and as the pointers to its fields in the order of the columns.
type table struct {
	name    string
	columns []string
	insertQ string
	updateQ string
	selectQ string
	version int // index of the column version, or -1
}

func describe(name string, cols []string) *table {
	t := &table{name: name, columns: cols, version: slices.Index(cols, "version")}
	marks := strings.TrimSuffix(strings.Repeat("?, ", len(cols)), ", ")
	t.insertQ = "INSERT INTO " + name + " (" + strings.Join(cols, ", ") + ") VALUES (" + marks + ")"
	t.selectQ = "SELECT " + strings.Join(cols, ", ") + " FROM " + name + " "
	t.updateQ = "UPDATE " + name + " SET " + strings.Join(cols[1:], " = ?, ") + " = ? WHERE id = ?"
	if t.version >= 0 {
		t.updateQ += " AND version = ?"
	}
	return t
}

func idOf(fields []any) string { return *fields[0].(*string) }

func (t *table) insert(tx *Tx, v any, fields []any) error {
	if t.version >= 0 {
		*fields[t.version].(*int) = 1
	}
	if _, err := tx.Exec(t.insertQ, fields...); err != nil {
		return fmt.Errorf("insert %s: %w", t.name, err)
	}
	return t.index(tx, v, idOf(fields))
}

// update saves the record; found is false when no record has its id and
// version.
func (t *table) update(tx *Tx, v any, fields []any) (found bool, err error) {
	args := append(slices.Clone(fields[1:]), fields[0])
	if t.version >= 0 {
		at := fields[t.version].(*int)
		was := *at
		*at = was + 1
		args = append(args, was)
	}
	res, err := tx.Exec(t.updateQ, args...)
	if err != nil {
		return false, fmt.Errorf("update %s: %w", t.name, err)
	}
	if n, err := res.RowsAffected(); err != nil || n == 0 {
		return false, err
	}
	return true, t.index(tx, v, idOf(fields))
}

func (t *table) one(tx *Tx, into []any, rest string, args []any) error {
	err := tx.QueryRow(t.selectQ+rest, args...).Scan(into...)
	if errors.Is(err, sql.ErrNoRows) {
		return fault.New(fault.NotFound, "fault.not-found")
	}
	if err != nil {
		return fmt.Errorf("read %s: %w", t.name, failed(err))
	}
	return nil
}

// each reads the records that rest selects, each into the fields of what next
// makes.
func (t *table) each(tx *Tx, next func() []any, rest string, args []any) error {
	err := tx.Each(func(scan func(...any) error) error { return scan(next()...) }, t.selectQ+rest, args...)
	if err != nil {
		return fmt.Errorf("read %s: %w", t.name, err)
	}
	return nil
}

func (t *table) delete(tx *Tx, id string) error {
	if _, err := tx.Exec("DELETE FROM "+t.name+" WHERE id = ?", id); err != nil {
		return fmt.Errorf("delete %s: %w", t.name, err)
	}
	return t.unindex(tx, id)
}
