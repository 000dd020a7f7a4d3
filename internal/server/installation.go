// Package server builds everything from the configuration and owns start and
// stop: the lock of the data directory, database, files, jobs and pages.
package server

import (
	"context"
	"crypto/rand"
	"crypto/tls"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"bihuan/internal/action"
	"bihuan/internal/action/incoming"
	"bihuan/internal/audit"
	"bihuan/internal/blob"
	"bihuan/internal/config"
	"bihuan/internal/domain/workday"
	"bihuan/internal/ledger"
	"bihuan/internal/locale"
	"bihuan/internal/preview"
	"bihuan/internal/query"
	"bihuan/internal/read"
	"bihuan/internal/store"
)

// Installation is the records and files of one data directory with the two
// ways to them, and no door to the outside. Commands use it beside a running
// server, too; what needs to be alone takes the Lock first.
type Installation struct {
	Config   config.Config
	Log      *slog.Logger
	Now      func() time.Time
	NewID    func() string
	DB       *store.DB
	Files    *blob.Store
	Calendar *workday.Calendar
	Key      *audit.Key // signs the checkpoints of the audit log
	Runner   *action.Runner
	Reader   *query.Reader
	Reading  read.Options // for strangers' files
	// MailTLS and RobotClient are how the mail server and robots are called;
	// nil for the usual way. Tests set them.
	MailTLS     *tls.Config
	RobotClient *http.Client
	Desk        *incoming.Desk // reads ledgers and applies them
	Previews    *preview.Maker // of evidence
	Packages    *packages      // of evidence, made in the background
}

// Open opens the installation and brings its schema up to date; a missing
// data directory is made. Close it.
func Open(ctx context.Context, cfg config.Config, log *slog.Logger, now func() time.Time) (*Installation, error) {
	if err := errors.Join(cfg.Validate(), locale.Load()); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(cfg.Data, 0o700); err != nil {
		return nil, fmt.Errorf("make data directory: %w", err)
	}
	calendar, err := calendarOf(cfg.Data)
	if err != nil {
		return nil, err
	}
	key, err := audit.OpenKey(cfg.Data, rand.Reader)
	if err != nil {
		return nil, err
	}
	files, err := blob.Open(cfg.FilesDir())
	if err != nil {
		return nil, err
	}
	db, err := store.Open(ctx, cfg.DatabaseURL(), now)
	if err != nil {
		return nil, err
	}
	in := &Installation{Config: cfg, Log: log, Now: now, NewID: ids(now), DB: db, Files: files,
		Calendar: calendar, Key: key, Reading: Reading(cfg.Reading)}
	in.Runner = &action.Runner{DB: db, Calendar: calendar, NewID: in.NewID}
	in.Reader = &query.Reader{DB: db, Calendar: calendar}
	in.Packages = &packages{dir: filepath.Join(cfg.Data, "packages")}
	in.Previews = preview.New(cfg.PreviewsDir(), wanted{files}.Open, now)
	in.Desk = &incoming.Desk{Runner: in.Runner, Files: wanted{files}, Actor: query.ActorOf, Reading: in.Reading, Heads: ledger.Heads}
	return in, nil
}

// Close closes the database.
func (in *Installation) Close() error { return in.DB.Close() }
