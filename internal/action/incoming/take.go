// Package incoming brings ledgers and plans that people keep elsewhere into the
// records: upload, reading in the background, mending and deciding row by row,
// and putting what was decided into the records in one transaction.
package incoming

import (
	"strings"

	"bihuan/internal/action"
	"bihuan/internal/domain/incoming"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// The kinds of job.
const (
	ReadJob  = "ledger.read"
	ApplyJob = "ledger.apply"
)

// Take keeps an uploaded ledger or plan and has it read. Nothing of it is a
// record yet.
type Take struct {
	InspectionID string
	FileName     string
	FileHash     string
	FileSize     int64

	inspection inspection.Inspection
}

// Permission implements action.Command.
func (c *Take) Permission() org.Permission { return org.LedgerImport }

// Target implements action.Command.
func (c *Take) Target(s *action.Step) (t org.Target, err error) {
	c.inspection, t, err = store.InspectionTarget(s.Tx, c.InspectionID)
	return t, err
}

// Run implements action.Command.
func (c *Take) Run(s *action.Step) error {
	if err := sealed(s, c.InspectionID); err != nil {
		return err
	}
	i := incoming.Import{ID: s.NewID(), OrgID: c.inspection.OrgID, InspectionID: c.InspectionID, FileName: c.FileName, FileHash: c.FileHash,
		FileSize: c.FileSize, State: incoming.Reading, ImportedBy: s.Actor.AccountID, ImportedName: s.Actor.Name, ImportedAt: s.Now}
	if err := action.Insert(s, store.Imports, &i); err != nil {
		return err
	}
	s.Return(i.ID)
	return s.Queue(ReadJob, task{Import: i.ID, Account: s.Actor.AccountID})
}

// sealed refuses an inspection without problems to compare with.
func sealed(s *action.Step, inspectionID string) error {
	n, err := s.Tx.Count("SELECT COUNT(*) FROM problem WHERE inspection_id = ?", inspectionID)
	if err == nil && n == 0 {
		return fault.New(fault.Conflict, "incoming.no-feedback")
	}
	return err
}

// task is what a job is about, and in whose name it is done.
type task struct{ Import, Account string }

// onImport is what commands on one import have in common.
type onImport struct{ before incoming.Import }

func (o *onImport) load(s *action.Step, id string) (org.Target, error) {
	var err error
	if o.before, err = store.Imports.Get(s.Tx, id); err != nil {
		return org.Target{}, err
	}
	_, t, err := store.InspectionTarget(s.Tx, o.before.InspectionID)
	t.Kind, t.ID = store.Imports.Name(), id
	return t, err
}

// open refuses a change while a job is at work or after the end.
func (o *onImport) open() error {
	if o.before.State != incoming.Open {
		return fault.New(fault.Conflict, "incoming.not-open")
	}
	return nil
}

// Abandon gives an import up: nothing of it comes into the records.
type Abandon struct {
	ID      string `form:"-"`
	Version int    `form:"version"`
	onImport
}

// Permission implements action.Command.
func (c *Abandon) Permission() org.Permission { return org.LedgerImport }

// Target implements action.Command.
func (c *Abandon) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command.
func (c *Abandon) Run(s *action.Step) error {
	if c.before.State != incoming.Open && c.before.State != incoming.Failed {
		return fault.New(fault.Conflict, "incoming.not-open")
	}
	after := c.before
	after.Version, after.State = c.Version, incoming.Abandoned
	s.Return(c.before.InspectionID)
	if err := dropRows(s, c.ID); err != nil {
		return err
	}
	return action.Save(s, store.Imports, c.before, &after)
}

func dropRows(s *action.Step, importID string) error {
	_, err := s.Tx.Exec("DELETE FROM ledger_row WHERE import_id = ?", importID)
	return err
}

// SaveMapping says what the columns of the file hold and has it read again by
// that. With a name the mapping is kept as a template of the organisation.
type SaveMapping struct {
	ID      string        `form:"-"`
	Version int           `form:"version"`
	Columns []MappedField `form:"columns"`
	Name    string        `form:"template_name"`
	onImport
}

// MappedField is what one column holds.
type MappedField struct {
	Sheet  string `form:"sheet"`
	Number int    `form:"number"`
	Field  string `form:"field"`
}

// Permission implements action.Command.
func (c *SaveMapping) Permission() org.Permission { return org.LedgerImport }

// Target implements action.Command.
func (c *SaveMapping) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command.
func (c *SaveMapping) Run(s *action.Step) error {
	if err := c.open(); err != nil {
		return err
	}
	var checks fault.Checks
	checks.Max("template_name", c.Name, action.ShortText)
	after := c.before
	after.Version, after.State = c.Version, incoming.Reading
	after.Columns = append([]incoming.Column(nil), c.before.Columns...)
	c.say(after.Columns, &checks)
	if err := checks.Err(); err != nil {
		return err
	}
	if name := strings.TrimSpace(c.Name); name != "" {
		if err := c.keep(s, name, after.Columns); err != nil {
			return err
		}
		after.Template = name
	}
	s.Return(c.ID)
	if err := action.Save(s, store.Imports, c.before, &after); err != nil {
		return err
	}
	return s.Queue(ReadJob, task{Import: c.ID, Account: s.Actor.AccountID})
}

// ByPerson is the reason of a column that a person said.
const ByPerson = "person"

func (c *SaveMapping) say(columns []incoming.Column, checks *fault.Checks) {
	for _, m := range c.Columns {
		if !knownField(m.Field) {
			checks.Add("columns", "field.unknown-value", m.Field)
		}
		for i := range columns {
			if columns[i].Sheet == m.Sheet && columns[i].Number == m.Number && columns[i].Field != m.Field {
				columns[i].Field, columns[i].Why = m.Field, ByPerson
			}
		}
	}
}
