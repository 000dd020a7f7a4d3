package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"bihuan/internal/fault"

	_ "github.com/jackc/pgx/v5/stdlib" // driver "pgx"
	"github.com/ncruces/go-sqlite3"
)

// dialect is all in which the two databases differ for us.
type dialect struct {
	name      string
	readLevel sql.IsolationLevel
	bind      func(string) string
}

var (
	sqlite   = dialect{name: "sqlite", bind: func(q string) string { return q }}
	postgres = dialect{name: "postgres", readLevel: sql.LevelRepeatableRead, bind: dollars}
)

// minSQLite is the oldest library that we trust (design.md: a library older
// than 3.51.3 is refused).
var minSQLite = [3]int{3, 51, 3}

func sqliteDSN(path string, writer bool) string {
	q := url.Values{}
	for _, p := range []string{"journal_mode(wal)", "synchronous(full)", "foreign_keys(on)",
		"busy_timeout(10000)", "temp_store(memory)", "cache_size(-32000)"} {
		q.Add("_pragma", p)
	}
	if writer {
		q.Set("_txlock", "immediate")
	} else {
		q.Add("_pragma", "query_only(on)")
	}
	return "file:" + (&url.URL{Path: path}).EscapedPath() + "?" + q.Encode()
}

// dollars turns ? placeholders into $1, $2 … outside quoted text.
func dollars(q string) string {
	if !strings.Contains(q, "?") {
		return q
	}
	var b strings.Builder
	b.Grow(len(q) + 16)
	n, quoted := 0, false
	for i := 0; i < len(q); i++ {
		switch c := q[i]; {
		case c == '\'':
			quoted = !quoted
			b.WriteByte(c)
		case c == '?' && !quoted:
			n++
			b.WriteByte('$')
			b.WriteString(strconv.Itoa(n))
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

func checkSQLite(ctx context.Context, db *sql.DB) error {
	var version string
	if err := db.QueryRowContext(ctx, "SELECT sqlite_version()").Scan(&version); err != nil {
		return fmt.Errorf("open SQLite: %w", err)
	}
	var have [3]int
	for i, part := range strings.SplitN(version, ".", 3) {
		n, err := strconv.Atoi(part)
		if err != nil {
			return fmt.Errorf("unreadable SQLite version %q", version)
		}
		have[i] = n
	}
	for i := range have {
		if have[i] != minSQLite[i] {
			if have[i] < minSQLite[i] {
				return fmt.Errorf("SQLite %s is too old: at least %d.%d.%d is needed", version, minSQLite[0], minSQLite[1], minSQLite[2])
			}
			break
		}
	}
	return nil
}

func checkPostgres(ctx context.Context, db *sql.DB) error {
	var number int
	if err := db.QueryRowContext(ctx, "SELECT current_setting('server_version_num')::int").Scan(&number); err != nil {
		return fmt.Errorf("open PostgreSQL: %w", err)
	}
	if number < 130000 {
		return fmt.Errorf("PostgreSQL %d is too old: at least 13 is needed", number/10000)
	}
	return nil
}

// failed classifies a database error: a full or read-only disk is told in
// plain words, anything else stays internal.
func failed(err error) error {
	if err == nil {
		return nil
	}
	switch {
	case errors.Is(err, sqlite3.FULL), errors.Is(err, sqlite3.IOERR_WRITE), strings.Contains(err.Error(), "SQLSTATE 53100"):
		return fault.Because(err, fault.Unavailable, "fault.disk-full")
	case errors.Is(err, sqlite3.BUSY), errors.Is(err, sqlite3.LOCKED), strings.Contains(err.Error(), "SQLSTATE 40001"):
		return fault.Because(err, fault.Unavailable, "fault.busy")
	}
	return err
}
