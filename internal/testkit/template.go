package testkit

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"

	"bihuan/internal/store"
)

// emptyFile is an SQLite database with the schema of today and no records. It
// is made once for all tests of a package: bringing the schema up to date costs
// more than most tests do.
var emptyFile = sync.OnceValues(func() ([]byte, error) {
	dir, err := os.MkdirTemp("", "bihuan-test-")
	if err != nil {
		return nil, err
	}
	path := filepath.Join(dir, "empty.db")
	err = upToDate(path)
	content, readErr := os.ReadFile(path)
	return content, errors.Join(err, readErr, os.RemoveAll(dir))
})

// fresh puts the empty database at a path where no file is.
func fresh(path string) error {
	if _, err := os.Stat(path); err == nil {
		return nil
	}
	content, err := emptyFile()
	if err != nil {
		return err
	}
	return os.WriteFile(path, content, 0o600)
}

// emptyDatabase is the name of such a database on a PostgreSQL server, from
// which others are copied. Each test program makes its own, and leaves it to
// the private server of scripts/test-postgres to take it away.
var emptyDatabase = sync.OnceValues(func() (string, error) {
	server := os.Getenv(PostgresVariable)
	name := fmt.Sprintf("empty_%d", os.Getpid())
	if err := onServer(server, "DROP DATABASE IF EXISTS "+name, "CREATE DATABASE "+name); err != nil {
		return "", err
	}
	address, err := addressOf(server, name)
	if err != nil {
		return "", err
	}
	return name, upToDate(address)
})

// upToDate opens a database, which brings its schema up to date, and closes it.
func upToDate(url string) error {
	db, err := store.Open(context.Background(), url, ClockAt("2026-01-01").Now)
	if err != nil {
		return err
	}
	return db.Close()
}

func onServer(server string, commands ...string) error {
	admin, err := sql.Open("pgx", server)
	if err != nil {
		return err
	}
	for _, c := range commands {
		if _, err := admin.Exec(c); err != nil {
			return errors.Join(err, admin.Close())
		}
	}
	return admin.Close()
}
