// Package testkit builds what tests need: databases, a fixed clock, ids that
// count, a small organisation, and checks of pages and papers.
package testkit

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bihuan/internal/store"
)

// PostgresVariable names the environment variable with the address of a
// PostgreSQL server for tests; make test starts a private one.
const PostgresVariable = "BIHUAN_TEST_POSTGRES"

// Databases runs the test once on SQLite and, where the environment names a
// server, once on PostgreSQL. With BIHUAN_TEST_ALL=1 a missing server fails
// the test, so that nothing is skipped silently.
func Databases(t *testing.T, run func(t *testing.T, url string)) {
	t.Helper()
	t.Run("sqlite", func(t *testing.T) { run(t, filepath.Join(t.TempDir(), "bihuan.db")) })
	t.Run("postgres", func(t *testing.T) {
		server := os.Getenv(PostgresVariable)
		if server == "" {
			if os.Getenv("BIHUAN_TEST_ALL") != "" {
				t.Fatalf("%s is not set", PostgresVariable)
			}
			t.Skipf("%s is not set", PostgresVariable)
		}
		run(t, freshPostgres(t, server))
	})
}

// freshPostgres makes a database without records on the server and drops it
// afterwards.
func freshPostgres(t *testing.T, server string) string {
	t.Helper()
	empty, err := emptyDatabase()
	if err != nil {
		t.Fatal(err)
	}
	name := fmt.Sprintf("t%d_%s", os.Getpid(), strings.ToLower(strings.Map(letters, t.Name())))
	if len(name) > 60 {
		name = name[:60]
	}
	drop := "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)"
	if err := onServer(server, drop, "CREATE DATABASE "+name+" TEMPLATE "+empty); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := onServer(server, drop); err != nil {
			t.Error(err)
		}
	})
	address, err := addressOf(server, name)
	if err != nil {
		t.Fatal(err)
	}
	return address
}

// addressOf is the address of a database on a server.
func addressOf(server, name string) (string, error) {
	u, err := url.Parse(server)
	if err != nil {
		return "", err
	}
	u.Path = "/" + name
	return u.String(), nil
}

func letters(r rune) rune {
	if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' {
		return r
	}
	return '_'
}

// Open opens a database with the kit's clock and closes it after the test. A
// SQLite file that is not there begins without records.
func Open(t testing.TB, url string, clock *Clock) *store.DB {
	t.Helper()
	if !strings.HasPrefix(url, "postgres://") {
		if err := fresh(url); err != nil {
			t.Fatal(err)
		}
	}
	db, err := store.Open(context.Background(), url, clock.Now)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	return db
}
