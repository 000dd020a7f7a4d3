package incoming

import (
	"context"
	"encoding/json"

	"bihuan/internal/action"
	"bihuan/internal/domain/incoming"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// Look says what an import of a file would do. Nothing is kept.
type Look struct {
	InspectionID string
	FileName     string

	got  understanding
	seen incoming.Import
	rows []incoming.Row
}

// Permission implements action.Command.
func (c *Look) Permission() org.Permission { return org.LedgerImport }

// Target implements action.Command.
func (c *Look) Target(s *action.Step) (org.Target, error) {
	i, t, err := store.InspectionTarget(s.Tx, c.InspectionID)
	c.seen = incoming.Import{OrgID: i.OrgID, InspectionID: i.ID, FileName: c.FileName}
	return t, err
}

// Preview implements action.Previewer.
func (c *Look) Preview(s *action.Step) error {
	if err := sealed(s, c.InspectionID); err != nil {
		return err
	}
	said, err := earlierOf(s, c.seen)
	if err != nil {
		return err
	}
	c.seen.Fixes = said.fixes
	c.rows, err = compared(s, c.seen, c.got, said)
	return err
}

// Run implements action.Command. A look changes nothing.
func (c *Look) Run(*action.Step) error { return fault.New(fault.Invalid, "fault.invalid") }

// Rows is what a preview found, each row compared with the records.
func (c *Look) Rows() []incoming.Row { return c.rows }

// Preview reads a file and compares it with the records of an inspection.
func (d *Desk) Preview(ctx context.Context, call action.Call, inspectionID, name string, data []byte) (*Look, error) {
	look := &Look{InspectionID: inspectionID, FileName: name}
	var templates []work.ColumnTemplate
	err := d.Runner.DB.Read(ctx, func(tx *store.Tx) error {
		i, err := store.Inspections.Get(tx, inspectionID)
		if err == nil {
			templates, err = store.ColumnTemplatesOf(tx, i.OrgID)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	if look.got, err = d.understand(ctx, incoming.Import{FileName: name}, data, templates); err != nil {
		return nil, err
	}
	return look, d.Runner.Preview(ctx, call, look)
}

// Bring does a whole import at once, for a console: it keeps the file, reads
// it, and puts into the records what needs no decision. It gives the import as
// it is afterwards.
func (d *Desk) Bring(ctx context.Context, call action.Call, cmd *Take) (incoming.Import, error) {
	var i incoming.Import
	res, err := d.Runner.Do(ctx, call, cmd)
	if err != nil {
		return i, err
	}
	at := Desk{Runner: d.Runner, Files: d.Files, Reading: d.Reading, Heads: d.Heads,
		Actor: func(*store.Tx, string) (org.Actor, error) { return call.Actor, nil }}
	payload, err := json.Marshal(task{Import: res.ID})
	if err != nil {
		return i, err
	}
	see := func() error {
		return d.Runner.DB.Read(ctx, func(tx *store.Tx) (err error) { i, err = store.Imports.Get(tx, res.ID); return err })
	}
	if err := at.ReadFile(ctx, string(payload)); err != nil {
		return i, err
	}
	if err := see(); err != nil || i.State != incoming.Open {
		return i, err
	}
	if _, err := d.Runner.Do(ctx, call, &Confirm{ID: i.ID, Version: i.Version}); err != nil {
		return i, err
	}
	if err := at.Apply(ctx, string(payload)); err != nil {
		return i, err
	}
	return i, see()
}
