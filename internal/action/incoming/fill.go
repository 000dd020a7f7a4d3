package incoming

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/incoming"
	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// fill keeps what was read of a file as rows, compared with the records.
type fill struct {
	ID  string
	got understanding
	onImport
}

// Permission implements action.Command.
func (c *fill) Permission() org.Permission { return org.LedgerImport }

// Target implements action.Command.
func (c *fill) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command. An import that is read already stays as it is.
func (c *fill) Run(s *action.Step) error {
	s.Return(c.ID)
	if c.before.State != incoming.Reading {
		return nil
	}
	after := c.before
	said, err := earlierOf(s, c.before)
	if err != nil {
		return err
	}
	if len(after.Fixes) == 0 {
		after.Fixes = said.fixes
	}
	rows, err := compared(s, after, c.got, said)
	if err != nil {
		return err
	}
	if err := dropRows(s, c.ID); err != nil {
		return err
	}
	for i := range rows {
		rows[i].OrgID, rows[i].ImportID = c.before.OrgID, c.ID
		if err := store.ImportRows.Insert(s.Tx, &rows[i]); err != nil {
			return err
		}
	}
	after.State, after.Fault, after.FaultArgs = incoming.Open, "", nil
	after.Kind, after.Columns, after.Template = c.got.kind, c.got.columns, c.got.template
	s.Note("%s", c.before.FileName)
	return action.Save(s, store.Imports, c.before, &after)
}

// compared gives the rows of what was read, compared with the records.
func compared(s *action.Step, i incoming.Import, got understanding, said earlier) ([]incoming.Row, error) {
	records, err := recordsOf(s, i, "")
	if err != nil {
		return nil, err
	}
	dir, err := directoryOf(s, i.OrgID)
	if err != nil {
		return nil, err
	}
	b := incoming.Builder{Records: records, Dir: dir, Fixes: i.Fixes, NewID: s.NewID, Measures: got.measures}
	rows := b.Build(got.entries)
	return rows, said.say(records, rows)
}

// fail notes why a file could not be read, or why its rows did not get into
// the records.
type fail struct {
	ID    string
	State incoming.State // Failed where empty
	fault *fault.Error
	onImport
}

// Permission implements action.Command.
func (c *fail) Permission() org.Permission { return org.LedgerImport }

// Target implements action.Command.
func (c *fail) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command.
func (c *fail) Run(s *action.Step) error {
	after := c.before
	after.State, after.Fault, after.FaultArgs = incoming.Failed, c.fault.Code, words(c.fault.Args)
	if c.State != "" {
		after.State = c.State
	}
	if len(c.fault.Fields) > 0 {
		f := c.fault.Fields[0]
		after.Fault, after.FaultArgs = f.Code, words(f.Args)
	}
	s.Return(c.ID)
	return action.Save(s, store.Imports, c.before, &after)
}

// words keeps arguments of a message as what a page prints.
func words(args []any) []any {
	out := make([]any, 0, len(args))
	for _, a := range args {
		if w, ok := a.(interface{ MessageKey() string }); ok {
			a = w.MessageKey()
		}
		out = append(out, a)
	}
	return out
}
