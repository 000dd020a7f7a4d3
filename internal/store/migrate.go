package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/database"
)

// files holds the migrations: those in both/ run on either database, those in
// sqlite/ and postgres/ only there. Numbers are unique over all three.
//
//go:embed migrations
var files embed.FS

// migrate brings the schema up to date. It may be run again after an
// interruption, and refuses a schema that is newer than the program.
func migrate(ctx context.Context, db *sql.DB, d dialect) error {
	scripts, err := scriptsFor(d.name)
	if err != nil {
		return err
	}
	kind := database.DialectSQLite3
	if d.name == postgres.name {
		kind = database.DialectPostgres
	}
	p, err := goose.NewProvider(kind, db, scripts, goose.WithVerbose(false))
	if err != nil {
		return fmt.Errorf("read migrations: %w", err)
	}
	have, err := p.GetDBVersion(ctx)
	if err != nil {
		return fmt.Errorf("read schema version: %w", err)
	}
	sources := p.ListSources()
	newest := sources[len(sources)-1].Version
	if have > newest {
		return fmt.Errorf("the data is of schema %d, this program knows schemas up to %d: use a newer program", have, newest)
	}
	if have == newest {
		return nil
	}
	if _, err := p.Up(ctx); err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	return nil
}

// overlay shows several folders of the embedded files as one.
type overlay []fs.FS

// scriptsFor joins the common scripts with those of one database.
func scriptsFor(name string) (overlay, error) {
	var out overlay
	for _, dir := range []string{"both", name} {
		sub, err := fs.Sub(files, "migrations/"+dir)
		if err != nil {
			return nil, fmt.Errorf("read migrations: %w", err)
		}
		out = append(out, sub)
	}
	return out, nil
}

// Open implements fs.FS.
func (o overlay) Open(name string) (fs.File, error) {
	for _, part := range o {
		f, err := part.Open(name)
		if err == nil || !errors.Is(err, fs.ErrNotExist) {
			return f, err
		}
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// Glob implements fs.GlobFS.
func (o overlay) Glob(pattern string) ([]string, error) {
	var out []string
	for _, part := range o {
		names, err := fs.Glob(part, pattern)
		if err != nil {
			return nil, err
		}
		out = append(out, names...)
	}
	// goose takes the order of the names for the order of the migrations.
	slices.Sort(out)
	return out, nil
}
