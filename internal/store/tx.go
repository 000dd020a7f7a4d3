package store

import (
	"context"
	"database/sql"
	"time"

	"bihuan/internal/domain/workday"
)

// Tx is one transaction with its one point in time. It carries the context of
// the request that it serves and lives no longer than that.
type Tx struct {
	ctx     context.Context
	tx      *sql.Tx
	dialect dialect
	now     time.Time
	// prepared and missing are nil on PostgreSQL; missing has the queries that
	// were not ready, with the statement of those asked again.
	prepared *prepared
	missing  map[string]*sql.Stmt
}

// Now is the transaction's point in time.
func (tx *Tx) Now() time.Time { return tx.now }

// At gives the same transaction with another point in time, for loading
// history that has its own dates.
func (tx *Tx) At(now time.Time) *Tx {
	other := *tx
	other.now = now
	return &other
}

// Context is the request's context.
func (tx *Tx) Context() context.Context { return tx.ctx }

// Today is the transaction's day in China.
func (tx *Tx) Today() workday.Date { return workday.DateOf(tx.now, workday.Zone) }

// Exec runs a statement with ? placeholders.
func (tx *Tx) Exec(query string, args ...any) (sql.Result, error) {
	var res sql.Result
	var err error
	if stmt := tx.ready(query); stmt != nil {
		res, err = stmt.ExecContext(tx.ctx, plainAll(args)...)
	} else {
		res, err = tx.tx.ExecContext(tx.ctx, tx.dialect.bind(query), plainAll(args)...)
	}
	if err != nil {
		return nil, failed(err)
	}
	return res, nil
}

// Query runs a query with ? placeholders.
func (tx *Tx) Query(query string, args ...any) (*sql.Rows, error) {
	var rows *sql.Rows
	var err error
	if stmt := tx.ready(query); stmt != nil {
		rows, err = stmt.QueryContext(tx.ctx, plainAll(args)...)
	} else {
		rows, err = tx.tx.QueryContext(tx.ctx, tx.dialect.bind(query), plainAll(args)...)
	}
	if err != nil {
		return nil, failed(err)
	}
	return rows, nil
}

// QueryRow runs a query of one row with ? placeholders.
func (tx *Tx) QueryRow(query string, args ...any) *sql.Row {
	if stmt := tx.ready(query); stmt != nil {
		return stmt.QueryRowContext(tx.ctx, plainAll(args)...)
	}
	return tx.tx.QueryRowContext(tx.ctx, tx.dialect.bind(query), plainAll(args)...)
}

// Each calls f for every row of the query; f scans it.
func (tx *Tx) Each(f func(scan func(...any) error) error, query string, args ...any) error {
	rows, err := tx.Query(query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := f(rows.Scan); err != nil {
			return err
		}
	}
	return failed(rows.Err())
}

// Count runs a query that gives one number.
func (tx *Tx) Count(query string, args ...any) (int, error) {
	var n int
	if err := tx.QueryRow(query, args...).Scan(&n); err != nil {
		return 0, failed(err)
	}
	return n, nil
}

// Postgres reports whether the transaction runs on PostgreSQL.
func (tx *Tx) Postgres() bool { return tx.dialect.name == postgres.name }
