package store

import (
	"context"
	"fmt"

	"bihuan/internal/fault"
)

// Snapshot writes a consistent copy of a SQLite database to a file that must
// not exist, while others go on reading and writing. PostgreSQL has its own
// tools for that; there it is fault.Unavailable.
func (db *DB) Snapshot(ctx context.Context, path string) error {
	if db.dialect.name != sqlite.name {
		return fault.New(fault.Unavailable, "backup.postgres")
	}
	if _, err := db.write.ExecContext(ctx, "VACUUM INTO ?", path); err != nil {
		return fmt.Errorf("copy database: %w", failed(err))
	}
	return nil
}

// Intact asks the database whether its structure is whole; nil means yes.
// PostgreSQL checks its pages itself.
func (db *DB) Intact(ctx context.Context) error {
	if db.dialect.name != sqlite.name {
		return nil
	}
	var said string
	if err := db.read.QueryRowContext(ctx, "PRAGMA integrity_check(1)").Scan(&said); err != nil {
		return fmt.Errorf("check database: %w", err)
	}
	if said != "ok" {
		return fmt.Errorf("the database is damaged: %s", said)
	}
	return nil
}
