// Package store keeps the records: one hand-written SQL text for SQLite and
// PostgreSQL, one file per noun, and the handling of the databases.
package store

import (
	"context"
	"database/sql"
	"fmt"
	"runtime"
	"strings"
	"time"

	"github.com/ncruces/go-sqlite3/driver"
	"github.com/ncruces/go-sqlite3/ext/fts5"
)

// DB is an open database: one writer and many readers on SQLite, one pool on
// PostgreSQL.
type DB struct {
	dialect dialect
	write   *sql.DB
	read    *sql.DB
	now     func() time.Time
	// The statements kept ready for each pool; nil on PostgreSQL.
	writes, reads *prepared
}

// Open opens the database at url and brings its schema up to date. A url of
// postgres://… is PostgreSQL; anything else is a path of a SQLite file. The
// clock gives each transaction its one point in time.
func Open(ctx context.Context, url string, now func() time.Time) (*DB, error) {
	db := &DB{now: now}
	var err error
	if strings.HasPrefix(url, "postgres://") || strings.HasPrefix(url, "postgresql://") {
		err = db.openPostgres(ctx, url)
	} else {
		err = db.openSQLite(ctx, url)
	}
	if err != nil {
		return nil, err
	}
	if err := migrate(ctx, db.write, db.dialect); err != nil {
		return nil, shut(db, err)
	}
	if err := db.fillIndex(ctx); err != nil {
		return nil, shut(db, err)
	}
	return db, nil
}

func shut(db *DB, err error) error {
	if cerr := db.Close(); cerr != nil {
		return fmt.Errorf("%w (and closing: %v)", err, cerr)
	}
	return err
}

func (db *DB) openPostgres(ctx context.Context, url string) error {
	pool, err := sql.Open("pgx", url)
	if err != nil {
		return fmt.Errorf("open PostgreSQL: %w", err)
	}
	pool.SetMaxOpenConns(16)
	pool.SetMaxIdleConns(16)
	db.dialect, db.write, db.read = postgres, pool, pool
	return checkPostgres(ctx, pool)
}

func (db *DB) openSQLite(ctx context.Context, path string) error {
	w, err := driver.Open(sqliteDSN(path, true), fts5.Register)
	if err != nil {
		return fmt.Errorf("open SQLite: %w", err)
	}
	w.SetMaxOpenConns(1)
	r, err := driver.Open(sqliteDSN(path, false), fts5.Register)
	if err != nil {
		return fmt.Errorf("open SQLite: %w", err)
	}
	readers := max(4, runtime.NumCPU())
	r.SetMaxOpenConns(readers)
	r.SetMaxIdleConns(readers)
	db.dialect, db.write, db.read = sqlite, w, r
	db.writes, db.reads = newPrepared(w), newPrepared(r)
	return checkSQLite(ctx, w)
}

// Close closes all connections.
func (db *DB) Close() error {
	err := db.write.Close()
	if db.read != db.write {
		if rerr := db.read.Close(); err == nil {
			err = rerr
		}
	}
	return err
}

// Engine names the database: "sqlite" or "postgres".
func (db *DB) Engine() string { return db.dialect.name }

// Write runs f in one read-write transaction, and commits if f returns nil.
func (db *DB) Write(ctx context.Context, f func(*Tx) error) error {
	return db.run(ctx, db.write, db.writes, &sql.TxOptions{}, f)
}

// Read runs f in one read-only transaction: all of f sees one state.
func (db *DB) Read(ctx context.Context, f func(*Tx) error) error {
	return db.run(ctx, db.read, db.reads, &sql.TxOptions{ReadOnly: true, Isolation: db.dialect.readLevel}, f)
}

func (db *DB) run(ctx context.Context, pool *sql.DB, known *prepared, opts *sql.TxOptions, f func(*Tx) error) error {
	tx := &Tx{ctx: ctx, dialect: db.dialect, now: db.now()}
	if known != nil && !known.full() {
		tx.missing = map[string]*sql.Stmt{}
	}
	if known != nil {
		tx.prepared = known
	}
	if err := transact(ctx, pool, opts, tx, f); err != nil {
		return err
	}
	if tx.missing != nil {
		known.learn(ctx, tx.missing)
	}
	return nil
}

// transact begins, runs f and commits, or rolls back.
func transact(ctx context.Context, pool *sql.DB, opts *sql.TxOptions, tx *Tx, f func(*Tx) error) (err error) {
	inner, err := pool.BeginTx(ctx, opts)
	if err != nil {
		return failed(err)
	}
	defer func() {
		if err != nil {
			// The first error is the one to tell; a failed rollback only
			// means that the connection is gone, and the work with it.
			_ = inner.Rollback()
		}
	}()
	tx.tx = inner
	if err = f(tx); err != nil {
		return err
	}
	if err = inner.Commit(); err != nil {
		return failed(err)
	}
	return nil
}

// Now is the database's clock.
func (db *DB) Now() time.Time { return db.now() }
