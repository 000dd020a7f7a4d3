package incoming

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"sync"

	"bihuan/internal/action"
	"bihuan/internal/domain/incoming"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
	"bihuan/internal/read"
	"bihuan/internal/store"
)

// Opener gives an uploaded file back.
type Opener interface {
	Open(ctx context.Context, hash string, size int64) (io.ReadCloser, error)
}

// Desk does the work on imports that takes its time, in the background or at a
// console, and knows how far it is.
type Desk struct {
	Runner *action.Runner
	Files  Opener
	// Actor gives the rights that an account has now.
	Actor   func(*store.Tx, string) (org.Actor, error)
	Reading read.Options // with which strangers' files are read
	// Heads gives the usual headings of the lists that go out, by column.
	Heads func(work.List) map[string]string

	far sync.Map // import → thousandths done by this program
}

// mostFile bounds a ledger, in bytes.
const mostFile = 32 << 20

// Far tells how far the work on an import is, in thousandths; 0 where another
// program does it.
func (d *Desk) Far(importID string) int {
	if n, ok := d.far.Load(importID); ok {
		return n.(int)
	}
	return 0
}

// work decodes a job's payload and finds in whose name it is done.
func (d *Desk) work(ctx context.Context, payload string) (t task, by org.Actor, i incoming.Import, err error) {
	if err := json.Unmarshal([]byte(payload), &t); err != nil {
		return t, by, i, fmt.Errorf("payload: %w", err)
	}
	err = d.Runner.DB.Read(ctx, func(tx *store.Tx) error {
		if i, err = store.Imports.Get(tx, t.Import); err != nil {
			return err
		}
		by, err = d.Actor(tx, t.Account)
		return err
	})
	return t, by, i, err
}

// ReadFile reads the file of an import into rows. It is the handler of ReadJob
// and bears being repeated.
func (d *Desk) ReadFile(ctx context.Context, payload string) error {
	_, by, i, err := d.work(ctx, payload)
	if err != nil || i.State != incoming.Reading {
		return err
	}
	defer d.far.Delete(i.ID)
	got, err := d.understood(ctx, i)
	var f *fault.Error
	if errors.As(err, &f) && f.Kind != fault.Internal && f.Kind != fault.Unavailable {
		_, err = d.Runner.Do(ctx, action.Call{Actor: by}, &fail{ID: i.ID, fault: f})
		return err
	}
	if err != nil {
		return err
	}
	_, err = d.Runner.Do(ctx, action.Call{Actor: by}, &fill{ID: i.ID, got: got})
	return err
}

// understanding is what a file says.
type understanding struct {
	kind     string
	columns  []incoming.Column
	template string
	entries  []incoming.Entry
	measures bool
}

func (d *Desk) understood(ctx context.Context, i incoming.Import) (understanding, error) {
	data, err := d.fetch(ctx, i)
	if err != nil {
		return understanding{}, err
	}
	var templates []work.ColumnTemplate
	err = d.Runner.DB.Read(ctx, func(tx *store.Tx) (err error) {
		templates, err = store.ColumnTemplatesOf(tx, i.OrgID)
		return err
	})
	if err != nil {
		return understanding{}, err
	}
	return d.understand(ctx, i, data, templates)
}

func (d *Desk) fetch(ctx context.Context, i incoming.Import) ([]byte, error) {
	if i.FileSize > mostFile {
		return nil, fault.New(fault.TooLarge, "fault.too-large", "32 MiB")
	}
	r, err := d.Files.Open(ctx, i.FileHash, i.FileSize)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(r)
}

// understand reads a file by what a person said of its columns, else by the
// template that suits its heads, else by the reader's own judgement.
func (d *Desk) understand(ctx context.Context, i incoming.Import, data []byte, templates []work.ColumnTemplate) (understanding, error) {
	opts := d.Reading
	opts.Progress = func(permille int) { d.far.Store(i.ID, permille) }
	for _, c := range i.Columns {
		opts.Columns = append(opts.Columns, read.ColumnRule{Sheet: c.Sheet, Column: c.Number, Field: read.Field(c.Field)})
	}
	paper, err := read.Parse(ctx, i.FileName, bytes.NewReader(data), int64(len(data)), opts)
	if err != nil {
		return understanding{}, err
	}
	name := i.Template
	if len(i.Columns) == 0 {
		if t, ok := d.suiting(templates, paper); ok {
			opts.Columns = append(opts.Columns, d.rules(t)...)
			if paper, err = read.Again(ctx, paper.Tables, opts); err != nil {
				return understanding{}, err
			}
			name = t.Name
		}
	}
	switch paper.Kind {
	case read.KindLedger, read.KindPlan, read.KindReport:
	case read.KindFeedback:
		return understanding{}, fault.New(fault.Invalid, "incoming.is-feedback", i.FileName)
	default:
		return understanding{}, fault.New(fault.Invalid, "incoming.is-nothing", i.FileName)
	}
	u := understandingOf(paper)
	u.template = name
	u.reasons(i.Columns)
	if len(u.entries) == 0 {
		return u, fault.New(fault.Invalid, "incoming.no-rows", i.FileName)
	}
	return u, nil
}

// reasons keeps what a person said of a column as his.
func (u *understanding) reasons(said []incoming.Column) {
	for i, c := range u.columns {
		was := slices.IndexFunc(said, func(s incoming.Column) bool { return s.Sheet == c.Sheet && s.Number == c.Number })
		if was >= 0 {
			u.columns[i].Why = said[was].Why
		}
	}
}

func knownField(f string) bool { return slices.Contains(read.Fields, read.Field(f)) }
